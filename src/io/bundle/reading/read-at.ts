import { readSync } from 'node:fs';

/** Bytes at a place of an open file; fewer when it ends before. */
export function readAt(file: number, offset: number, length: number): Buffer {
  const bytes = Buffer.allocUnsafe(length);
  let have = 0;
  while (have < length) {
    const count = readSync(file, bytes, have, length - have, offset + have);
    if (count === 0) break;
    have += count;
  }
  return bytes.subarray(0, have);
}
