/**
 * Pictures.
 *
 * @see ITU-T T.81 annex B (JPEG); PNG 3rd edition, 5; GIF89a, 27; TIFF 6.0, 2; RFC 9649 (WebP).
 */
import { found, lastByteOf, tailOf, type FileBytes, type Found } from './file.js';

export function byImage(head: Buffer, file: FileBytes): Found | undefined {
  const begin = head.toString('latin1', 0, 12);
  if (begin.startsWith('\xff\xd8\xff')) return found('jpg', isCutJpeg(file) && 'truncated');
  if (begin.startsWith('\x89PNG\r\n\x1a\n')) return found('png', isCutPng(file) && 'truncated');
  if (begin.startsWith('GIF87a') || begin.startsWith('GIF89a')) {
    return found('gif', isCutGif(file) && 'truncated');
  }
  if (TIFF.some((mark) => begin.startsWith(mark))) {
    return found('tiff', isCutTiff(head, file) && 'truncated');
  }
  return begin.startsWith('BM') ? byBitmap(head, file) : undefined;
}

/** Cameras put previews and videos behind the picture. */
const TRAILER = 64 * 1024;
const TRAILERS = ['ftyp', 'mdat', 'SEFT'];
const JPEG_END = '\xff\xd9';

/** The mark of the end stands in no other place of the picture: there it would have a zero behind `FF`. */
function isCutJpeg(file: FileBytes): boolean {
  if (tailOf(file, 2).toString('latin1') === JPEG_END) return false;
  const tail = tailOf(file, TRAILER);
  return ![JPEG_END, ...TRAILERS].some((mark) => tail.includes(mark, 0, 'latin1'));
}

function isCutPng(file: FileBytes): boolean {
  return !tailOf(file, 12).includes('IEND') && !tailOf(file, TRAILER).includes('IEND');
}

function isCutGif(file: FileBytes): boolean {
  return lastByteOf(file) !== 0x3b;
}

const TIFF = ['II*\0', 'MM\0*', 'II+\0', 'MM\0+'];

/** The first directory is within the file. */
function isCutTiff(head: Buffer, { sizeBytes }: FileBytes): boolean {
  if (head.length < 8) return true;
  // BigTIFF has longer places.
  if (head[2] === 0x2b || head[3] === 0x2b) return false;
  const place = head[0] === 0x49 ? head.readUInt32LE(4) : head.readUInt32BE(4);
  return place + 2 > sizeBytes;
}

/** `BM` begins texts, too: the size of the second header tells. */
function byBitmap(head: Buffer, { sizeBytes }: FileBytes): Found | undefined {
  if (head.length < 30 || ![12, 16, 40, 52, 56, 64, 108, 124].includes(head.readUInt32LE(14))) {
    return undefined;
  }
  return found('bmp', head.readUInt32LE(2) > sizeBytes && 'truncated');
}
