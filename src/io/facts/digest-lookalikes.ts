/** Digests of those files only that may hold the same as another: as long, and beginning alike. */
import { createHash } from 'node:crypto';
import { closeSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { CachedFile } from './formats-cache.js';

const PIECE = 2 ** 20;
/** So much is read between two looks at Ctrl-C. */
const BYTES_A_BREATH = 16 * PIECE;

/**
 * Put the digest into each file of `files` that needs one and has none.
 *
 * @returns whether there were any.
 */
export async function digestLookalikes(
  root: string,
  files: CachedFile[],
  {
    signal,
    onOpen,
  }: { readonly signal?: AbortSignal | undefined; readonly onOpen?: (path: string) => void },
): Promise<boolean> {
  let buffer: Buffer | undefined;
  let sinceBreath = 0;
  for (const at of lookalikes(files)) {
    const file = files[at];
    if (file === undefined || file.sha256 !== undefined) continue;
    buffer ??= Buffer.allocUnsafeSlow(PIECE);
    onOpen?.(join(root, file.path));
    const sha256 = digestOf(join(root, file.path), buffer);
    if (sha256 !== undefined) files[at] = { ...file, sha256 };
    sinceBreath += file.sizeBytes;
    if (sinceBreath < BYTES_A_BREATH) continue;
    sinceBreath = 0;
    await setImmediate();
    signal?.throwIfAborted();
  }
  return buffer !== undefined;
}

/** The numbers of those that have such another. */
function lookalikes(files: readonly CachedFile[]): readonly number[] {
  const repeated = repeatedBegins(files);
  if (repeated.size === 0) return [];
  const groups = new Map<number, number[]>();
  for (const [at, { begin, marks }] of files.entries()) {
    if (!repeated.has(begin) || !isWhole(marks)) continue;
    const others = groups.get(begin);
    if (others === undefined) groups.set(begin, [at]);
    else others.push(at);
  }
  return [...groups.values()].flatMap((group) => sameSize(group, files));
}

/** Most begin as no other does: to sort them all is quicker than to keep each until another is met. */
function repeatedBegins(files: readonly CachedFile[]): ReadonlySet<number> {
  const whole = files.filter(({ marks }) => isWhole(marks));
  const begins = Uint32Array.from(whole, ({ begin }) => begin).sort();
  return new Set(begins.filter((begin, at) => begin === begins[at + 1]));
}

function sameSize(group: readonly number[], files: readonly CachedFile[]): number[] {
  const counts = new Map<number | undefined, number>();
  const sizeOf = (at: number) => files[at]?.sizeBytes;
  for (const at of group) counts.set(sizeOf(at), (counts.get(sizeOf(at)) ?? 0) + 1);
  return group.filter((at) => (counts.get(sizeOf(at)) ?? 0) > 1);
}

/** What is empty, or elsewhere, is no copy of anything. */
function isWhole(marks: CachedFile['marks']): boolean {
  return marks.length === 0 || !marks.some((mark) => NOT_THERE.has(mark));
}

const NOT_THERE = new Set(['empty', 'pointer', 'placeholder', 'unreadable']);

function digestOf(path: string, buffer: Buffer): string | undefined {
  try {
    const file = openSync(path, 'r');
    try {
      const hash = createHash('sha256');
      for (;;) {
        const count = readSync(file, buffer);
        if (count === 0) return hash.digest('hex');
        hash.update(count === buffer.length ? buffer : buffer.subarray(0, count));
      }
    } finally {
      closeSync(file);
    }
  } catch {
    return undefined;
  }
}
