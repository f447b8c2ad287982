/** Where in a picture its EXIF is: each kind of file has a place of its own for it. */
import type { ReadBytes } from './tiff.js';
import { exifInHeif } from './heif.js';

export interface Stretch {
  readonly offset: number;
  readonly length: number;
}

/** More of them stand before the EXIF of no picture. */
const MOST_PARTS = 4096;
const PREFIX = 'Exif\0\0';

/**
 * @param read - Bytes of the file.
 * @returns `undefined` when it is no picture of a known kind; `none` when it has no EXIF.
 */
export function findExif(read: ReadBytes): Stretch | 'none' | undefined {
  const head = read(0, 12);
  const mark = head.toString('latin1');
  if (mark.startsWith('\xff\xd8\xff')) return inJpeg(read) ?? 'none';
  if (mark.startsWith('II*\0') || mark.startsWith('MM\0*')) return { offset: 0, length: Infinity };
  if (mark.startsWith('\x89PNG\r\n\x1a\n')) return inPng(read) ?? 'none';
  if (mark.startsWith('RIFF') && mark.endsWith('WEBP')) return inWebp(read) ?? 'none';
  if (mark.slice(4, 8) === 'ftyp' && HEIF.has(mark.slice(8))) return exifInHeif(read) ?? 'none';
  return undefined;
}

/** Brands of ISO/IEC 23008-12 (HEIF) and of AVIF; a video has others. */
const HEIF = new Set(['heic', 'heix', 'heim', 'heis', 'mif1', 'msf1', 'hevc', 'hevx', 'avif']);

/** ITU-T T.81, annex B: segments with their length, up to the first scan. */
function inJpeg(read: ReadBytes): Stretch | undefined {
  let at = 2;
  for (let part = 0; part < MOST_PARTS; part += 1) {
    const head = read(at, 10);
    if (head.length < 4 || head[0] !== 0xff) return undefined;
    const marker = head[1];
    if (marker === 0xff) {
      // A filler before the marker.
      at += 1;
      continue;
    }
    if (marker === 0xda || marker === 0xd9) return undefined;
    const length = head.readUInt16BE(2);
    if (marker === 0xe1 && head.toString('latin1', 4) === PREFIX) {
      return { offset: at + 10, length: length - 8 };
    }
    at += 2 + length;
  }
  return undefined;
}

/** PNG 3rd edition, 11.3.4.2. */
function inPng(read: ReadBytes): Stretch | undefined {
  let at = 8;
  for (let part = 0; part < MOST_PARTS; part += 1) {
    const head = read(at, 8);
    if (head.length < 8) return undefined;
    const length = head.readUInt32BE(0);
    if (head.toString('latin1', 4) === 'eXIf') return { offset: at + 8, length };
    at += 12 + length;
  }
  return undefined;
}

/** RFC 9649, 2.7.1.5. Some programs put the prefix of JPEG before it. */
function inWebp(read: ReadBytes): Stretch | undefined {
  let at = 12;
  for (let part = 0; part < MOST_PARTS; part += 1) {
    const head = read(at, 14);
    if (head.length < 8) return undefined;
    const length = head.readUInt32LE(4);
    if (head.toString('latin1', 0, 4) === 'EXIF') {
      const skip = head.toString('latin1', 8) === PREFIX ? PREFIX.length : 0;
      return { offset: at + 8 + skip, length: length - skip };
    }
    at += 8 + length + (length % 2);
  }
  return undefined;
}
