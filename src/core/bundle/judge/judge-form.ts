/** Is it a proper BagIt bag, whatever its files hold? */
import { parentOf } from '../../archive/paths.js';
import { compareText } from '../../text.js';
import type { Bag, Manifest } from '../bag/bag.js';
import { judgeEntryNames } from './entry-names.js';
import type { BagFiles } from './facts.js';
import { pathsWith } from '../bag/path-rows.js';
import { isSystemFile, isSystemName, isUnportable, visible } from '../bag/paths.js';
import { isTooLongAnywhere } from '../packing/long-paths.js';
import type { BundleSeen } from './rules.js';
import type { FetchEntry } from '../bag/parse-fetch.js';
import { valuesOf } from '../bag/tag-file.js';

/** The bag as RFC 8493 wants it, but for the digests: declaration, lists, tags, what is to be fetched. */
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
  yield* judgeTagLists(bag);
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
  for (const path of bag.marked) {
    const severity = severityIn(bag);
    yield { messageId: 'bundle-manifest-invalid/mark', data: {}, path, severity };
  }
  const known = bag.manifests.some(({ of }) => of === 'payload');
  for (const manifest of bag.unknownManifests) {
    // With no other manifest nothing at all was checked.
    const severity = known || /^tag/i.test(manifest) ? 'warning' : 'error';
    const data = { manifest };
    yield { messageId: 'bundle-algorithm-unknown/manifest', data, path: manifest, severity };
  }
  const isPayload = (name: string) => /^manifest-/i.test(name);
  if (!known && ![...bag.unknownManifests, ...bag.unread].some(isPayload)) {
    yield { messageId: 'bundle-manifest-missing/payload', data: {} };
  }
  for (const manifest of bag.manifests) yield* judgeLines(manifest, severityIn(bag));
}

/** @param of10 - How bad is what only version 1.0 forbids: a file listed twice (RFC 8493 section 2.1.3)? */
function* judgeLines(
  { name, troubles, untold }: Manifest,
  of10: 'error' | 'warning',
): Generator<BundleSeen> {
  for (const [trouble, count] of untold) {
    const severity = trouble === 'repeated' ? of10 : 'error';
    yield { messageId: 'bundle-manifest-invalid/more', data: { count }, path: name, severity };
  }
  for (const { trouble, line, text, count } of troubles) {
    const told = { line, text: visible(text) };
    if (trouble === 'dotted' || trouble === 'starred') {
      const data = { ...told, count };
      const messageId = `bundle-manifest-invalid/${trouble}` as const;
      yield { messageId, data, path: name, severity: 'warning' };
    } else {
      const severity = trouble === 'repeated' ? of10 : 'error';
      const messageId = `bundle-manifest-invalid/${trouble}` as const;
      yield { messageId, data: told, path: name, severity };
    }
  }
}

/** What only version 1.0 demands is worth a word in an older bag. */
function severityIn({ declaration }: Bag): 'error' | 'warning' {
  return (declaration?.major ?? 1) >= 1 ? 'error' : 'warning';
}

/** RFC 8493 section 2.2.1: a tag manifest lists every payload manifest, and no tag manifest. */
function* judgeTagLists(bag: Bag): Generator<BundleSeen> {
  const names = [...bag.manifests.map(({ name }) => name), ...bag.unknownManifests];
  const payload = [...new Set([...names, ...bag.unread])].filter((name) =>
    /^manifest-/i.test(name),
  );
  // Those of the payload are not asked for their lines: there may be many.
  for (const { name: manifest, entries } of bag.manifests.filter(({ of }) => of === 'tags')) {
    const listed = new Set(entries.map(({ path }) => path));
    for (const path of payload) {
      if (listed.has(path)) continue;
      const data = { manifest, path: visible(path) };
      const severity = severityIn(bag);
      yield { messageId: 'bundle-manifest-mismatch/payload-manifest', data, path, severity };
    }
    for (const path of listed) {
      if (!/^tagmanifest-[^/]+$/i.test(path)) continue;
      const data = { manifest, path: visible(path) };
      const severity = severityIn(bag);
      yield { messageId: 'bundle-manifest-mismatch/tag-manifest', data, path, severity };
    }
  }
}

/** From 1.0 on every element must be as RFC 8493 has it (section 3), such as the lines of section 2.2.2. */
function* judgeInfo(bag: Bag): Generator<BundleSeen> {
  const { info, infoName: path } = bag;
  if (info === undefined) return;
  const severity = severityIn(bag);
  for (const line of info.badLines) {
    yield { messageId: 'bundle-info-invalid/line', data: { line }, path, severity };
  }
  if (info.moreBadLines > 0) {
    const data = { count: info.moreBadLines };
    yield { messageId: 'bundle-info-invalid/more', data, path, severity };
  }
  // Of the labels that must not or should not be given twice only the Oxum must not.
  for (const label of [
    'Payload-Oxum',
    'Bagging-Date',
    'Bag-Size',
    'Bag-Group-Identifier',
    'Bag-Count',
  ]) {
    if (valuesOf(info, label).length < 2) continue;
    const data = { label };
    const isOxum = label === 'Payload-Oxum';
    yield {
      messageId: 'bundle-info-invalid/repeated',
      data,
      path,
      severity: isOxum ? severity : 'warning',
    };
  }
}

