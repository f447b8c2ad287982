/** What one file says of itself. What it is tell its first bytes, not its name. */
import { posix } from 'node:path';
import { dayOfExif } from '../../core/documents/days.js';
import { readTaken } from '../../core/documents/exif.js';
import { pageCount } from '../../core/documents/page-count.js';
import { findExif } from '../../core/documents/photo.js';
import { countTiffPages, tiffStart } from '../../core/documents/tiff.js';
import type { ContentFacts } from '../../core/evidence/types.js';
import { errorCode } from '../disk.js';
import { found } from './found.js';
import { officeFacts } from './office-facts.js';
import { ofdFacts } from './ofd-facts.js';
import { oldOfficeFacts } from './old-office-facts.js';
import { openDocumentFacts } from './open-document-facts.js';
import { withFile, type OpenFile } from './open-file.js';
import { rtfFacts, textFacts } from './text-facts.js';
import { Unread } from './unread.js';
import type { Wanted } from './read-task.js';
import { ZipParts } from './zip-parts.js';

/** @returns `undefined` when the disk could not read it, which may be otherwise the next time. */
export async function readFileFacts(
  path: string,
  wanted: Wanted,
): Promise<ContentFacts | undefined> {
  try {
    return await withFile(path, (file) => factsOf(file, wanted));
  } catch (error) {
    if (error instanceof Unread) return failed(error.why);
    return isOfDisk(error) ? undefined : failed('unreadable');
  }
}

export function failed(why: NonNullable<ContentFacts['failed']>): ContentFacts {
  return found({ failed: why });
}

/** Errors of zlib have codes too, but no call of the system. */
function isOfDisk(error: unknown): boolean {
  return errorCode(error) !== undefined && error instanceof Error && 'syscall' in error;
}

async function factsOf(file: OpenFile, wanted: Wanted): Promise<ContentFacts> {
  const bytes = file.read(0, 1024);
  const begin = bytes.toString('latin1');
  if (begin.startsWith('PK\x03\x04')) return zipFacts(file, wanted);
  if (begin.startsWith('\xd0\xcf\x11\xe0')) return oldOfficeFacts(file, wanted);
  if (begin.startsWith('{\\rtf')) return rtfFacts(file, wanted);
  // PDF 32000-1, annex H.3.4.1: something may stand before it.
  if (begin.includes('%PDF-')) return (await import('./pdf-facts.js')).pdfFacts(file, wanted);
  if (isPlainPicture(bytes)) return found({ pages: 1 });
  const exif = findExif(file.read);
  if (exif !== undefined) return photoFacts(file, exif);
  const text = textFacts(posix.extname(file.path).toLowerCase(), file, wanted);
  if (text === undefined) throw new Unread('unsupported');
  return text;
}

/** GIF, and BMP with one of the lengths that its second header has: they have no place for dates. */
function isPlainPicture(begin: Buffer): boolean {
  const mark = begin.toString('latin1', 0, 6);
  if (mark === 'GIF87a' || mark === 'GIF89a') return true;
  return mark.startsWith('BM') && begin.length >= 18 && BMP_HEADERS.has(begin.readUInt32LE(14));
}

const BMP_HEADERS = new Set([12, 16, 40, 52, 56, 64, 108, 124]);

function zipFacts(file: OpenFile, wanted: Wanted): ContentFacts {
  const parts = new ZipParts(file);
  const facts =
    officeFacts(parts, wanted) ?? openDocumentFacts(parts, wanted) ?? ofdFacts(parts, wanted);
  if (facts === undefined) throw new Unread('unsupported');
  return facts;
}

function photoFacts(file: OpenFile, exif: NonNullable<ReturnType<typeof findExif>>): ContentFacts {
  return found({ pages: picturesIn(file), taken: takenOf(file, exif) });
}

/** A picture is a page; only TIFF holds several. */
function picturesIn({ read }: OpenFile): number | undefined {
  const tiff = tiffStart(read);
  return tiff === undefined ? 1 : pageCount(countTiffPages(read, tiff));
}

function takenOf({ read }: OpenFile, exif: NonNullable<ReturnType<typeof findExif>>) {
  if (exif === 'none') return undefined;
  const taken = readTaken((offset, length) =>
    read(exif.offset + offset, Math.min(length, exif.length - offset)),
  );
  return taken === undefined ? undefined : dayOfExif(taken);
}
