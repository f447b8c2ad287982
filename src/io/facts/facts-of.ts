/** Which reader tells what a file says of itself: what it is tell its first bytes, not its name. */
import { posix } from 'node:path';
import type { Found } from './found.js';
import { mediaFacts } from './media-facts.js';
import { ofdFacts } from './ofd-facts.js';
import { officeFacts } from './office-facts.js';
import { oldOfficeFacts } from './old-office-facts.js';
import { openDocumentFacts } from './open-document-facts.js';
import type { OpenFile } from './open-file.js';
import { pictureFacts } from './picture-facts.js';
import type { Wanted } from './read-task.js';
import { rtfFacts, textFacts } from './text-facts.js';
import { Unread } from './unread.js';
import { ZipParts } from './zip-parts.js';

/** @throws {Unread} */
export async function factsOf(file: OpenFile, wanted: Wanted): Promise<Found> {
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

function zipFacts(file: OpenFile, wanted: Wanted): Found {
  const parts = new ZipParts(file);
  const facts =
    officeFacts(parts, wanted) ?? openDocumentFacts(parts, wanted) ?? ofdFacts(parts, wanted);
  if (facts === undefined) throw new Unread('unsupported');
  return facts;
}
