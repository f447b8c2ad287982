/** A bag against a BagIt profile, clause by clause. @see BagIt Profiles Specification 1.4.0 */
import type { Bag } from '../bag/bag.js';
import type { BagFiles, DigestFacts } from '../judge/facts.js';
import { visible } from '../bag/paths.js';
import { payloadTotal } from '../judge/payload-total.js';
import type { BundleSeen } from '../judge/rules.js';
import { spaced, valuesOf, type BagInfo } from '../bag/tag-file.js';
import { fitsAny } from './glob.js';
import { isAccepted } from './mime.js';
import type { BagProfile, Names, TagRule } from './types.js';

interface ProfiledBag {
  readonly bag: Bag;
  readonly files: BagFiles;
  readonly digests: Pick<DigestFacts, 'sizeBytes'>;
}

export function* judgeProfile(profile: BagProfile, input: ProfiledBag): Generator<BundleSeen> {
  yield* judgeForm(profile, input);
  yield* judgeInfo(profile, input.bag.info ?? { rows: [], badLines: [], moreBadLines: 0 });
  yield* judgeManifests(profile.manifests, 'manifest-', input.bag);
  yield* judgeManifests(profile.tagManifests, 'tagmanifest-', input.bag);
  yield* judgeTagFiles(profile.tagFiles, input.files);
  yield* judgePayload(profile, input);
  yield* judgeFetch(profile, input.files);
  for (const { key, nearest } of profile.unknown) {
    const data = { key: visible(key), nearest };
    yield { messageId: 'bundle-profile-form/unknown', data, severity: 'warning' };
  }
}

function* judgeForm(
  { serialization, formats, bagVersions }: BagProfile,
  { bag, files }: ProfiledBag,
): Generator<BundleSeen> {
  const version = bag.declaration?.version;
  if (version !== undefined && !bagVersions.includes(version)) {
    const data = { version, accepted: shown(bagVersions) };
    yield { messageId: 'bundle-profile-form/version', data, path: 'bagit.txt' };
  }
  const isFolder = files.kind === 'folder';
  if (isFolder && serialization === 'required') {
    yield { messageId: 'bundle-profile-form/folder', data: { accepted: shown(formats ?? []) } };
  } else if (!isFolder && serialization === 'forbidden') {
    yield { messageId: 'bundle-profile-form/file', data: { form: files.kind } };
  } else if (!isFolder && formats !== undefined && !isAccepted(files.kind, formats)) {
    const data = { form: files.kind, accepted: shown(formats) };
    yield { messageId: 'bundle-profile-form/format', data };
  }
}

function* judgeInfo(profile: BagProfile, info: BagInfo): Generator<BundleSeen> {
  const path = 'bag-info.txt';
  const named = valuesOf(info, IDENTIFIER).map(spaced);
  if (!named.includes(spaced(profile.identifier))) {
    const data = { expected: visible(profile.identifier), found: named.map(visible).join(', ') };
    yield { messageId: 'bundle-profile-info/identifier', data, path };
  }
  for (const rule of profile.bagInfo) {
    // Some list it all the same; it was judged above.
    if (rule.label.toLowerCase() === IDENTIFIER.toLowerCase()) continue;
    for (const seen of judgeLabel(rule, valuesOf(info, rule.label))) yield { ...seen, path };
  }
}

const IDENTIFIER = 'BagIt-Profile-Identifier';

function* judgeLabel(rule: TagRule, values: readonly string[]): Generator<BundleSeen> {
  const label = visible(rule.label);
  if (values.length === 0) {
    if (rule.required) yield { messageId: 'bundle-profile-info/required', data: { label } };
    else if (rule.recommended) {
      const severity = 'warning';
      yield { messageId: 'bundle-profile-info/recommended', data: { label }, severity };
    }
    return;
  }
  if (!rule.repeatable && values.length > 1) {
    yield { messageId: 'bundle-profile-info/repeated', data: { label, count: values.length } };
  }
  if (rule.values.length > 0) {
    const allowed = new Set(rule.values.map(spaced));
    const others = values.filter((value) => !allowed.has(spaced(value)));
    for (const value of new Set(others)) {
      const data = { label, found: visible(value), allowed: shown(rule.values) };
      yield { messageId: 'bundle-profile-info/value', data };
    }
  } else if (rule.required && values.every((value) => value.trim() === '')) {
    const severity = 'warning';
    yield { messageId: 'bundle-profile-info/empty', data: { label }, severity };
  }
}

/** `sha-256` and `SHA256` are one algorithm. */
function plainName(algorithm: string): string {
  return algorithm.toLowerCase().replace(/[^a-z0-9]/g, '');
}

