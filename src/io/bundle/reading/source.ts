/** A bag as it lies there, a folder, a zip or a tar: one way to list its files and to read them. */
import { closeSync, existsSync, openSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isTagText } from '../../../core/bundle/bag/bag.js';
import type { BagFiles } from '../../../core/bundle/judge/facts.js';
import { PathRows } from '../../../core/bundle/bag/path-rows.js';
import { isLitter, isMacShadow } from '../../../core/bundle/bag/paths.js';
import type { ParsedManifest } from '../../../core/bundle/bag/parse-manifest.js';
import type { Refusal } from '../../../core/bundle/judge/refusal.js';
import { isTarHeader, TAR_BLOCK } from '../../../core/bundle/tar/headers.js';
import type { ZipLimits } from '../../../core/bundle/zip/directory.js';
import { DanganError, diskError } from '../../../errors.js';
import type { CopyTo } from '../../digest/copy.js';
import type { DigestTable } from '../../digest/table.js';
import type { Pause, Threads } from '../../threads/threads.js';
import { openFolder } from './folder-source.js';
import { readAt } from './read-at.js';
import { openZip } from './zip-source.js';

/** What is in it, in no particular order. */
export interface Listed {
  /** `/` between the parts, never one at the ends. */
  readonly path: string;
  readonly kind: 'file' | 'folder' | 'link';
  readonly sizeBytes: number;
}

/** How all files are to be digested. */
export interface DigestRun {
  readonly table: DigestTable;
  /** Write them out on the way. */
  readonly copy?: CopyTo;
  readonly threads: Threads;
  readonly pause: Pause;
  /** What this thread does while the others have begun. */
  readonly meanwhile?: () => void;
}

export interface BagSource {
  readonly kind: BagFiles['kind'];
  /** Rows of the digest table. */
  readonly listed: readonly Listed[];
  readonly guessed: BagFiles['guessed'];
  /** The folder that is the bag, on a disk that holds more than that. */
  readonly others?: BagFiles['others'];
  /** See `BagFiles`. */
  readonly backslashes?: number;
  /** When there are any, nothing else may be asked of it. */
  readonly refusals: readonly Refusal[];
  /** @returns `undefined` when it cannot be read as a whole or is longer than `limit`. */
  readWhole(row: number, limit: number): Buffer | undefined;
  /** Bytes that digesting will read, for progress. */
  readonly totalBytes: number;
  digestAll(run: DigestRun): Promise<void>;
}

export interface OpenOptions {
  readonly signal?: AbortSignal | undefined;
  /** Of what has to be unpacked before its list is known. */
  readonly onProgress?: ((doneBytes: number, totalBytes: number) => void) | undefined;
}

/** What it is, is told by how it begins, whatever its name is. */
export async function openBundle(
  path: string,
  limits: ZipLimits,
  options: OpenOptions,
): Promise<BagSource> {
  const begins = beginning(path);
  if (begins === undefined) return openFolder(path);
  if (begins[0] === 0x1f && begins[1] === 0x8b) {
    return (await import('./tar-gz-source.js')).openTarGz(path, limits, options);
  }
  if (isTarHeader(begins)) return (await import('./tar-source.js')).openTar(path, limits);
  return openZipOrTell(path, begins, limits);
}

/** What is no zip may be something else that is known by how it begins. */
function openZipOrTell(path: string, begins: Buffer, limits: ZipLimits): BagSource {
  try {
    return openZip(path, limits);
  } catch (error) {
    if (!(error instanceof DanganError) || error.code !== 'BUNDLE_NOT_A_ZIP') throw error;
    throw new DanganError('BUNDLE_NOT_A_ZIP', { path, looks: looksOf(path, begins) });
  }
}

type Looks = 'empty' | 'blank' | 'rar' | '7z' | 'in-bag' | undefined;

function looksOf(path: string, begins: Buffer): Looks {
  if (begins.length === 0) return 'empty';
  if (begins.every((byte) => byte === 0)) return 'blank';
  if (begins.subarray(0, 4).equals(RAR)) return 'rar';
  if (begins.subarray(0, 6).equals(SEVEN_ZIP)) return '7z';
  return existsSync(join(dirname(path), 'bagit.txt')) ? 'in-bag' : undefined;
}

const RAR = Buffer.from('Rar!');
const SEVEN_ZIP = Buffer.from([0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c]);

/** @returns `undefined` of a folder. */
function beginning(path: string): Buffer | undefined {
  let file = -1;
  try {
    const stat = statSync(path);
    if (stat.isDirectory()) return undefined;
    // A pipe would keep who opens it waiting.
    if (!stat.isFile()) throw new DanganError('BUNDLE_NOT_A_ZIP', { path, looks: undefined });
    file = openSync(path, 'r');
    return readAt(file, 0, TAR_BLOCK);
  } catch (cause) {
    throw cause instanceof DanganError ? cause : diskError(path, cause);
  } finally {
    if (file >= 0) closeSync(file);
  }
}

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
