/** What those who look at one kind of file share. */
import type { ReadBytes } from '../read-bytes.js';
import type { FileFormat, Mark } from '../types.js';

/** A file that is read in parts. */
export interface FileBytes {
  readonly sizeBytes: number;
  /** Fewer bytes where the file ends before. The head is read once. */
  readonly read: ReadBytes;
}

export interface Found {
  readonly format: FileFormat | undefined;
  /** In any order. */
  readonly marks: readonly Mark[];
}

export const NOTHING: Found = { format: undefined, marks: [] };

/** @param marks - With those left out that are `false`. */
export function found(
  format: FileFormat | undefined,
  ...marks: readonly (Mark | false | undefined)[]
): Found {
  return { format, marks: marks.filter((mark): mark is Mark => typeof mark === 'string') };
}

/** The last bytes of a file, or all of it. */
export function tailOf({ sizeBytes, read }: FileBytes, length: number): Buffer {
  const from = Math.max(0, sizeBytes - length);
  return read(from, sizeBytes - from);
}

/** The last byte that means something: some programs fill files up with zeros, blanks or Ctrl-Z. */
export function lastByteOf(file: FileBytes): number | undefined {
  return tailOf(file, 4096).findLast((byte) => byte > 0x20);
}
