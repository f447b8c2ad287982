import { dayOfExif } from '../../core/documents/days.js';
import { pageCount } from '../../core/documents/page-count.js';
import { readTaken } from '../../core/documents/pictures/exif.js';
import { findExif } from '../../core/documents/pictures/photo.js';
import { countTiffPages, tiffStart } from '../../core/documents/pictures/tiff.js';
import type { Stretch } from '../../core/documents/read-bytes.js';
import { found, type Found } from './found.js';
import type { OpenFile } from './open-file.js';

/** @returns `undefined` when it is no picture. */
export function pictureFacts(file: OpenFile, begin: Buffer): Found | undefined {
  if (isPlainPicture(begin)) return found({ pages: 1 });
  const place = findExif(file.read);
  if (place === undefined) return undefined;
  const taken = place === 'none' ? undefined : takenIn(file, place);
  return found({
    pages: picturesIn(file),
    taken: taken === undefined ? undefined : dayOfExif(taken),
  });
}

function takenIn({ read }: OpenFile, place: Stretch): string | undefined {
  return readTaken((offset, length) =>
    read(place.offset + offset, Math.min(length, place.length - offset)),
  );
}

/** GIF, and BMP with one of the lengths that its second header has: they have no place for dates. */
function isPlainPicture(begin: Buffer): boolean {
  const mark = begin.toString('latin1', 0, 6);
  if (mark === 'GIF87a' || mark === 'GIF89a') return true;
  return mark.startsWith('BM') && begin.length >= 18 && BMP_HEADERS.has(begin.readUInt32LE(14));
}

const BMP_HEADERS = new Set([12, 16, 40, 52, 56, 64, 108, 124]);

/** A picture is a page; only TIFF holds several. */
function picturesIn({ read }: OpenFile): number | undefined {
  const tiff = tiffStart(read);
  return tiff === undefined ? 1 : pageCount(countTiffPages(read, tiff));
}
