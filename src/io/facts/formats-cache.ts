/**
 * What files that have not been written to since really are. It is read on every check, so that it is written by
 * columns, folder by folder: names of ten thousand files are read in a few milliseconds.
 */
import { nameOf, parentOf, type ArchivePath } from '../../core/archive/paths.js';
import {
  FILE_FORMATS,
  MARKS,
  type FileFacts,
  type FileFormat,
  type Identified,
  type Mark,
} from '../../core/documents/types.js';
import { readCache, saveCache } from '../cache-file.js';

/** From the archive's folder. */
export const FORMATS_CACHE = '.dangan/cache/formats';
/** The number goes up also when a format or a mark is put into a list. */
const CACHE = { path: FORMATS_CACHE, format: 'dangan/formats@1' };

/** A file as it was when it was looked at. */
export interface CachedFile extends FileFacts {
  readonly path: ArchivePath;
  readonly mtimeMs: number;
  readonly inode: number;
  /** CRC-32 of its first bytes. */
  readonly begin: number;
}

interface FolderColumns {
  readonly path: ArchivePath;
  readonly names: string[];
  readonly sizes: number[];
  readonly times: number[];
  readonly inodes: number[];
  /** `codeOf` what each is. */
  readonly codes: number[];
  readonly begins: number[];
  /** By the number of the file. */
  readonly digests: Record<string, string>;
}

/** In the order in which they were written. */
export function readFormatsCache(root: string): readonly CachedFile[] {
  const folders = (readCache(root, CACHE) ?? []) as readonly FolderColumns[];
  return folders.flatMap(filesOf);
}

export function saveFormatsCache(root: string, files: Iterable<CachedFile>): void {
  saveCache(root, CACHE, [...foldersOf(files)]);
}

function filesOf(folder: FolderColumns): CachedFile[] {
  const { path, names, sizes, times, inodes, codes, begins, digests } = folder;
  const hasDigests = Object.keys(digests).length > 0;
  return names.map((name, at) => {
    const { format, marks } = identifiedBy(codes[at] ?? 0);
    return {
      path: `${path}/${name}`,
      format,
      marks,
      sizeBytes: sizes[at] ?? -1,
      mtimeMs: times[at] ?? -1,
      inode: inodes[at] ?? -1,
      begin: begins[at] ?? 0,
      sha256: hasDigests ? digests[at] : undefined,
    };
  });
}

function foldersOf(files: Iterable<CachedFile>): Iterable<FolderColumns> {
  const folders = new Map<ArchivePath, FolderColumns>();
  for (const file of files) {
    const { path, sizeBytes, mtimeMs, inode, begin, sha256 } = file;
    const parent = parentOf(path);
    const folder = folders.get(parent) ?? newFolder(parent);
    folders.set(parent, folder);
    if (sha256 !== undefined) folder.digests[folder.names.length] = sha256;
    folder.names.push(nameOf(path));
    folder.sizes.push(sizeBytes);
    folder.times.push(mtimeMs);
    folder.inodes.push(inode);
    folder.codes.push(codeOf(file));
    folder.begins.push(begin);
  }
  return folders.values();
}

function newFolder(path: ArchivePath): FolderColumns {
  return { path, names: [], sizes: [], times: [], inodes: [], codes: [], begins: [], digests: {} };
}

/** A bit for each mark, and above them the number of the format; 0 for none. */
function codeOf({ format, marks }: Identified): number {
  const bits = marks.reduce((sum, mark) => sum + 2 ** MARKS.indexOf(mark), 0);
  return (format === undefined ? 0 : FILE_FORMATS.indexOf(format) + 1) * 2 ** MARKS.length + bits;
}

const byCode = new Map<number, Identified>();

/** One value for all files of one kind. */
function identifiedBy(code: number): Identified {
  const known = byCode.get(code);
  if (known) return known;
  const format: FileFormat | undefined = FILE_FORMATS[Math.floor(code / 2 ** MARKS.length) - 1];
  const marks = MARKS.filter((_: Mark, bit) => (code & (2 ** bit)) !== 0);
  const identified = { format, marks };
  byCode.set(code, identified);
  return identified;
}
