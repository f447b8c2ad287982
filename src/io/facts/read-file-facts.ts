/** What one file says of itself. What it is tell its first bytes, not its name. */
import { posix } from 'node:path';
import { dayOfExif } from '../../core/documents/days.js';
import { readTaken } from '../../core/documents/exif.js';
import { findExif } from '../../core/documents/photo.js';
import type { ContentFacts } from '../../core/evidence/types.js';
import { errorCode } from '../disk.js';
import { officeFacts } from './office-facts.js';
import { ofdFacts } from './ofd-facts.js';
import { oldOfficeFacts } from './old-office-facts.js';
import { openDocumentFacts } from './open-document-facts.js';
import { withFile, type OpenFile } from './open-file.js';
import { textFacts } from './text-facts.js';
import { Unread } from './unread.js';
import { ZipParts } from './zip-parts.js';

/** @returns `undefined` when the disk could not read it, which may be otherwise the next time. */
export async function readFileFacts(path: string): Promise<ContentFacts | undefined> {
  try {
    return await withFile(path, factsOf);
  } catch (error) {
    if (error instanceof Unread) return failed(error.why);
    return isOfDisk(error) ? undefined : failed('unreadable');
  }
}

export function failed(why: NonNullable<ContentFacts['failed']>): ContentFacts {
  return { characters: undefined, created: undefined, taken: undefined, failed: why };
}

/** Errors of zlib have codes too, but no call of the system. */
function isOfDisk(error: unknown): boolean {
  return errorCode(error) !== undefined && error instanceof Error && 'syscall' in error;
}

async function factsOf(file: OpenFile): Promise<ContentFacts> {
  const begin = file.read(0, 1024).toString('latin1');
  if (begin.startsWith('PK\x03\x04')) return zipFacts(file);
  if (begin.startsWith('\xd0\xcf\x11\xe0')) return oldOfficeFacts(file);
  // PDF 32000-1, annex H.3.4.1: something may stand before it.
  if (begin.includes('%PDF-')) return (await import('./pdf-facts.js')).pdfFacts(file);
  const exif = findExif(file.read);
  if (exif !== undefined) return photoFacts(file, exif);
  if (TEXTS.has(posix.extname(file.path).toLowerCase())) return textFacts(file);
  throw new Unread('unsupported');
}

const TEXTS = new Set(['.txt', '.md']);

function zipFacts(file: OpenFile): ContentFacts {
  const parts = new ZipParts(file);
  const facts = officeFacts(parts) ?? openDocumentFacts(parts) ?? ofdFacts(parts);
  if (facts === undefined) throw new Unread('unsupported');
  return facts;
}

function photoFacts(file: OpenFile, exif: NonNullable<ReturnType<typeof findExif>>): ContentFacts {
  return { characters: undefined, created: undefined, taken: takenOf(file, exif) };
}

function takenOf({ read }: OpenFile, exif: NonNullable<ReturnType<typeof findExif>>) {
  if (exif === 'none') return undefined;
  const taken = readTaken((offset, length) =>
    read(exif.offset + offset, Math.min(length, exif.length - offset)),
  );
  return taken === undefined ? undefined : dayOfExif(taken);
}
