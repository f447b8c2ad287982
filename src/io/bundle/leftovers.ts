/** Half-written bundles of runs that were killed: known by their names, and taken away by the next run. */
import { createHash } from 'node:crypto';
import { readdirSync, rmSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';

/**
 * The start of a temporary name; the number of the process follows.
 *
 * @param what - Tells apart what must not take away each other's. On a network drive the number means nothing to
 *   another computer, so that its name is in it too.
 */
export function temporaryPrefix(doing: 'packing' | 'unpacking', what: string): string {
  const key = createHash('sha256').update(`${hostname()}\0${what}`).digest('hex');
  return `.dangan-${doing}-${key.slice(0, 12)}-`;
}

/** @returns the names of what was removed from `folder`. */
export function removeLeftovers(folder: string, prefix: string, suffix = ''): string[] {
  const removed: string[] = [];
  for (const name of readdirSync(folder)) {
    if (!name.startsWith(prefix) || !name.endsWith(suffix)) continue;
    const number = name.slice(prefix.length, name.length - suffix.length);
    if (!/^\d+$/.test(number) || isRunning(Number(number))) continue;
    rmSync(join(folder, name), { recursive: true, force: true });
    removed.push(name);
  }
  return removed;
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
