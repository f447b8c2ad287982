import { parentOf } from '../../../core/archive/paths.js';
import { isTagText } from '../../../core/bundle/bag/bag.js';
import type { BagFiles } from '../../../core/bundle/judge/facts.js';
import { PathRows } from '../../../core/bundle/bag/path-rows.js';
import { isLitter, isMacShadow } from '../../../core/bundle/bag/paths.js';
import type { ParsedManifest } from '../../../core/bundle/bag/parse-manifest.js';
import type { BagSource, Listed } from './source.js';

/** The bag in a source: the folder that holds it, and its files by their paths in the bag. */
export interface FoundBag {
  /** `unit-2020-x/`, or empty when the bag is not in a folder of its own. */
  readonly prefix: string;
  readonly files: BagFiles;
  /** A file's path for an equal one, so that not every list keeps its own. */
  readonly same: (path: string) => string;
}

/**
 * Find the bag in what is listed: at its top, or in the one folder there that looks like a bag.
 *
 * @returns `undefined` when nothing looks like a bag.
 */
export function findBag(source: BagSource): FoundBag | undefined {
  const prefix = prefixOf(source.listed);
  if (prefix === undefined) return undefined;
  const isTar = source.kind === 'tar' || source.kind === 'tar.gz';
  const rows = new PathRows();
  const tags = new Map<string, number>();
  const folders = new Set<string>();
  const links: string[] = [];
  const outside: string[] = [];
  const beside = new Map<string, number>();
  const litter = new Map<string, number>();
  source.listed.forEach(({ path, kind }, row) => {
    const inside = path.startsWith(prefix) ? path.slice(prefix.length) : undefined;
    const isLeft = isLitter(path) || (isTar && isMacShadow(path));
    if (kind === 'file' && inside !== undefined && !isLeft) {
      rows.set(inside, row);
      if (!inside.startsWith('data/')) tags.set(inside, row);
      return;
    }
    if (inside !== undefined) addFolders(folders, kind === 'folder' ? `${inside}/` : inside);
    if (kind === 'file' && isLeft) litter.set(inside ?? path, row);
    else if (kind === 'link') links.push(inside ?? path);
    else {
      if (kind === 'file') outside.push(path);
      beside.set(path, row);
    }
  });
  for (const { folder } of rows.runs) addFolders(folders, `${folder}/`);
  const { kind, guessed, others, backslashes = 0 } = source;
  const marks = { guessed, others, backslashes };
  const files = { kind, rows, tags, folders, links, outside, beside, litter, ...marks };
  return { prefix, files, same: (path) => rows.same(path) };
}

/** Take for files of the bag what is listed, even if a system may have left it. */
export function withListed(files: BagFiles, manifests: readonly ParsedManifest[]): BagFiles {
  if (files.litter.size === 0) return files;
  const rows = new PathRows();
  for (const [path, row] of files.rows) rows.set(path, row);
  const tags = new Map(files.tags);
  const litter = new Map(files.litter);
  for (const { path } of manifests.flatMap(({ entries }) => entries)) {
    const row = litter.get(path);
    if (row === undefined) continue;
    rows.set(path, row);
    if (!path.startsWith('data/')) tags.set(path, row);
    litter.delete(path);
  }
  return { ...files, rows, tags, litter };
}

function addFolders(folders: Set<string>, path: string): void {
  for (let at = path.lastIndexOf('/'); at > 0; at = path.lastIndexOf('/', at - 1)) {
    const folder = path.slice(0, at);
    if (folders.has(folder)) return;
    folders.add(folder);
  }
}

/** Where bags are in what is none itself: the folders with a `bagit.txt` that are least far down. */
export function bagsBelow(listed: readonly Listed[]): readonly string[] {
  const folders = listed.flatMap(({ path, kind }) =>
    kind === 'file' && path.endsWith('/bagit.txt') ? parentOf(path) : [],
  );
  const depths = folders.map((folder) => folder.split('/').length);
  const least = depths.reduce((least, depth) => Math.min(least, depth), Infinity);
  return folders.filter((_, at) => depths[at] === least);
}

function prefixOf(listed: readonly Listed[]): string | undefined {
  const tops = new Set<string>();
  const isAtTop = listed.some(({ path }) => {
    const slash = path.indexOf('/');
    // Most are deeper than any that tells something.
    if (slash > 0 && path.includes('/', slash + 1) && !path.startsWith('data/')) return false;
    if (isLitter(path)) return false;
    if (slash > 0 && isTagText(path.slice(slash + 1))) tops.add(path.slice(0, slash + 1));
    return slash < 0 ? path === 'data' || isTagText(path) : path.startsWith('data/');
  });
  if (isAtTop) return '';
  const [only, another] = tops;
  return another === undefined ? only : undefined;
}
