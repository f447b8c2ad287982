/** The evidence tree as a value: one listing per folder, nothing opened, nothing followed. */
import { isUtf8 } from 'node:buffer';
import { readdirSync, type Dirent } from 'node:fs';
import { sep } from 'node:path';
import { folderFromNames } from '../../core/archive/folder-from-names.js';
import type { Folder, Oddity } from '../../core/archive/types.js';
import type { ArchivePath } from '../../core/archive/paths.js';
import type { Ignores } from '../../core/globs/ignore.js';
import { isKeptName } from '../../core/naming/junk.js';
import { compareNatural } from '../../core/naming/natural-order.js';
import { compareText } from '../../core/text.js';
import { DanganError } from '../../errors.js';
import { SETTINGS_FILE } from './read-settings.js';

/** No archive is deeper; a tree that is was made by a program that went wrong. */
const DEEPEST = 64;

/** What bytes that are no UTF-8 are shown as. */
const REPLACEMENT = '\uFFFD';

/** An entry of a folder, as systems list it. */
export type Listed = Pick<Dirent, 'name' | 'isFile' | 'isDirectory' | 'isSymbolicLink'>;

interface Listing {
  /** In any order. */
  readonly entries: readonly Listed[];
  /**
   * The names that are not UTF-8, as they are shown. No path can be made of them, so what they name cannot be opened:
   * they are reported instead.
   */
  readonly garbled?: ReadonlySet<string> | undefined;
}

/** Lists a folder of an archive. @throws {DanganError} ARCHIVE_UNREADABLE */
export type ListFolder = (path: ArchivePath) => Listing;

/**
 * Read the folder tree from `path` on.
 *
 * Symbolic links are told, not followed: there is no loop, and nothing outside the tree is read.
 *
 * @param ignores - What is left out: it is told by its name, and not entered.
 * @param known - Folders in it that were read before, with all that is in them, and need not be read again.
 * @param name - What the folder is called, and with `path` where it is, in the archive.
 * @throws {DanganError} ARCHIVE_UNREADABLE - a folder cannot be listed: a tree with a hole is not judged.
 * @throws {DanganError} ARCHIVE_TOO_DEEP
 * @throws {DanganError} ARCHIVE_INSIDE - a folder is an archive of its own: its settings would be renamed as evidence.
 */
export function walk(
  list: ListFolder,
  ignores: Ignores | undefined,
  name: string,
  path: ArchivePath,
  depth = 0,
  known: (path: ArchivePath) => Folder | undefined = nothingKnown,
): Folder {
  if (depth > DEEPEST) throw new DanganError('ARCHIVE_TOO_DEEP', { path, deepest: DEEPEST });
  const folders: string[] = [];
  const files: string[] = [];
  const oddities: Oddity[] = [];
  const { entries, garbled } = list(path);
  for (const entry of entries) {
    const own = entry.name;
    if (garbled?.has(own)) {
      oddities.push({ name: own, kind: 'garbled' });
    } else if (ignores?.(path, own, entry.isDirectory()) && !isKeptFile(entry)) {
      oddities.push({ name: own, kind: 'ignored' });
    } else if (own === SETTINGS_FILE && !entry.isDirectory()) {
      throw new DanganError('ARCHIVE_INSIDE', { path });
    } else if (entry.isFile()) {
      if (!isKeptName(own)) files.push(own);
    } else if (entry.isDirectory()) {
      folders.push(own);
    } else {
      oddities.push({ name: own, kind: entry.isSymbolicLink() ? 'link' : 'other' });
    }
  }
  const below = folders.sort(compareNatural).map((own) => {
    const place = `${path}/${own}`;
    return known(place) ?? walk(list, ignores, own, place, depth + 1, known);
  });
  oddities.sort((a, b) => compareText(a.name, b.name));
  return folderFromNames({ name, path, folders: below, oddities }, files);
}

const nothingKnown = () => undefined;

/**
 * Lists folders of a disk. Without promises, one folder after the other, is what is quickest: the names come from the
 * system's cache.
 *
 * @param root - Of the archive.
 */
export function diskLister(root: string): ListFolder {
  return (path) => {
    const disk = `${root}${sep}${path}`;
    const entries = listing(disk, path);
    return { entries, garbled: garbledNames(disk, entries) };
  };
}

function listing(disk: string, path: ArchivePath): Dirent[] {
  try {
    return readdirSync(disk, { withFileTypes: true });
  } catch (cause) {
    throw new DanganError('ARCHIVE_UNREADABLE', { path }, { cause });
  }
}

/** The ledger is ours, and git has its own way to leave out its files. */
function isKeptFile(entry: Listed): boolean {
  return entry.isFile() && isKeptName(entry.name);
}

function garbledNames(disk: string, entries: readonly Dirent[]): Set<string> | undefined {
  if (!entries.some((entry) => entry.name.includes(REPLACEMENT))) return undefined;
  const names = readdirSync(disk, { encoding: 'buffer' });
  return new Set(names.filter((name) => !isUtf8(name)).map((name) => name.toString('utf8')));
}
