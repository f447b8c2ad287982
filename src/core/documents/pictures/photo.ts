/** Where in a picture its EXIF is: each kind of file has a place of its own for it. */
import type { ReadBytes, Stretch } from '../read-bytes.js';
import { exifInHeif } from './heif.js';
import { jpegSegments, pngChunks, webpChunks } from './parts.js';

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

function inJpeg(read: ReadBytes): Stretch | undefined {
  for (const { marker, offset, length } of jpegSegments(read)) {
    if (marker !== 0xe1 || length < 6) continue;
    if (read(offset, 6).toString('latin1') === PREFIX) {
      return { offset: offset + 6, length: length - 6 };
    }
  }
  return undefined;
}

/** PNG 3rd edition, 11.3.4.2. */
function inPng(read: ReadBytes): Stretch | undefined {
  for (const chunk of pngChunks(read)) if (chunk.type === 'eXIf') return chunk;
  return undefined;
}

/** RFC 9649, 2.7.1.5. Some programs put the prefix of JPEG before it. */
function inWebp(read: ReadBytes): Stretch | undefined {
  for (const { type, offset, length } of webpChunks(read)) {
    if (type !== 'EXIF') continue;
    const skip = read(offset, 6).toString('latin1') === PREFIX ? PREFIX.length : 0;
    return { offset: offset + skip, length: length - skip };
  }
  return undefined;
}
