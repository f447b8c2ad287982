/** What runs that were killed left half-written: known by its name, and taken away by the next run. */
import { hash } from 'node:crypto';
import { lstatSync, readdirSync, rmSync } from 'node:fs';
import { hostname, uptime } from 'node:os';
import { join } from 'node:path';
import { errorCode } from '../errors.js';

/**
 * The start of a temporary name; the number of the process follows. On a network drive that means nothing to another
 * computer, so that this one's name is in it too.
 */
export function temporaryPrefix(doing: 'making' | 'packing' | 'unpacking' | 'exporting'): string {
  return `.dangan-${doing}-${hostKey()}-`;
}

/** This computer, in twelve characters. */
export function hostKey(): string {
  return hash('sha256', `${hostname()}\0`).slice(0, 12);
}

/** @returns the names of what was removed from `folder`. */
export function removeLeftovers(folder: string, prefix: string): string[] {
  const names = leftoversIn(folder, prefix);
  for (const name of names) rmSync(join(folder, name), { recursive: true, force: true });
  return names;
}

/** @returns the names of what runs that have ended left in `folder`. */
export function leftoversIn(folder: string, prefix: string, suffix = ''): string[] {
  const found: string[] = [];
  for (const name of readdirSync(folder)) {
    if (!name.startsWith(prefix) || !name.endsWith(suffix)) continue;
    const number = name.slice(prefix.length, name.length - suffix.length);
    const path = join(folder, name);
    if (/^\d+$/.test(number) && hasEnded(Number(number), path)) found.push(name);
  }
  return found;
}

/** @param pid - Of the process that made `path`. */
function hasEnded(pid: number, path: string): boolean {
  if (pid === process.pid) return isOlderThan(performance.timeOrigin, path);
  return !isRunning(pid) || isOfEarlierDays(path);
}

const DAY = 24 * 60 * 60 * 1000;

/** Older than the system has been running: by now its number may be that of another program. */
function isOfEarlierDays(path: string): boolean {
  const started = Date.now() - uptime() * 1000;
  // A day more: the clock of a network drive may be another.
  return isOlderThan(started - DAY, path);
}

/** @param time - In milliseconds since 1970. */
function isOlderThan(time: number, path: string): boolean {
  return (lstatSync(path, { throwIfNoEntry: false })?.mtimeMs ?? time) < time;
}

export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it runs, but for somebody else.
    return errorCode(error) === 'EPERM';
  }
}
