/** Where a bundle must not be written or unpacked: into evidence, and into another bundle. */
import { existsSync, readdirSync, realpathSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { compareText } from '../../core/text.js';
import { isWithin } from '../within.js';

/** The nearest folder at or above `path` that is a bag; what is written into it spoils it. */
export function bagAround(path: string): string | undefined {
  for (let folder = path; ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'bagit.txt'))) return folder;
    if (folder === dirname(folder)) return undefined;
  }
}

/** The bundle that `path` is or lies in; a zip or tar by its name. */
export function bundleAt(path: string): string | undefined {
  return bagAround(path) ?? (isPacked(path) ? path : undefined);
}

/** What in a folder can be a bundle: paths of zips, of tars and of folders that are bags, sorted. */
export function bundlesIn(folder: string): readonly string[] {
  return namesIn(folder)
    .sort(compareText)
    .map((name) => join(folder, name))
    .filter((path) => isPacked(path) || existsSync(join(path, 'bagit.txt')));
}

function isPacked(path: string): boolean {
  return /\.(zip|tar|tgz|tar\.gz)$/i.test(path);
}

/** None of what is no folder. */
function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** Is `path` in `folder`, or `folder` itself, links followed? What is not there yet is judged by what it will lie in. */
export function liesWithin(path: string, folder: string): boolean {
  return isWithin(realPlace(path), realPlace(folder));
}

/** Links followed as far as the path is on the disk. */
export function realPlace(path: string): string {
  if (existsSync(path)) return realpathSync(path);
  return path === dirname(path) ? path : join(realPlace(dirname(path)), basename(path));
}
