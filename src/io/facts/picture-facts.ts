import { dayOfExif } from '../../core/documents/days.js';
import { pageCount } from '../../core/documents/page-count.js';
import { readExif, type ExifFacts } from '../../core/documents/pictures/exif.js';
import { findExif } from '../../core/documents/pictures/photo.js';
import { pixelsOf } from '../../core/documents/pictures/pixels.js';
import { countTiffPages, tiffStart } from '../../core/documents/pictures/tiff.js';
import { propertiesOf } from '../../core/documents/properties.js';
import { found, type Found } from './found.js';
import type { OpenFile } from './open-file.js';

/** @returns `undefined` when it is no picture. */
export function pictureFacts(file: OpenFile, begin: Buffer): Found | undefined {
  if (isPlainPicture(begin)) return found({ pages: 1, pixels: pixelsOf(file.read) });
  const place = findExif(file.read);
  if (place === undefined) return undefined;
  const exif = place === 'none' ? undefined : exifAt(file, place);
  return found({
    pages: picturesIn(file),
    pixels: pixelsOf(file.read),
    taken: exif?.taken === undefined ? undefined : dayOfExif(exif.taken),
    place: exif?.place,
    properties: propertiesOf({ author: exif?.artist }),
  });
}

function exifAt(
  { read }: OpenFile,
  place: { readonly offset: number; readonly length: number },
): ExifFacts | undefined {
  return readExif((offset, length) =>
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
