import { closeSync, fstatSync, openSync } from 'node:fs';
import type { ReadBytes } from '../../core/documents/read-bytes.js';
import { readAt } from '../bundle/reading/read-at.js';

/** A file that is read in parts: most of what is asked of one stands in a few of its bytes. */
export interface OpenFile {
  readonly path: string;
  readonly sizeBytes: number;
  /** Fewer bytes where the file ends before. */
  readonly read: ReadBytes;
}

/** A file that is on no disk. */
export interface FileInMemory {
  /** What it is called. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

export async function withFile<T>(
  from: string | FileInMemory,
  use: (file: OpenFile) => T,
): Promise<Awaited<T>> {
  return typeof from === 'string' ? withOpen(from, use) : await use(inMemory(from));
}

function inMemory({ path, bytes: { buffer, byteOffset, length: sizeBytes } }: FileInMemory) {
  const bytes = Buffer.from(buffer, byteOffset, sizeBytes);
  const read: ReadBytes = (offset, length) =>
    bytes.subarray(Math.max(0, offset), Math.max(0, offset) + Math.max(0, length));
  return { path, sizeBytes, read };
}

async function withOpen<T>(path: string, use: (file: OpenFile) => T): Promise<Awaited<T>> {
  const handle = openSync(path, 'r');
  try {
    const sizeBytes = fstatSync(handle).size;
    const read: ReadBytes = (offset, length) => {
      const inFile = Math.max(0, Math.min(length, sizeBytes - offset));
      return readAt(handle, offset, inFile);
    };
    return await use({ path, sizeBytes, read });
  } finally {
    closeSync(handle);
  }
}
