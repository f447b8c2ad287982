/**
 * Office before 2007, WPS, Outlook, and what Office has encrypted in any year.
 *
 * @see MS-CFB; MS-DOC 2.5.2; MS-XLS 2.4.117; MS-PPT 2.3.2; MS-OFFCRYPTO 2.3.
 */
import { CompoundError, CompoundFile } from '../compound.js';
import { found, NOTHING, type FileBytes, type Found } from './file.js';
import { readWordFacts } from '../word-binary.js';
import type { FileFormat, Mark } from '../types.js';

export function byCompound(head: Buffer, file: FileBytes): Found | undefined {
  if (head.length < 8 || head.toString('latin1', 0, 8) !== SIGNATURE) return undefined;
  try {
    return inCompound(new CompoundFile(file.read, file.sizeBytes));
  } catch (error) {
    if (!(error instanceof CompoundError)) throw error;
    return found(undefined, isCutHeader(head, file) ? 'truncated' : 'damaged');
  }
}

/** Do the tables that its header tells of lie behind the end? */
function isCutHeader(head: Buffer, { sizeBytes }: FileBytes): boolean {
  if (head.length < 512) return true;
  const sector = 1 << Math.min(head.readUInt16LE(30), 12);
  const places = [head.readUInt32LE(48)];
  for (let at = 76; at < 512; at += 4) places.push(head.readUInt32LE(at));
  return places.some((place) => place < 0xfffffffa && (place + 1) * sector >= sizeBytes);
}

const SIGNATURE = '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1';

const STREAMS: readonly (readonly [FileFormat, string])[] = [
  // Office 2007 puts a document beside it that tells older programs why they cannot open it.
  ['ooxml', 'EncryptedPackage'],
  ['doc', 'WordDocument'],
  ['xls', 'Workbook'],
  ['xls', 'Book'],
  ['ppt', 'PowerPoint Document'],
  ['vsd', 'VisioDocument'],
  ['msg', '__properties_version1.0'],
  ['works', 'MatOST'],
  ['works', 'CONTENTS'],
];

function inCompound(compound: CompoundFile): Found {
  const [format, stream] = STREAMS.find(([, name]) => compound.has(name)) ?? [];
  if (format === undefined || stream === undefined) return NOTHING;
  const marks: (Mark | false)[] = [
    isLocked(compound, format, stream) && 'encrypted',
    MACROS.some((name) => compound.has(name)) && 'macros',
    SIGNED.some((name) => compound.has(name)) && 'signed',
    compound.isCut && 'truncated',
  ];
  return found(format, ...marks);
}

const MACROS = ['Macros', '_VBA_PROJECT_CUR', '_VBA_PROJECT'];
const SIGNED = ['_xmlsignatures', '_signatures'];

function isLocked(compound: CompoundFile, format: FileFormat, stream: string): boolean {
  if (format === 'ooxml') return true;
  if (format === 'ppt') return compound.has('EncryptedSummary') || isLockedShow(compound);
  const begin = compound.begin(stream, BEGIN_BYTES);
  if (format === 'doc') return readWordFacts(begin)?.encrypted === true;
  return format === 'xls' && isLockedBook(begin);
}

const BEGIN_BYTES = 2048;

/** The token of `Current User` tells. */
function isLockedShow(compound: CompoundFile): boolean {
  const user = compound.has('Current User') ? compound.begin('Current User', 16) : undefined;
  return user !== undefined && user.length >= 16 && user.readUInt32LE(12) === 0xf3d1c4df;
}

const [FILE_PASS, END_OF_STREAM] = [0x2f, 0x0a];

/** The record of the password is among the first; Excel asks for none where it gave the password itself. */
function isLockedBook(begin: Buffer): boolean {
  for (let at = 0; at + 4 <= begin.length;) {
    const [record, length] = [begin.readUInt16LE(at), begin.readUInt16LE(at + 2)];
    if (record === FILE_PASS) return true;
    if (record === END_OF_STREAM) return false;
    at += 4 + length;
  }
  return false;
}
