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
const CACHE = { path: FORMATS_CACHE, format: 'dangan/formats@2' };

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

/** What was kept of the files that were there the last time. */
export class FormatsCache {
  readonly #folders: readonly FolderColumns[];
  #byPath: ReadonlyMap<ArchivePath, FolderColumns> | undefined;
  /** The folder that was asked about last, and which of its files is next if none came or went. */
  #folder: FolderColumns | undefined;
  #next = 0;
  /** The numbers of its files, once one was asked for out of turn. */
  #numbers: ReadonlyMap<string, number> | undefined;

  constructor(folders: readonly FolderColumns[]) {
    this.#folders = folders;
  }

  find(path: ArchivePath): CachedFile | undefined {
    const end = path.lastIndexOf('/');
    const folder = this.#folderAt(path, end);
    if (!folder) return undefined;
    const at = this.#numberOf(path.slice(end + 1), folder);
    if (at === undefined) return undefined;
    this.#next = at + 1;
    return fileAt(folder, at, path);
  }

  *files(): Generator<CachedFile> {
    for (const folder of this.#folders) {
      for (const [at, name] of folder.names.entries()) {
        yield fileAt(folder, at, `${folder.path}/${name}`);
      }
    }
  }

  #folderAt(path: ArchivePath, end: number): FolderColumns | undefined {
    if (this.#folder?.path.length === end && path.startsWith(this.#folder.path)) {
      return this.#folder;
    }
    this.#byPath ??= new Map(this.#folders.map((folder) => [folder.path, folder]));
    this.#next = 0;
    this.#numbers = undefined;
    return (this.#folder = this.#byPath.get(path.slice(0, end)));
  }

  #numberOf(name: string, { names }: FolderColumns): number | undefined {
    if (names[this.#next] === name) return this.#next;
    this.#numbers ??= new Map(names.map((each, number) => [each, number]));
    return this.#numbers.get(name);
  }
}

export function readFormatsCache(root: string): FormatsCache {
  return new FormatsCache(readCache(root, CACHE) as readonly FolderColumns[]);
}

export function saveFormatsCache(root: string, files: Iterable<CachedFile>): void {
  saveCache(root, CACHE, foldersOf(files));
}

function fileAt(
  { sizes, times, inodes, codes, begins, digests }: FolderColumns,
  at: number,
  path: ArchivePath,
): CachedFile {
  const { format, marks } = identifiedBy(codes[at] ?? 0);
  return {
    path,
    format,
    marks,
    sizeBytes: sizes[at] ?? -1,
    mtimeMs: times[at] ?? -1,
    inode: inodes[at] ?? -1,
    begin: begins[at] ?? 0,
    sha256: digests[at],
  };
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
