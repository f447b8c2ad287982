/** The bytes of a PDF: in memory when they are few, else read where they are asked for. */
import type { OpenFile } from '../../facts/open-file.js';

export interface Bytes {
  readonly size: number;
  /** Fewer where the file ends before. */
  readonly read: (offset: number, length: number) => Buffer;
}

const IN_MEMORY = 32 * 2 ** 20;
const BLOCK = 2 ** 16;

export function bytesOf({ sizeBytes: size, read }: OpenFile): Bytes {
  if (size <= IN_MEMORY) return inMemory(Buffer.from(read(0, size)));
  let from = 0;
  let block = Buffer.alloc(0);
  return {
    size,
    read: (offset, length) => {
      if (length > BLOCK) return Buffer.from(read(offset, length));
      if (offset < from || offset + length > from + block.length) {
        from = offset;
        block = Buffer.from(read(offset, BLOCK));
      }
      return block.subarray(offset - from, offset - from + length);
    },
  };
}

function inMemory(bytes: Buffer): Bytes {
  return {
    size: bytes.length,
    read: (offset, length) => bytes.subarray(Math.max(0, offset), Math.max(0, offset + length)),
  };
}

/** Only the first of them. */
export function firstOf(bytes: Bytes, size: number): Bytes {
  return {
    size,
    read: (offset, length) => bytes.read(offset, Math.max(0, Math.min(length, size - offset))),
  };
}

/** One behind the other. */
export function joined(first: Bytes, second: Buffer): Bytes {
  return {
    size: first.size + second.length,
    read: (offset, length) => {
      const inFirst = Math.max(0, Math.min(length, first.size - offset));
      if (inFirst === length) return first.read(offset, length);
      const from = Math.max(0, offset - first.size);
      const rest = second.subarray(from, from + length - inFirst);
      return inFirst === 0 ? rest : Buffer.concat([first.read(offset, inFirst), rest]);
    },
  };
}
