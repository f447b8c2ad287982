/** Whether a file is still the one that was read before: nothing of it is read to tell. */
import { lstatSync } from 'node:fs';

/** Which file of which disk it is, and when it was last written to. */
export interface Identity {
  readonly sizeBytes: number;
  /** Nanoseconds, in decimal: no number of JavaScript holds them. */
  readonly mtimeNs: string;
  readonly inode: string;
}

/** @returns `undefined` when it is no file any more. */
export function identityOf(path: string): Identity | undefined {
  try {
    const stats = lstatSync(path, { bigint: true });
    if (!stats.isFile()) return undefined;
    const { size, mtimeNs, ino } = stats;
    return { sizeBytes: Number(size), mtimeNs: String(mtimeNs), inode: String(ino) };
  } catch {
    return undefined;
  }
}

/** As `Stats.mtimeMs` has it. */
export function millisecondsOf(ns: string): number {
  const all = BigInt(ns);
  const [second, million] = [1_000_000_000n, 1_000_000];
  return Number(all / second) * 1000 + Number(all % second) / million;
}

/** Clocks of disks tick; a file that was written to so shortly before may be written to again in the same tick. */
const TICK_MS = 2000;

/** Will another time tell when it is written to from now on? */
export function isSettled({ mtimeNs }: Identity, nowMs: number): boolean {
  return millisecondsOf(mtimeNs) < nowMs - TICK_MS;
}

/** Is it the same file, not written to since? */
export function isSame(a: Identity, b: Identity): boolean {
  return a.sizeBytes === b.sizeBytes && a.mtimeNs === b.mtimeNs && a.inode === b.inode;
}
