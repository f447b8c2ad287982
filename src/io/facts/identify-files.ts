/** What the files of an archive really are, each looked at once as long as nobody writes to it. */
import { lstatSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { ArchivePath } from '../../core/archive/paths.js';
import { digestLookalikes } from './digest-lookalikes.js';
import { FileLooker, type FileStats } from './file-looker.js';
import {
  FormatsCache,
  readFormatsCache,
  saveFormatsCache,
  type CachedFile,
} from './formats-cache.js';

export interface IdentifyOptions {
  /** Is what was seen before to be used, and what is seen now to be kept, in `.dangan/cache`? */
  readonly cache: boolean;
  /** Are files that are as long as another and begin alike to be read whole, to tell whether they are the same? */
  readonly digests: boolean;
  /** When each file that is not in the cache has been looked at. */
  readonly onFile?: ((done: number, all: number) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
  /** A file as it was looked at before, of which it is known that nobody has written to it since. */
  readonly before?: (path: ArchivePath) => CachedFile | undefined;
  /** What the disk has just told of a file, asked for in the order of `paths`; it is asked itself about all others. */
  readonly listed?: ((path: ArchivePath) => FileStats | undefined) | undefined;
  /** For tests: told of every file that is opened. */
  readonly onOpen?: (path: string) => void;
}

/** So many files are looked at between two looks at Ctrl-C. */
const FILES_A_BREATH = 64;

/**
 * Tell what each of the files is, from its first bytes, and where its format needs them those at its end. Nothing that
 * a file holds ends the run.
 *
 * @param root - The archive's folder.
 * @param paths - From it; what is no file any more is not in the result.
 * @throws the reason of `signal`.
 */
export async function identifyFiles(
  root: string,
  paths: readonly ArchivePath[],
  options: IdentifyOptions,
): Promise<ReadonlyMap<ArchivePath, CachedFile>> {
  const began = Date.now();
  const cache = options.cache ? readFormatsCache(root) : new FormatsCache([]);
  const files: CachedFile[] = [];
  const unseen: Unseen[] = [];
  for (const path of paths) {
    const before = options.before?.(path);
    if (before) {
      files.push(before);
      continue;
    }
    const stats = options.listed?.(path) ?? statsOf(`${root}/${path}`);
    if (!stats) continue;
    const known = cache.find(path);
    if (known && isSame(known, stats)) files.push(known);
    else {
      const { size, mtimeMs, ino, blocks } = stats;
      unseen.push({ at: files.push(PENDING) - 1, path, stats: { size, mtimeMs, ino, blocks } });
    }
  }
  let done = 0;
  try {
    const looker = new FileLooker(options.onOpen);
    for (const { at, path, stats } of unseen) {
      files[at] = looker.look(join(root, path), stats, path);
      done += 1;
      options.onFile?.(done, unseen.length);
      if (done % FILES_A_BREATH === 0) await breath(options.signal);
    }
    const isDigested = options.digests && (await digestLookalikes(root, files, options));
    if (options.cache && (done > 0 || isDigested)) save(root, cache, files, began);
  } catch (error) {
    // After Ctrl-C, too: the next run goes on from there.
    if (options.cache && done > 0) save(root, cache, files, began);
    throw error;
  }
  const found = new Map<ArchivePath, CachedFile>();
  for (const file of files) found.set(file.path, file);
  return found;
}

interface Unseen {
  readonly at: number;
  readonly path: ArchivePath;
  readonly stats: FileStats;
}

/** In the place of one that is still to be looked at. */
const PENDING: CachedFile = {
  path: '',
  sizeBytes: -1,
  mtimeMs: Infinity,
  inode: -1,
  format: undefined,
  marks: [],
  begin: 0,
  sha256: undefined,
};

async function breath(signal: AbortSignal | undefined): Promise<void> {
  await setImmediate();
  signal?.throwIfAborted();
}

/** Files that were not asked for stay known as long as they are there. */
function others(root: string, cache: FormatsCache, asked: readonly CachedFile[]): CachedFile[] {
  const paths = new Set(asked.map(({ path }) => path));
  const isThere = (path: ArchivePath) =>
    lstatSync(join(root, path), { throwIfNoEntry: false })?.isFile() === true;
  return [...cache.files()].filter(({ path }) => !paths.has(path) && isThere(path));
}

/** @returns `undefined` of what is no file. */
function statsOf(path: string): FileStats | undefined {
  const stats = lstatSync(path, { throwIfNoEntry: false });
  return stats?.isFile() ? stats : undefined;
}

function isSame({ sizeBytes, mtimeMs, inode }: CachedFile, stats: FileStats): boolean {
  return sizeBytes === stats.size && mtimeMs === stats.mtimeMs && inode === stats.ino;
}

/** Clocks of disks tick: what was written to so shortly before may be written to again in the same tick. */
const TICK_MS = 2000;

/** What the disk could not read may be there the next time. */
function save(
  root: string,
  cache: FormatsCache,
  files: readonly CachedFile[],
  began: number,
): void {
  const settled = files.filter(
    ({ mtimeMs, marks }) => mtimeMs < began - TICK_MS && !marks.includes('unreadable'),
  );
  saveFormatsCache(root, [...settled, ...others(root, cache, files)]);
}
