/** Verify a bundle and write it out: nothing before it is known to hold, and the target whole or not at all. */
import {
  lstatSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmdirSync,
  rmSync,
  statfsSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { isWindowsPath, visible } from '../../core/bundle/paths.js';
import { DanganError, diskError } from '../../errors.js';
import { DigestTable } from '../digest/table.js';
import { breathing } from '../threads/threads.js';
import { archiveAround } from '../archive/read-archive.js';
import { readSettings } from '../archive/read-settings.js';
import { bagAround, liesWithin } from './places.js';
import { removeLeftovers, temporaryPrefix } from './leftovers.js';
import type { BagSource, FoundBag } from './source.js';
import { verifyBundle, type VerifyOptions } from './verify.js';

export interface UnpackOptions extends VerifyOptions {
  readonly onWriting?: (doneBytes: number, totalBytes: number) => void;
}

export interface Unpacked {
  readonly files: number;
  readonly bytes: number;
}

/**
 * @param path - Absolute; of a zip or a folder.
 * @param to - Absolute; a new or an empty folder. Becomes the folder that holds `bagit.txt`.
 * @throws {DanganError} TARGET_EXISTS, UNPACK_INSIDE_EVIDENCE, PACK_INSIDE_BUNDLE, BUNDLE_DOES_NOT_HOLD
 */
export async function unpackBundle(
  path: string,
  to: string,
  options: UnpackOptions,
): Promise<Unpacked> {
  await refusePlace(to);
  const { report, source, found, table } = await verifyBundle(path, options);
  if (!report.holds || found === undefined || table === undefined) {
    const count = report.findings.filter(({ severity }) => severity === 'error').length;
    throw new DanganError('BUNDLE_DOES_NOT_HOLD', { path, count });
  }
  refuseNames(path, found);
  // A folder that is there may be a stick, which nothing can be renamed to.
  const inside = isFolder(to);
  const place = inside ? to : dirname(to);
  const prefix = temporaryPrefix('unpacking', basename(to));
  const temporary = join(place, `${prefix}${process.pid}`);
  try {
    makeFolders(temporary, { to, place, prefix }, source, found);
    await write(path, temporary, { source, found, table }, options);
    if (inside) await moveInto(temporary, to);
    else await renameTo(temporary, to);
  } catch (error) {
    rmSync(temporary, { recursive: true, force: true, maxRetries: 3 });
    throw error;
  }
  return report.payload;
}

/** In evidence it would become evidence; in another bundle it would spoil that. */
async function refusePlace(to: string): Promise<void> {
  if (!isFolder(to) || !isEmpty(to)) refuseTaken(to);
  const bundle = bagAround(to);
  if (bundle !== undefined) throw new DanganError('PACK_INSIDE_BUNDLE', { path: to, bundle });
  const root = archiveAround(to);
  if (root === undefined) return;
  const evidence = join(root, (await readSettings(root, root)).settings.evidence);
  if (liesWithin(to, evidence)) {
    throw new DanganError('UNPACK_INSIDE_EVIDENCE', { path: to, root: evidence });
  }
}

function isFolder(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

/** But for what a killed run left. */
function isEmpty(folder: string): boolean {
  const prefix = temporaryPrefix('unpacking', basename(folder));
  return readdirSync(folder).every((name) => name.startsWith(prefix));
}

function refuseTaken(to: string): void {
  if (lstatSync(to, { throwIfNoEntry: false })) {
    throw new DanganError('TARGET_EXISTS', { path: to });
  }
}

/** Judged for every system on every system: the folder will be carried on. */
function refuseNames(path: string, { files }: FoundBag): void {
  const all = [...files.rows.keys(), ...files.folders];
  const names = all.filter((name) => !isWindowsPath(name)).map(visible);
  if (names.length > 0) throw new DanganError('BUNDLE_NAMES_UNPORTABLE', { path, names });
}

function makeFolders(
  temporary: string,
  { to, place, prefix }: { to: string; place: string; prefix: string },
  source: BagSource,
  found: FoundBag,
): void {
  try {
    mkdirSync(place, { recursive: true });
    removeLeftovers(place, prefix);
    refuseFull(to, place, source, found);
    mkdirSync(temporary);
    // Parents sort before what is in them.
    for (const folder of [...found.files.folders].sort()) mkdirSync(join(temporary, folder));
  } catch (cause) {
    throw cause instanceof DanganError ? cause : diskError(to, cause);
  }
}

function refuseFull(to: string, place: string, source: BagSource, { files }: FoundBag): void {
  const { bavail, bsize } = statfsSync(place);
  let bytes = 0;
  for (const row of files.rows.values()) bytes += source.listed[row]?.sizeBytes ?? 0;
  if (bytes > bavail * bsize) throw new DanganError('DISK_FULL', { path: to });
}

async function write(
  path: string,
  folder: string,
  verified: { source: BagSource; found: FoundBag; table: DigestTable },
  { threads, signal, onWriting }: UnpackOptions,
): Promise<void> {
  const { source, found } = verified;
  const names: (string | undefined)[] = new Array<undefined>(source.listed.length).fill(undefined);
  for (const [name, row] of found.files.rows) names[row] = name;
  const table = DigestTable.of(verified.table.algorithms, source.listed.length);
  const pause = breathing(() => onWriting?.(table.doneBytes, source.totalBytes), signal);
  const copy = { folder, names, verified: verified.table.parts };
  await source.digestAll({ table, copy, threads, pause });
  for (const [entry, row] of found.files.rows) {
    if (table.ended(row) === 'whole') continue;
    throw new DanganError('BUNDLE_CHANGED_MEANWHILE', { path, entry: visible(entry) });
  }
}

/** What makes it a bag goes last, and goes again when not everything could be moved. */
async function moveInto(temporary: string, to: string): Promise<void> {
  const names = readdirSync(temporary).sort();
  const order = [...names.filter((name) => name !== 'bagit.txt'), 'bagit.txt'];
  const moved: string[] = [];
  try {
    for (const name of order) {
      await renameTo(join(temporary, name), join(to, name));
      moved.push(name);
    }
    rmdirSync(temporary);
  } catch (error) {
    for (const name of moved) rmSync(join(to, name), { recursive: true, force: true });
    throw error;
  }
}

/** On Windows a virus scanner may still hold a file that was just written. */
async function renameTo(from: string, to: string): Promise<void> {
  for (let left = 10; ; left -= 1) {
    try {
      refuseTaken(to);
      renameSync(from, to);
      return;
    } catch (cause) {
      const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
      if (cause instanceof DanganError) throw cause;
      if (left === 0 || !['EPERM', 'EBUSY', 'EACCES'].includes(code)) throw diskError(to, cause);
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
}
