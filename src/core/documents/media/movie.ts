/** MP4, MOV and M4A: when they were recorded. @see ISO/IEC 14496-12, 8.2.2 (mvhd); QuickTime File Format, "Movie Atoms" */
import type { ReadBytes } from '../read-bytes.js';
import { findBox } from './boxes.js';

const SINCE_1904_MS = 2_082_844_800_000;

/** @returns milliseconds since 1970. */
export function movieCreated(read: ReadBytes, sizeBytes: number): number | undefined {
  const movie = findBox(read, { from: 0, to: sizeBytes }, 'moov');
  const header = movie && findBox(read, movie, 'mvhd');
  if (header === undefined) return undefined;
  // A version, three bytes of flags, and numbers: of four bytes in the first version, some of eight in the second.
  const bytes = read(header.from, Math.min(header.to - header.from, 12));
  const isLong = bytes[0] === 1;
  if (bytes.length < (isLong ? 12 : 8)) return undefined;
  const created = isLong ? Number(bytes.readBigUInt64BE(4)) : bytes.readUInt32BE(4);
  return created === 0 ? undefined : created * 1000 - SINCE_1904_MS;
}
