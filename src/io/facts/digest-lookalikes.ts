/** Digests of those files only that may hold the same as another: as long, and beginning alike. */
import { createHash } from 'node:crypto';
import { closeSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { CachedFile } from './formats-cache.js';
import type { IdentifyOptions } from './identify-files.js';

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
  { signal, onOpen }: IdentifyOptions,
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

/** By their numbers, in order. */
function lookalikes(files: readonly CachedFile[]): readonly number[] {
  const bySize = new Map<number, number>();
  const groups = new Map<string, number[]>();
  for (const { sizeBytes } of files) bySize.set(sizeBytes, (bySize.get(sizeBytes) ?? 0) + 1);
  for (const [at, { sizeBytes, begin, identified }] of files.entries()) {
    if ((bySize.get(sizeBytes) ?? 0) < 2 || !isWhole(identified.marks)) continue;
    const key = `${sizeBytes} ${begin}`;
    const group = groups.get(key);
    if (group) group.push(at);
    else groups.set(key, [at]);
  }
  return [...groups.values()].filter((group) => group.length > 1).flat();
}

/** What is empty, or elsewhere, is no copy of anything. */
function isWhole(marks: CachedFile['identified']['marks']): boolean {
  return !marks.some((mark) => NOT_THERE.has(mark));
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
