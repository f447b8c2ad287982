/** The few things that changing an archive asks of a disk, each of which happens wholly or not at all. */
import { createHash } from 'node:crypto';
import {
  chmodSync,
  closeSync,
  fsyncSync,
  linkSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmdirSync,
  statSync,
  unlinkSync,
  utimesSync,
  writeSync,
  type BigIntStats,
} from 'node:fs';
import { join } from 'node:path';
import { errorCode } from '../errors.js';
import type { Listed, ListFolder } from '../core/change/sketch.js';
import { copyInPieces, piecesOf, type OnPiece } from './pieces.js';

/** Calls that change something. Tests stop a run at each of them. */
export interface Disk {
  readonly makeFolder: (path: string) => void;
  readonly removeFolder: (path: string) => void;
  readonly link: (from: string, to: string) => void;
  readonly unlink: (path: string) => void;
  /** Replaces what has the name; callers see to it that nothing has, or mean it. */
  readonly rename: (from: string, to: string) => void;
  /** As on Windows: a file that is open in another program cannot lose its name. */
  readonly keepsOpenNames: boolean;
  /**
   * Throws when nobody can take a file's name away, since it is open in another program: there it would get a second
   * name nevertheless, and could then lose neither.
   */
  readonly seeUnheld: (path: string) => void;
  /** After a second name was made and the first one taken away: Windows lets go of the mark “read-only” with that. */
  readonly keepMode: (path: string, mode: number) => void;
  /** A new file with these bytes, on the disk when the call returns. */
  readonly writeNew: (path: string, bytes: Uint8Array, mode?: number) => void;
  /** A copy under a new name, with the time of the original, on the disk when the call returns. */
  readonly copyNew: (from: string, to: string, onPiece: OnPiece) => Promise<void>;
  readonly setTime: (path: string, mtimeMs: number) => void;
  readonly append: (handle: number, text: string) => void;
  /** The names in a folder on the disk. Systems that cannot promise it for folders do so by themselves. */
  readonly syncFolder: (path: string) => void;
}

const WINDOWS = process.platform === 'win32';
const PAUSES_MS = [50, 100, 200, 400, 800];
/** How Windows refuses what is open elsewhere. */
export const HELD: ReadonlySet<string> = new Set(['EBUSY', 'EPERM', 'EACCES']);

/** On Windows a virus scanner holds a new file for a moment: try again before giving up. */
export function whenLetGo<Result>(
  action: () => Result,
  pauses: readonly number[] = WINDOWS ? PAUSES_MS : [],
): Result {
  for (const pause of pauses) {
    try {
      return action();
    } catch (error) {
      if (!HELD.has(errorCode(error) ?? '')) throw error;
      wait(pause);
    }
  }
  return action();
}

/** Ask of each file whether it is let go of, and those that are not again: as long for all as for a single one. */
export function whenAllLetGo(
  paths: readonly string[],
  isLetGo: (path: string) => boolean,
  pauses: readonly number[] = WINDOWS ? PAUSES_MS : [],
): void {
  let held = paths.filter((path) => !isLetGo(path));
  for (const pause of pauses) {
    if (held.length === 0) return;
    wait(pause);
    held = held.filter((path) => !isLetGo(path));
  }
}

function wait(ms: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
}

export const realDisk: Disk = {
  makeFolder: (path) => mkdirSync(path),
  removeFolder: (path) => whenLetGo(() => rmdirSync(path)),
  link: (from, to) => linkSync(from, to),
  unlink: (path) => whenLetGo(() => unlinkSync(path)),
  rename: (from, to) => whenLetGo(() => renameSync(from, to)),
  keepsOpenNames: WINDOWS,
  seeUnheld(path) {
    // Changes nothing, but asks for the right to.
    if (WINDOWS) renameSync(path, path);
  },
  keepMode(path, mode) {
    if (WINDOWS && (mode & 0o200) === 0) chmodSync(path, mode);
  },
  writeNew(path, bytes, mode = 0o666) {
    const handle = openSync(path, 'wx', mode);
    try {
      for (let at = 0; at < bytes.length;) at += writeSync(handle, bytes, at);
      fsyncSync(handle);
    } catch (error) {
      // A full disk: no half of a file is left.
      unlinkSync(path);
      throw error;
    } finally {
      closeSync(handle);
    }
  },
  async copyNew(from, to, onPiece) {
    await copyInPieces(from, to, onPiece);
    syncFile(to);
    realDisk.setTime(to, Math.floor(lstatSync(from).mtimeMs));
  },
  setTime(path, mtimeMs) {
    // Half a millisecond more: seconds in binary fractions may come out a hair below the millisecond that is meant.
    // Before 1970: node takes a number below zero for now, but not a date.
    const time = mtimeMs < 0 ? new Date(mtimeMs) : (mtimeMs + 0.5) / 1000;
    utimesSync(path, time, time);
  },
  append: (handle, text) => void writeSync(handle, text),
  syncFolder(path) {
    let handle: number | undefined;
    try {
      handle = openSync(path, 'r');
      fsyncSync(handle);
    } catch {
      // Windows opens no folder; some network disks sync none.
    } finally {
      if (handle !== undefined) closeSync(handle);
    }
  },
};

function syncFile(path: string): void {
  let handle: number;
  try {
    handle = openSync(path, 'r+');
  } catch {
    // The copy of a read-only file is read-only. Windows syncs only what may be written, others anything.
    handle = openSync(path, 'r');
  }
  try {
    fsyncSync(handle);
  } catch (error) {
    if (errorCode(error) !== 'EPERM') throw error;
  } finally {
    closeSync(handle);
  }
}

/** What has this name, links not followed; `undefined` when nothing has. */
export function statOf(path: string): BigIntStats | undefined {
  try {
    return lstatSync(path, { bigint: true, throwIfNoEntry: false });
  } catch (error) {
    // A file where a folder was: nothing can be below it.
    if (errorCode(error) === 'ENOTDIR') return undefined;
    throw error;
  }
}

/** What the folder holds; `undefined` when there is no such folder. */
export function listFolder(path: string): Listed[] | undefined {
  try {
    return readdirSync(path, { withFileTypes: true }).map((entry) => ({
      name: entry.name,
      kind: entry.isDirectory() ? 'folder' : 'file',
    }));
  } catch (error) {
    const code = errorCode(error);
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw error;
  }
}

/** What each folder of the archive holds. The evidence root may be a link to a folder; further down links are files. */
export function listerOf(root: string): ListFolder {
  return (path) => {
    const listed = listFolder(join(root, path));
    if (path !== '') return listed;
    return listed?.map(({ name, kind }) => ({
      name,
      kind: statSync(join(root, name), { throwIfNoEntry: false })?.isDirectory() ? 'folder' : kind,
    }));
  };
}

/** @returns 64 lower-case hex digits. */
export function sha256Of(path: string): string {
  const hash = createHash('sha256');
  for (const piece of piecesOf(path)) hash.update(piece);
  return hash.digest('hex');
}
