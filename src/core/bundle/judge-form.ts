/** Is it a proper BagIt bag, whatever its files hold? */
import type { Bag, Manifest } from './bag.js';
import type { BagFiles } from './facts.js';
import { byFolder, isUnsafePath, isWindowsPath, pathFolder, visible } from './paths.js';
import type { BundleSeen } from './rules.js';
import { linesOf, valuesOf } from './tag-file.js';

export function* judgeForm(bag: Bag, files: BagFiles): Generator<BundleSeen> {
  if (bag.declarationTrouble !== undefined) {
    yield {
      messageId: `bundle-declaration-invalid/${bag.declarationTrouble}`,
      data: {},
      path: 'bagit.txt',
    };
  }
  if (!hasData(files)) {
    yield { messageId: 'bundle-declaration-invalid/data', data: {}, path: 'data' };
  }
  yield* judgeManifests(bag);
  yield* judgeInfo(bag);
  yield* judgeFetch(bag);
  for (const path of files.links) yield { messageId: 'bundle-link/link', data: {}, path };
  yield* judgeNames(files);
  yield* notesOn(files);
}

function hasData(files: BagFiles): boolean {
  if (files.folders.has('data')) return true;
  for (const path of files.rows.keys()) if (path.startsWith('data/')) return true;
  return false;
}

function* judgeManifests(bag: Bag): Generator<BundleSeen> {
  const encoding = bag.declaration?.encoding ?? 'UTF-8';
  for (const path of bag.undecodable) {
    yield { messageId: 'bundle-manifest-invalid/text', data: { encoding }, path };
  }
  const known = bag.manifests.some(({ of }) => of === 'payload');
  for (const manifest of bag.unknownManifests) {
    // With no other manifest nothing at all was checked.
    const severity = known || /^tag/i.test(manifest) ? 'warning' : 'error';
    const data = { manifest };
    yield { messageId: 'bundle-algorithm-unknown/manifest', data, path: manifest, severity };
  }
  const isPayload = (name: string) => /^manifest-/i.test(name);
  if (!known && ![...bag.unknownManifests, ...bag.undecodable].some(isPayload)) {
    yield { messageId: 'bundle-manifest-missing/payload', data: {} };
  }
  for (const manifest of bag.manifests) yield* judgeLines(manifest);
}

function* judgeLines({ name, troubles }: Manifest): Generator<BundleSeen> {
  for (const { trouble, line, text } of troubles) {
    yield {
      messageId: `bundle-manifest-invalid/${trouble}`,
      data: { line, text: visible(text) },
      path: name,
      severity: trouble === 'repeated' || trouble === 'dotted' ? 'warning' : 'error',
    };
  }
}

function* judgeInfo({ info }: Bag): Generator<BundleSeen> {
  const path = 'bag-info.txt';
  for (const line of info?.badLines ?? []) {
    yield { messageId: 'bundle-info-invalid/line', data: { line }, path };
  }
  // RFC 8493 section 2.2.2: these must not be given twice.
  for (const label of ['Bagging-Date', 'Payload-Oxum', 'Bag-Group-Identifier', 'Bag-Count']) {
    if (info && valuesOf(info, label).length > 1) {
      yield { messageId: 'bundle-info-invalid/repeated', data: { label }, path };
    }
  }
}

function* judgeFetch(bag: Bag): Generator<BundleSeen> {
  const listed = new Set(bag.manifests.flatMap(({ entries }) => entries.map(({ path }) => path)));
  let line = 0;
  for (const text of linesOf(bag.fetch ?? '')) {
    line += 1;
    if (text.trim() === '') continue;
    const path = /^\S+[ \t]+(?:\d+|-)[ \t]+(\S.*)$/.exec(text)?.[1]?.replace(/^\.\//, '');
    if (path === undefined || !path.startsWith('data/') || isUnsafePath(path)) {
      const data = { line, text: visible(text) };
      yield { messageId: 'bundle-fetch-invalid/line', data, path: 'fetch.txt' };
    } else if (!listed.has(path) && !listed.has(decodeURIPercent(path))) {
      const data = { line, path: visible(path) };
      yield { messageId: 'bundle-fetch-invalid/unlisted', data, path: 'fetch.txt' };
    }
  }
}

function decodeURIPercent(path: string): string {
  return path.replace(/%(0a|0d|25)/gi, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}

/** Names that another system would not hold, or not hold apart. */
function* judgeNames(files: BagFiles): Generator<BundleSeen> {
  const isPortable = byFolder(isWindowsPath, (folder, name) => folder && name);
  const fold = pathFolder();
  const first = new Map<string, string>();
  for (const path of files.rows.keys()) {
    if (!isPortable(path)) yield { messageId: 'bundle-name-unportable/name', data: {}, path };
    // A zip with such names was refused before.
    if (files.kind === 'zip') continue;
    const folded = fold(path);
    const other = first.get(folded);
    if (other === undefined) first.set(folded, path);
    else yield { messageId: 'bundle-name-collision/names', data: { other: visible(other) }, path };
  }
}

function* notesOn(files: BagFiles): Generator<BundleSeen> {
  for (const path of files.outside)
    yield { messageId: 'bundle-stray-file/outside', data: {}, path, severity: 'error' };
  const [example] = [...files.litter.keys()].sort();
  if (example !== undefined) {
    const data = { count: files.litter.size, example: visible(example) };
    yield { messageId: 'bundle-litter/files', data };
  }
  if (files.guessed) yield { messageId: 'bundle-name-guessed/names', data: files.guessed };
}
