/** What a file is, from its bytes: the first few thousand of them, and of some formats those at the end. */
import { byCompound } from './compound.js';
import { byImage } from './image.js';
import { byMedia } from './media.js';
import { byPacked } from './packed.js';
import { byPdf } from './pdf.js';
import { byText } from './text.js';
import { byZip } from './zip.js';
import { found, NOTHING, type FileBytes, type Found } from './file.js';
import { MARKS, type FileFormat, type Identified, type Mark } from '../types.js';

/** So much of every file is read; of most formats it is all that is. */
export const HEAD_BYTES = 4096;

/**
 * What a file really is, and what is remarkable about it. Every format is looked for by what its standard puts at
 * fixed places, so that no file takes longer because it is large, and none can make it fail: what cannot be followed is
 * `damaged` or `truncated`.
 */
export function identify(file: FileBytes): Identified {
  if (file.sizeBytes === 0) return { format: undefined, marks: ['empty'] };
  const head = file.read(0, HEAD_BYTES);
  for (const look of LOOKS) {
    const seen = look(head, file);
    if (seen) return inOrder(seen);
  }
  return inOrder(isZeros(head) ? { format: undefined, marks: ['damaged'] } : NOTHING);
}

type Look = (head: Buffer, file: FileBytes) => Found | undefined;

/** The commonest first; text last, as it has no mark of its own. */
const LOOKS: readonly Look[] = [
  byZip,
  byPdf,
  byImage,
  byCompound,
  byMedia,
  byPacked,
  bySignature,
  byText,
];

/** @see https://www.iana.org/assignments/media-types, and the standard of each. */
const SIGNATURES: readonly (readonly [FileFormat, string])[] = [
  ['psd', '8BPS'],
  ['dwg', 'AC10'],
  ['exe', 'MZ'],
  ['lnk', 'L\0\0\0\x01\x14\x02\0'],
  ['mid', 'MThd'],
  ['ape', 'MAC '],
  ['amr', '#!AMR'],
  ['flac', 'fLaC'],
  ['ogg', 'OggS'],
  ['flv', 'FLV\x01'],
  ['rm', '.RMF'],
  ['wmv', '\x30\x26\xb2\x75\x8e\x66\xcf\x11\xa6\xd9'],
  ['mpg', '\0\0\x01\xba'],
  ['mpg', '\0\0\x01\xb3'],
];

function bySignature(head: Buffer): Found | undefined {
  const begin = head.toString('latin1', 0, 16);
  const [format] = SIGNATURES.find(([, signature]) => begin.startsWith(signature)) ?? [];
  // Two letters begin many a text; a program names the place of its second header (PE format, 2).
  if (format === 'exe' && (head.length < 64 || head.readUInt32LE(60) > 4096)) return undefined;
  return format && found(format);
}

/** Left by a disk that lost power while it wrote, or by a download that kept room and did not come. */
function isZeros(head: Buffer): boolean {
  return head.every((byte) => byte === 0);
}

function inOrder({ format, marks }: Found): Identified {
  if (marks.length < 2) return { format, marks };
  return { format, marks: MARKS.filter((mark: Mark) => marks.includes(mark)) };
}
