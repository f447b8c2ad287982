/** Is the bag unchanged: its files against its manifests, its totals against its Oxum? */
import { compareText } from '../../text.js';
import { DIGEST_DIGITS } from '../bag/algorithms.js';
import type { Bag, Manifest } from '../bag/bag.js';
import { compareManifest, type ManifestDifference } from '../bag/compare-manifest.js';
import type { BagFiles, DigestFacts, Ended } from './facts.js';
import { actualDigest, ListedFiles, type Listed } from '../bag/listed-files.js';
import { visible } from '../bag/paths.js';
import { payloadTotal } from './payload-total.js';
import type { RefusalCode } from './refusal.js';
import type { BundleSeen } from './rules.js';
import { valuesOf } from '../bag/tag-file.js';

export interface FixityInput {
  readonly bag: Bag;
  readonly files: BagFiles;
  readonly digests: DigestFacts;
}

export function* judgeFixity(input: FixityInput): Generator<BundleSeen> {
  const names = new ListedFiles(input.files, input.digests);
  yield* judgeReading(input);
  yield* judgePayload(input, names);
  yield* judgeOxum(input, names.excused);
  yield* judgeTags(input, names);
  yield* judgeFetched(input);
}

/** What could not be read as a whole, whatever its digest; also what is no file of the bag. */
function* judgeReading({ files, digests }: FixityInput): Generator<BundleSeen> {
  const seen: BundleSeen[] = [];
  for (const rows of [files.rows, files.beside, files.litter]) {
    rows.forEach((row, path) => {
      const ended = digests.ended(row);
      if (ended === 'whole' || ended === 'skipped') return;
      if (ended === 'unread' && rows !== files.rows) return;
      seen.push(readingOf(ended, path));
    });
  }
  yield* seen;
}

function readingOf(ended: Exclude<Ended, 'whole' | 'skipped'>, path: string): BundleSeen {
  const refused = (code: RefusalCode): BundleSeen => ({
    messageId: 'bundle-refused/zip',
    data: { code, entry: visible(path), detail: '' },
    path,
  });
  switch (ended) {
    case 'damaged':
      return { messageId: 'bundle-file-changed/damaged', data: {}, path };
    case 'crc':
      return { messageId: 'bundle-file-changed/crc', data: {}, path };
    case 'size':
      return refused('BUNDLE_SIZE_WRONG');
    case 'header':
      return refused('BUNDLE_HEADERS_DISAGREE');
    case 'hidden':
      return refused('BUNDLE_HIDDEN_DATA');
    case 'overlap':
      return refused('BUNDLE_ENTRIES_OVERLAP');
    case 'unreadable':
    case 'unread':
      return { messageId: 'bundle-file-unreadable/file', data: {}, path };
  }
}

/** The manifests of one kind held against the files of that kind. */
interface Compared {
  readonly manifest: Manifest;
  readonly listed: Listed;
  readonly difference: ManifestDifference;
}

function* compareAll(
  { bag, files, digests }: FixityInput,
  of: Manifest['of'],
  names: ListedFiles,
): Generator<BundleSeen, readonly Compared[]> {
  const compared: Compared[] = [];
  // The strongest last digest is the longest; moved files are told by it.
  const manifests = bag.manifests.filter((manifest) => manifest.of === of);
  for (const manifest of manifests.sort((a, b) => strength(b) - strength(a))) {
    const listed = yield* names.of(manifest);
    const actual = listed.complete ? NONE : otherDigests(manifest, listed, files, digests);
    compared.push({ manifest, listed, difference: compareManifest(listed.others, actual) });
  }
  return compared;
}

const NONE: ReadonlyMap<string, string> = new Map();

function strength(manifest: Manifest): number {
  const isEmpty = manifest.plain === undefined && manifest.entries.length === 0;
  return isEmpty ? 0 : DIGEST_DIGITS[manifest.algorithm];
}

/** Digest by path of the files that the manifest is about, without those that agree. */
function otherDigests(
  { of, algorithm }: Manifest,
  { agreeing }: Listed,
  files: BagFiles,
  digests: DigestFacts,
): ReadonlyMap<string, string> {
  const actual = new Map<string, string>();
  for (const [path, row] of of === 'tags' ? files.tags : files.rows) {
    if (agreeing.has(row) || path.startsWith('data/') !== (of === 'payload')) continue;
    actual.set(path, actualDigest(row, algorithm, digests));
  }
  return actual;
}

function* judgePayload(input: FixityInput, names: ListedFiles): Generator<BundleSeen> {
  const compared = yield* compareAll(input, 'payload', names);
  const moved = compared[0]?.difference.moved ?? [];
  const movedFrom = new Set(moved.map(({ from }) => from));
  const movedTo = new Set(moved.map(({ to }) => to));
  for (const { from, to } of moved) {
    const data = { from: visible(from), to: visible(to) };
    yield { messageId: 'bundle-file-moved/file', data, path: to };
  }
  const missing = new Set(
    compared.flatMap(({ difference }) => [
      ...difference.missing,
      ...difference.moved.map(({ from }) => from),
    ]),
  );
  const urls = new Map(input.bag.fetch?.entries.map(({ path, url }) => [path, url]));
  for (const path of [...missing].sort(compareText)) {
    if (!movedFrom.has(path)) yield missingFile(path, urls.get(path));
  }
  yield* judgeChanged(input, compared, 'bundle-file-changed/digest');
  if (compared.length > 0 && !compared.some(({ listed }) => listed.complete)) {
    for (const [path, row] of input.files.rows) {
      if (!path.startsWith('data/') || movedTo.has(path)) continue;
      if (compared.some(({ listed }) => names.isListed(path, row, listed))) continue;
      yield { messageId: 'bundle-file-unexpected/file', data: {}, path };
    }
  }
  // RFC 8493 section 3: from 1.0 on every payload manifest lists every file.
  const severity = (input.bag.declaration?.major ?? 1) >= 1 ? 'error' : 'warning';
  yield* judgeSameFiles(input.files, compared, names, severity);
}

