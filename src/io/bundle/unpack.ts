/** Verify a bundle and write it out: nothing before it is known to hold, and the target whole or not at all. */
import { createHash } from 'node:crypto';
import { lstatSync, mkdirSync, readdirSync, renameSync, rmSync, statfsSync } from 'node:fs';
import { hostname } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { isWindowsPath, visible } from '../../core/bundle/paths.js';
import { DanganError, diskError } from '../../errors.js';
import { DigestTable } from '../digest/table.js';
import { breathing } from '../threads.js';
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
 * @param to - Absolute; must not exist. Becomes the folder that holds `bagit.txt`.
 */
export async function unpackBundle(
  path: string,
  to: string,
  options: UnpackOptions,
): Promise<Unpacked> {
  refuseTaken(to);
  const { report, source, found, table } = await verifyBundle(path, options);
  if (!report.holds || found === undefined || table === undefined) {
    const count = report.findings.filter(({ severity }) => severity === 'error').length;
    throw new DanganError('BUNDLE_DOES_NOT_HOLD', { path, count });
  }
  refuseNames(path, found);
  const temporary = join(dirname(to), `${temporaryPrefix(to)}${process.pid}`);
  try {
    makeFolders(temporary, to, source, found);
    await write(path, temporary, { source, found, table }, options);
    await renameInto(temporary, to);
  } catch (error) {
    rmSync(temporary, { recursive: true, force: true, maxRetries: 3 });
    throw error;
  }
  return report.payload;
}

function refuseTaken(to: string): void {
  if (lstatSync(to, { throwIfNoEntry: false }))
    throw new DanganError('TARGET_EXISTS', { path: to });
}

/** Judged for every system on every system: the folder will be carried on. */
function refuseNames(path: string, { files }: FoundBag): void {
  const all = [...files.rows.keys(), ...files.folders];
  const names = all.filter((name) => !isWindowsPath(name)).map(visible);
  if (names.length > 0) throw new DanganError('BUNDLE_NAMES_UNPORTABLE', { path, names });
}

/** What is left of a killed run has this in its name, and goes when the same target is unpacked again. */
function temporaryPrefix(to: string): string {
  const key = createHash('sha256')
    .update(`${hostname()}\0${basename(to)}`)
    .digest('hex');
  return `.dangan-unpacking-${key.slice(0, 12)}-`;
}

function removeLeftovers(to: string): void {
  const prefix = temporaryPrefix(to);
  for (const name of readdirSync(dirname(to))) {
    if (!name.startsWith(prefix) || isRunning(Number(name.slice(prefix.length)))) continue;
    rmSync(join(dirname(to), name), { recursive: true, force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it runs, but for somebody else.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

function makeFolders(temporary: string, to: string, source: BagSource, found: FoundBag): void {
  try {
    mkdirSync(dirname(to), { recursive: true });
    removeLeftovers(to);
    refuseFull(to, source, found);
    mkdirSync(temporary);
    // Parents sort before what is in them.
    for (const folder of [...found.files.folders].sort()) mkdirSync(join(temporary, folder));
  } catch (cause) {
    throw cause instanceof DanganError ? cause : diskError(to, cause);
  }
}

function refuseFull(to: string, source: BagSource, { files }: FoundBag): void {
  const { bavail, bsize } = statfsSync(dirname(to));
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

/** On Windows a virus scanner may still hold a file that was just written. */
async function renameInto(temporary: string, to: string): Promise<void> {
  for (let left = 10; ; left -= 1) {
    try {
      refuseTaken(to);
      renameSync(temporary, to);
      return;
    } catch (cause) {
      const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
      if (cause instanceof DanganError) throw cause;
      if (left === 0 || !['EPERM', 'EBUSY', 'EACCES'].includes(code)) throw diskError(to, cause);
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
}
