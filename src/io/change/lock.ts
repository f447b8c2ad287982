/** One dangan at a time changes an archive. */
import { readdirSync, readFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { DanganError, errorCode } from '../../errors.js';
import type { Disk } from '../disk.js';
import { isRunning } from '../leftovers.js';

interface Owner {
  readonly pid: number;
  readonly host: string;
  /** Tells two locks of one process number apart. */
  readonly token: string;
}

/** Tokens of the locks that this process holds. */
const mine = new Set<string>();
/** `lock-old-…` is somebody at work. */
const OWN = /^lock-\d/;
let count = 0;

/**
 * Take the archive's lock, `.dangan/lock`. A lock whose process has ended is taken over; one from another computer
 * (a network drive) cannot be judged from here and is left.
 *
 * @param folder - The `.dangan` folder, which must be there.
 * @returns a function that gives the lock back.
 * @throws {DanganError} ARCHIVE_LOCKED
 */
export function takeLock(folder: string, disk: Disk): () => void {
  const path = join(folder, 'lock');
  count += 1;
  const token = `${process.pid}-${count}-${process.hrtime.bigint()}`;
  const own = join(folder, `lock-${token}`);
  disk.writeNew(own, Buffer.from(JSON.stringify({ pid: process.pid, host: hostname(), token })));
  try {
    claim(path, own, folder, disk);
    clearOwn(folder, disk);
  } finally {
    disk.unlink(own);
  }
  mine.add(token);
  return () => {
    mine.delete(token);
    disk.unlink(path);
  };
}

/** The locks that killed runs had prepared. */
function clearOwn(folder: string, disk: Disk): void {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    const owner = OWN.test(name) ? ownerOf(path) : undefined;
    if (owner?.host === hostname() && !isRunning(owner.pid)) disk.unlink(path);
  }
}

function claim(path: string, own: string, folder: string, disk: Disk): void {
  for (let attempt = 0; attempt < 3; attempt += 1) {
    if (place(path, own, disk)) return;
    const owner = ownerOf(path);
    if (owner === undefined) continue;
    if (isHeld(owner)) throw new DanganError('ARCHIVE_LOCKED', { path, ...owner });
    setAside(path, owner, join(folder, `lock-old-${owner.token}`), disk);
  }
  throw new DanganError('ARCHIVE_LOCKED', { path, ...(ownerOf(path) ?? NOBODY) });
}

const NOBODY: Owner = { pid: 0, host: '', token: '' };

/** Exclusive where hard links exist; elsewhere a new file of its own is. @returns whether the lock is ours. */
function place(path: string, own: string, disk: Disk): boolean {
  try {
    disk.link(own, path);
    return true;
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false;
  }
  try {
    disk.writeNew(path, readFileSync(own));
    return true;
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false;
    throw error;
  }
}

function ownerOf(path: string): Owner | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Owner;
  } catch (error) {
    // A lock of which a power cut left nothing but the name holds nobody off.
    return errorCode(error) === 'ENOENT' ? undefined : { ...NOBODY, token: 'empty' };
  }
}

function isHeld({ pid, host, token }: Owner): boolean {
  if (host === '' || pid === 0) return false;
  if (host !== hostname()) return true;
  if (pid === process.pid) return mine.has(token);
  return isRunning(pid);
}

/** Take a dead lock away; put it back when somebody else took it over in between. */
function setAside(path: string, owner: Owner, aside: string, disk: Disk): void {
  try {
    disk.rename(path, aside);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return;
    throw error;
  }
  if (ownerOf(aside)?.token !== owner.token) place(path, aside, disk);
  disk.unlink(aside);
}