/** Nothing is ever downloaded: who would fetch the file is told from where. */
function missingFile(path: string, url: string | undefined): BundleSeen {
  if (url === undefined) return { messageId: 'bundle-file-missing/file', data: {}, path };
  return { messageId: 'bundle-file-missing/to-fetch', data: { url: visible(url) }, path };
}

function* judgeChanged(
  { files, digests }: FixityInput,
  compared: readonly Compared[],
  messageId: 'bundle-file-changed/digest' | 'bundle-tag-changed/digest',
): Generator<BundleSeen> {
  const told = new Set<string>();
  for (const { manifest, listed, difference } of compared) {
    for (const path of difference.changed) {
      const row = files.rows.get(path) ?? -1;
      if (told.has(path) || digests.ended(row) !== 'whole') continue;
      told.add(path);
      const { algorithm } = manifest;
      const actual = digests.digest(row, algorithm);
      const expected = listed.others.get(path) ?? '';
      yield { messageId, data: { algorithm, expected, actual }, path };
    }
  }
}

function* judgeSameFiles(
  files: BagFiles,
  compared: readonly Compared[],
  names: ListedFiles,
  severity: 'error' | 'warning',
): Generator<BundleSeen> {
  if (compared.length < 2) return;
  const all = names.allOf(compared.map(({ listed }) => listed));
  for (const { manifest, listed } of compared) {
    for (const path of all) {
      if (names.isListed(path, files.rows.get(path), listed)) continue;
      const data = { manifest: manifest.name, path: visible(path) };
      yield { messageId: 'bundle-manifest-mismatch/files', data, path, severity };
    }
  }
}

function* judgeTags(input: FixityInput, names: ListedFiles): Generator<BundleSeen> {
  const compared = yield* compareAll(input, 'tags', names);
  const missing = compared.flatMap(({ difference }) => [
    ...difference.missing,
    ...difference.moved.map(({ from }) => from),
  ]);
  for (const path of new Set(missing)) {
    yield { messageId: 'bundle-tag-missing/file', data: {}, path };
  }
  yield* judgeChanged(input, compared, 'bundle-tag-changed/digest');
  // RFC 8493 section 2.2.1 only recommends it.
  yield* judgeSameFiles(input.files, compared, names, 'warning');
}

/** What is there and was to be fetched; its digest has told already whether it is the right file. */
function* judgeFetched({ bag, files, digests }: FixityInput): Generator<BundleSeen> {
  for (const { path, literal, sizeBytes, line } of bag.fetch?.entries ?? []) {
    const row = files.rows.get(path) ?? files.rows.get(literal);
    if (row === undefined || sizeBytes === undefined || digests.ended(row) !== 'whole') continue;
    const bytes = digests.sizeBytes(row);
    if (bytes === sizeBytes) continue;
    const data = { line, path: visible(path), said: sizeBytes, bytes };
    yield {
      messageId: 'bundle-fetch-invalid/length',
      data,
      path: 'fetch.txt',
      severity: 'warning',
    };
  }
}

function* judgeOxum(
  { bag, files, digests }: FixityInput,
  excused: ListedFiles['excused'],
): Generator<BundleSeen> {
  const values = bag.info ? valuesOf(bag.info, 'Payload-Oxum') : [];
  if (values.length === 0) return;
  const total = payloadTotal(files, digests);
  const unknown = isUnknown(files, digests);
  const path = bag.infoName;
  // Where there are several, none may be wrong.
  for (const value of values) {
    const said = /^(\d+)\.(\d+)$/.exec(value.trim());
    if (!said) {
      const data = { value: visible(value) };
      yield { messageId: 'bundle-info-invalid/oxum', data, path, severity: 'error' };
      return;
    }
    const [saidBytes, saidFiles] = [Number(said[1]), Number(said[2])];
    if ((total.bytes === saidBytes || unknown) && total.files === saidFiles) continue;
    const severity = isExcused(saidBytes - total.bytes, saidFiles - total.files, excused)
      ? 'warning'
      : 'error';
    const data = { saidBytes, saidFiles, ...total };
    yield { messageId: 'bundle-oxum-mismatch/count', data, path, severity };
    return;
  }
}

/** Of these not a byte was taken. */
const NOT_READ: ReadonlySet<Ended> = new Set(['unreadable', 'header', 'hidden', 'overlap']);

/** How many bytes a file has that cannot be read, nobody knows. */
function isUnknown({ rows }: BagFiles, digests: DigestFacts): boolean {
  for (const row of rows.values()) if (NOT_READ.has(digests.ended(row))) return true;
  return false;
}

/** Is all that lacks to the total the files that are no loss? */
function isExcused(bytes: number, files: number, excused: ListedFiles['excused']): boolean {
  const sizes = [...excused.values()];
  const known = sizes.reduce<number>((sum, size) => sum + (size ?? 0), 0);
  const isKnown = sizes.every((size) => size !== undefined);
  return files > 0 && files === sizes.length && (isKnown ? bytes === known : bytes >= known);
}
