/** How large a picture is, as it is stored: before it is turned the way its EXIF tells to show it. */
import type { Pixels } from '../../evidence/types.js';
import type { ReadBytes } from '../read-bytes.js';
import { pixelsInHeif } from './heif.js';
import { jpegSegments, riffChunks } from './parts.js';
import { findEntry, numberIn, tiffStart } from './tiff.js';

/**
 * @param read - Bytes of the file.
 * @returns `undefined` when it is no picture of a known kind, or does not say.
 */
export function pixelsOf(read: ReadBytes): Pixels | undefined {
  const head = read(0, 32);
  const mark = head.toString('latin1', 0, 12);
  if (mark.startsWith('\xff\xd8\xff')) return inJpeg(read);
  if (mark.startsWith('\x89PNG\r\n\x1a\n')) return sizeOf(() => inPng(head));
  if (mark.startsWith('GIF8')) return sizeOf(() => [head.readUInt16LE(6), head.readUInt16LE(8)]);
  if (mark.startsWith('BM')) return sizeOf(() => inBitmap(head));
  if (mark.startsWith('RIFF') && mark.endsWith('WEBP')) return inWebp(read);
  if (mark.slice(4, 8) === 'ftyp') return known(pixelsInHeif(read));
  return inTiff(read);
}

/** What is cut off before its size does not say it. */
function sizeOf(read: () => readonly [width: number, height: number]): Pixels | undefined {
  try {
    const [width, height] = read();
    return known({ width, height });
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function known(pixels: Pixels | undefined): Pixels | undefined {
  return pixels && pixels.width > 0 && pixels.height > 0 ? pixels : undefined;
}

/** PNG 3rd edition, 11.2.1. */
function inPng(head: Buffer): readonly [number, number] {
  return [head.readUInt32BE(16), head.readUInt32BE(20)];
}

/** A height below zero is of a picture that begins at its top. */
function inBitmap(head: Buffer): readonly [number, number] {
  return head.readUInt32LE(14) === 12
    ? [head.readUInt16LE(18), head.readUInt16LE(20)]
    : [head.readInt32LE(18), Math.abs(head.readInt32LE(22))];
}

/** ITU-T T.81, B.2.2: `C4`, `C8` and `CC` are no frames. */
function inJpeg(read: ReadBytes): Pixels | undefined {
  for (const { marker, offset } of jpegSegments(read)) {
    if (marker < 0xc0 || marker > 0xcf || [0xc4, 0xc8, 0xcc].includes(marker)) continue;
    const frame = read(offset, 5);
    return sizeOf(() => [frame.readUInt16BE(3), frame.readUInt16BE(1)]);
  }
  return undefined;
}

/** RFC 9649: 2.7 for all that is more than a picture, RFC 6386, 9.1, and the lossless form, 3.4. */
function inWebp(read: ReadBytes): Pixels | undefined {
  for (const { type, offset } of riffChunks(read, 12)) {
    const data = read(offset, 10);
    if (type === 'VP8X') {
      return sizeOf(() => [data.readUIntLE(4, 3) + 1, data.readUIntLE(7, 3) + 1]);
    }
    if (type === 'VP8 ') {
      return sizeOf(() => [data.readUInt16LE(6) & 0x3fff, data.readUInt16LE(8) & 0x3fff]);
    }
    if (type === 'VP8L') {
      return sizeOf(() => {
        const bits = data.readUInt32LE(1);
        return [(bits & 0x3fff) + 1, ((bits >>> 14) & 0x3fff) + 1];
      });
    }
  }
  return undefined;
}

const [WIDTH, HEIGHT] = [0x100, 0x101];

function inTiff(read: ReadBytes): Pixels | undefined {
  const start = tiffStart(read);
  if (start === undefined) return undefined;
  const numberOf = (tag: number) => {
    const entry = findEntry(read, start.order, start.at, tag);
    return (entry && numberIn(entry, start.order)) ?? 0;
  };
  return known({ width: numberOf(WIDTH), height: numberOf(HEIGHT) });
}