/** The lines of `fetch.txt`, whether or not their files are there. */
function* judgeFetch(bag: Bag): Generator<BundleSeen> {
  if (bag.fetch === undefined) return;
  const { entries, troubles, untold } = bag.fetch;
  for (const { trouble, line, text } of troubles) {
    yield {
      messageId: `bundle-fetch-invalid/${trouble}`,
      data: { line, text: visible(text) },
      path: 'fetch.txt',
      severity: trouble === 'outside' ? severityIn(bag) : 'error',
    };
  }
  for (const [trouble, count] of untold) {
    const severity = trouble === 'outside' ? severityIn(bag) : 'error';
    yield { messageId: 'bundle-fetch-invalid/more', data: { count }, path: 'fetch.txt', severity };
  }
  if (entries.length === 0) return;
  const listed = new Set(
    bag.manifests.flatMap(({ of, entries: rows }) =>
      of === 'payload' ? rows.flatMap(({ path, literal }) => [path, literal]) : [],
    ),
  );
  const isListed = ({ path, literal }: FetchEntry) => listed.has(path) || listed.has(literal);
  for (const entry of entries) {
    if (isListed(entry)) continue;
    const data = { line: entry.line, path: visible(entry.path) };
    const severity = severityIn(bag);
    yield { messageId: 'bundle-fetch-invalid/unlisted', data, path: 'fetch.txt', severity };
  }
}

/** Names that another system would not hold, or not hold apart. */
function* judgeNames(files: BagFiles): Generator<BundleSeen> {
  for (const path of pathsWith(files.rows, isUnportable)) {
    yield { messageId: 'bundle-name-unportable/name', data: {}, path };
  }
  for (const path of files.rows.paths) {
    if (!isTooLongAnywhere(path)) continue;
    yield { messageId: 'bundle-name-unportable/long', data: { length: path.length }, path };
  }
  // A zip or a tar with names that meet was refused before.
  if (files.kind !== 'folder') return;
  const entries = Array.from(files.rows.keys(), (path) => ({ path, kind: 'file' as const }));
  for (const { code, entry, detail } of judgeEntryNames(entries)) {
    // On a disk a file and a folder only meet when their names are spelled in two ways, which is told as such.
    if (code === 'BUNDLE_FILE_AS_FOLDER') continue;
    // Not as the disk happens to list them.
    const [other = '', path = ''] = [entry, detail].sort(compareText);
    yield { messageId: 'bundle-name-collision/names', data: { other }, path };
  }
}

/** The lowest folders that hold no file: no manifest can name them, so nobody sees it when they are lost. */
export function* judgeEmptyFolders(
  files: BagFiles,
  told: ReadonlySet<string>,
): Generator<BundleSeen> {
  const filled = new Set(files.rows.runs.map(({ folder }) => folder));
  for (const path of files.folders) filled.add(parentOf(path));
  for (const path of [...files.folders].sort(compareText)) {
    if (!path.startsWith('data/') || filled.has(path) || told.has(path)) continue;
    yield { messageId: 'bundle-empty-folder/folder', data: {}, path };
  }
}

/** Somebody's own, on the disk that the bag is on: nothing is said of them but that they were not looked at. */
function* notesOnOthers({ others }: BagFiles): Generator<BundleSeen> {
  const told = (others?.files ?? []).filter((path) => !isSystemFile(path)).sort(compareText);
  if (others === undefined || told[0] === undefined) return;
  const data = { folder: visible(others.folder), count: told.length, example: visible(told[0]) };
  yield { messageId: 'bundle-stray-file/others', data, severity: 'info' };
}

function* notesOn(files: BagFiles): Generator<BundleSeen> {
  yield* notesOnOthers(files);
  for (const path of files.outside)
    yield { messageId: 'bundle-stray-file/outside', data: {}, path, severity: 'error' };
  const kept = pathsWith(files.rows, isSystemName).toSorted();
  if (kept[0] !== undefined) {
    const data = { count: kept.length, example: visible(kept[0]) };
    yield { messageId: 'bundle-litter/listed', data };
  }
  const [example] = [...files.litter.keys()].sort();
  if (example !== undefined) {
    const data = { count: files.litter.size, example: visible(example) };
    yield { messageId: 'bundle-litter/files', data };
  }
  if (files.backslashes > 0) {
    const data = { count: files.backslashes };
    yield { messageId: 'bundle-name-guessed/backslashes', data };
  }
  if (files.guessed) yield { messageId: 'bundle-name-guessed/names', data: files.guessed };
}
