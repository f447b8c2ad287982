/** What one file says of itself. What it is tell its first bytes, not its name. */
import { posix } from 'node:path';
import type { ContentFacts } from '../../core/evidence/types.js';
import { errorCode } from '../disk.js';
import { found } from './found.js';
import { officeFacts } from './office-facts.js';
import { mediaFacts } from './media-facts.js';
import { ofdFacts } from './ofd-facts.js';
import { oldOfficeFacts } from './old-office-facts.js';
import { openDocumentFacts } from './open-document-facts.js';
import { withFile, type FileInMemory, type OpenFile } from './open-file.js';
import { pictureFacts } from './picture-facts.js';
import { rtfFacts, textFacts } from './text-facts.js';
import { Unread } from './unread.js';
import type { Wanted } from './read-task.js';
import { ZipParts } from './zip-parts.js';

/** @returns `undefined` when the disk could not read it, which may be otherwise the next time. */
export async function readFileFacts(
  from: string | FileInMemory,
  wanted: Wanted,
): Promise<ContentFacts | undefined> {
  try {
    return await withFile(from, (file) => factsOf(file, wanted));
  } catch (error) {
    if (error instanceof Unread) return failed(error.why);
    return isOfDisk(error) ? undefined : failed('unreadable');
  }
}

function failed(why: NonNullable<ContentFacts['failed']>): ContentFacts {
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
  const facts =
    pictureFacts(file, bytes) ??
    mediaFacts(file) ??
    textFacts(posix.extname(file.path).toLowerCase(), file, wanted);
  if (facts === undefined) throw new Unread('unsupported');
  return facts;
}

function zipFacts(file: OpenFile, wanted: Wanted): ContentFacts {
  const parts = new ZipParts(file);
  const facts =
    officeFacts(parts, wanted) ?? openDocumentFacts(parts, wanted) ?? ofdFacts(parts, wanted);
  if (facts === undefined) throw new Unread('unsupported');
  return facts;
}