function* judgeManifests(
  { required, allowed }: Names,
  kind: 'manifest-' | 'tagmanifest-',
  bag: Bag,
): Generator<BundleSeen> {
  const names = [...bag.manifests.map(({ name }) => name), ...bag.unknownManifests, ...bag.unread];
  const there = new Map<string, string>();
  for (const name of names) {
    if (!name.toLowerCase().startsWith(kind)) continue;
    there.set(plainName(name.slice(kind.length, -'.txt'.length)), name);
  }
  for (const algorithm of required) {
    if (there.has(plainName(algorithm))) continue;
    const path = visible(`${kind}${algorithm}.txt`);
    yield { messageId: 'bundle-profile-manifest/required', data: {}, path };
  }
  if (allowed === undefined) return;
  const isAllowed = new Set(allowed.map(plainName));
  for (const [algorithm, path] of there) {
    if (isAllowed.has(algorithm)) continue;
    const data = { allowed: shown(allowed) };
    yield { messageId: 'bundle-profile-manifest/forbidden', data, path };
  }
}

/** Tag files of BagIt itself; other clauses are about them. */
const OF_BAGIT = /^(bagit|bag-info|fetch|(tag)?manifest-[^/]+)\.txt$/i;

function* judgeTagFiles(
  { required, allowed }: Names,
  { rows, tags }: BagFiles,
): Generator<BundleSeen> {
  for (const path of missing(required, rows)) {
    yield { messageId: 'bundle-profile-file/tag-required', data: {}, path };
  }
  if (allowed === undefined) return;
  const isAllowed = fitsAny(allowed.map((name) => name.normalize('NFC')));
  for (const path of tags.keys()) {
    if (OF_BAGIT.test(path)) continue;
    if (isAllowed(path.normalize('NFC'))) continue;
    yield { messageId: 'bundle-profile-file/tag-forbidden', data: {}, path };
  }
}

function* judgePayload(
  { payloadFiles: { required, allowed }, dataEmpty }: BagProfile,
  { files, digests }: ProfiledBag,
): Generator<BundleSeen> {
  const isFolder = (name: string) => name.endsWith('/');
  for (const path of missing(
    required.filter((name) => !isFolder(name)),
    files.rows,
  )) {
    yield { messageId: 'bundle-profile-file/payload-required', data: {}, path };
  }
  for (const path of emptyFolders(required.filter(isFolder), files)) {
    yield { messageId: 'bundle-profile-file/folder-required', data: {}, path };
  }
  yield* forbiddenPayload(allowed, files);
  const { files: count, bytes } = payloadTotal(files, digests);
  const isKeeper = count === 1 && bytes === 0;
  if (dataEmpty && count > 0 && !isKeeper) {
    yield { messageId: 'bundle-profile-file/not-empty', data: { count }, path: 'data' };
  }
}

function* forbiddenPayload(allowed: Names['allowed'], { rows }: BagFiles): Generator<BundleSeen> {
  if (allowed === undefined) return;
  const isAllowed = fitsAny(allowed.map((name) => name.normalize('NFC')));
  for (const path of rows.keys()) {
    if (!path.startsWith('data/') || isAllowed(path.normalize('NFC'))) continue;
    yield { messageId: 'bundle-profile-file/payload-forbidden', data: {}, path };
  }
}

/** Of the names, those that no file has; in whichever form of Unicode. */
function missing(names: readonly string[], rows: ReadonlyMap<string, number>): readonly string[] {
  const absent = names.filter((name) => !rows.has(name));
  if (absent.length === 0) return [];
  const forms = new Set([...rows.keys()].map((path) => path.normalize('NFC')));
  return absent.filter((name) => !forms.has(name.normalize('NFC'))).map(visible);
}

/** Of the folders, those that are not there or hold nothing, which a manifest would lose. */
function emptyFolders(names: readonly string[], { rows, folders }: BagFiles): readonly string[] {
  if (names.length === 0) return [];
  const filled = new Set<string>();
  for (const path of [...rows.keys(), ...folders]) {
    filled.add(path.slice(0, path.lastIndexOf('/') + 1).normalize('NFC'));
  }
  return names.filter((name) => !filled.has(name.normalize('NFC'))).map(visible);
}

function* judgeFetch({ fetch }: BagProfile, { rows }: BagFiles): Generator<BundleSeen> {
  const path = 'fetch.txt';
  const has = rows.has(path);
  if (has && fetch === 'forbidden')
    yield { messageId: 'bundle-profile-file/fetch-forbidden', data: {}, path };
  if (!has && fetch === 'required')
    yield { messageId: 'bundle-profile-file/fetch-required', data: {}, path };
}

/** A list for a sentence: all of a short one. */
function shown(values: readonly string[]): string {
  const first = values.slice(0, 5).map(visible).join(', ');
  return values.length > 5 ? `${first} …` : first;
}
