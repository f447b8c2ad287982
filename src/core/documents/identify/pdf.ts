/**
 * PDF.
 *
 * @see PDF 32000-1, 7.5.5 (the trailer), 7.6 (encryption), 12.8.1 (signatures), annex F (linearized), H.3.4.1 (what
 *   may stand before the header).
 */
import { found, tailOf, type FileBytes, type Found } from './file.js';
import { opensWithoutPassword } from '../pdf-password.js';

const HEADER_WITHIN = 1024;
/** Signatures are added at the end, with certificates of some ten kilobytes. */
const TAIL_BYTES = 64 * 1024;
/** The dictionary of a table of references. */
const WINDOW = 4096;

export function byPdf(head: Buffer, file: FileBytes): Found | undefined {
  if (!head.subarray(0, HEADER_WITHIN).includes('%PDF-')) return undefined;
  const tail = tailOf(file, TAIL_BYTES);
  const lock = lockOf(head, tail, file);
  return found(
    'pdf',
    isCut(head, tail, file) ? 'truncated' : !hasObjects(head, tail) && 'damaged',
    lock !== undefined && (opensWithoutPassword(lock, file) ? 'restricted' : 'encrypted'),
    tail.includes('/ByteRange') && 'signed',
  );
}

/** The end says so; of a linearized file the first part has an end of its own. */
function isCut(head: Buffer, tail: Buffer, { sizeBytes }: FileBytes): boolean {
  const end = tail.lastIndexOf('%%EOF');
  if (end < 0) return tail.lastIndexOf('startxref') < 0;
  if (tail.indexOf(' obj', end) >= 0) return true;
  const linear = head.indexOf('/Linearized');
  if (linear < 0) return false;
  const told = /\/L\s+(\d+)/.exec(head.toString('latin1', linear, linear + 256))?.[1];
  return told !== undefined && Number(told) > sizeBytes;
}

/** All of it is objects: some stand at its beginning and its end, whatever is wrong with its cross-reference. */
function hasObjects(head: Buffer, tail: Buffer): boolean {
  return (
    tail.includes('startxref') ||
    [tail, head].some((bytes) => OBJECT.test(bytes.toString('latin1')))
  );
}

const OBJECT = /\d\s+obj/;

/** @returns the text around the entry that leads to the encryption: the rest of the trailer is in it. */
function lockOf(head: Buffer, tail: Buffer, file: FileBytes): string | undefined {
  return (
    lockIn(tail) ?? lockIn(head) ?? (file.sizeBytes > TAIL_BYTES ? lockAt(tail, file) : undefined)
  );
}

/** Where the table of references begins is told at the end; it may stand anywhere. */
function lockAt(tail: Buffer, { sizeBytes, read }: FileBytes): string | undefined {
  const at = tail.lastIndexOf('startxref');
  const place = at < 0 ? undefined : /\d+/.exec(tail.toString('latin1', at, at + 64))?.[0];
  if (place === undefined || Number(place) >= sizeBytes - TAIL_BYTES) return undefined;
  return lockIn(read(Number(place), WINDOW));
}

function lockIn(bytes: Buffer): string | undefined {
  for (let at = bytes.indexOf(LOCK); at >= 0; at = bytes.indexOf(LOCK, at + 1)) {
    // Not `/EncryptMetadata`.
    if (/[\s<]/.test(String.fromCharCode(bytes[at + LOCK.length] ?? 0))) {
      return bytes.toString('latin1', Math.max(0, at - WINDOW / 2), at + WINDOW / 2);
    }
  }
  return undefined;
}

const LOCK = '/Encrypt';
