import { closeSync, openSync, readSync } from 'node:fs';
import { MARK } from '../../core/yaml-file/decode-text.js';

/** Editors on Windows write a byte order mark; it stays. */
export function beginsWithMark(path: string): boolean {
  const file = openSync(path, 'r');
  try {
    const start = Buffer.alloc(3);
    readSync(file, start);
    return start.equals(Buffer.from(MARK));
  } finally {
    closeSync(file);
  }
}
