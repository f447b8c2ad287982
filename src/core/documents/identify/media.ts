/**
 * Sound and moving pictures, and the pictures that are kept in the same boxes.
 *
 * @see ISO/IEC 14496-12, 4.2 and 4.3 (boxes and brands); ISO/IEC 23008-12 (HEIF); RIFF (Microsoft, 1991);
 *   RFC 9559 (Matroska); ISO/IEC 11172-3, 2.4.1 (MPEG audio).
 */
import { found, type FileBytes, type Found } from './file.js';
import { ebmlSize } from '../media/ebml.js';
import type { FileFormat } from '../types.js';

export function byMedia(head: Buffer, file: FileBytes): Found | undefined {
  if (head.length < 12) return undefined;
  const type = head.toString('latin1', 4, 8);
  if (type === 'ftyp') return byBrand(head, file);
  // QuickTime before brands.
  if (['moov', 'mdat', 'wide', 'pnot'].includes(type) && head.readUInt32BE(0) < 2 ** 31) {
    return found('mov', isCutInBoxes(file, true) && 'truncated');
  }
  return byRiff(head, file) ?? byMatroska(head, file) ?? byTransport(head) ?? bySound(head);
}

const HEIF = ['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'mif1', 'msf1'];

function byBrand(head: Buffer, file: FileBytes): Found {
  const brand = head.toString('latin1', 8, 12);
  const others = head.toString('latin1', 16, Math.min(head.readUInt32BE(0), 128));
  const format = formatOfBrand(brand, others);
  const hasMovie = format !== 'heic' && format !== 'avif';
  return found(format, isCutInBoxes(file, hasMovie) && 'truncated');
}

function formatOfBrand(brand: string, others: string): FileFormat {
  if (brand === 'avif' || brand === 'avis') return 'avif';
  if (HEIF.includes(brand)) return others.includes('avif') ? 'avif' : 'heic';
  if (brand === 'qt  ') return 'mov';
  if (/^M4[AB] /.test(brand)) return 'm4a';
  return brand.startsWith('3g') ? '3gp' : 'mp4';
}

/** Those of a stream are thousands, one for each moment: they are not followed to the end. */
const MOST_BOXES = 64;

/**
 * Does a box end behind the end of the file?
 *
 * @param hasMovie - It cannot be played without `moov`, which a camera writes last.
 */
function isCutInBoxes({ sizeBytes, read }: FileBytes, hasMovie: boolean): boolean {
  let at = 0;
  let isPlayable = !hasMovie;
  for (let count = 0; at < sizeBytes; count += 1) {
    if (count === MOST_BOXES) return false;
    const box = read(at, 16);
    // Less than a box at the end, or zeros, is what some programs leave behind.
    if (box.length < 8) break;
    const [short, type] = [box.readUInt32BE(0), box.toString('latin1', 4, 8)];
    if (type === 'moov' || type === 'moof') isPlayable = true;
    if (short === 0) break;
    const size = short === 1 && box.length === 16 ? Number(box.readBigUInt64BE(8)) : short;
    if (size < 8 || at + size > sizeBytes) return size >= 8 || !isPlayable;
    at += size;
  }
  return !isPlayable;
}

const RIFF: Readonly<Record<string, FileFormat>> = { WEBP: 'webp', WAVE: 'wav', 'AVI ': 'avi' };
/** Written by those who do not know the size beforehand. */
const UNKNOWN_SIZE = 0x7fff0000;

function byRiff(head: Buffer, { sizeBytes }: FileBytes): Found | undefined {
  const mark = head.toString('latin1', 0, 4);
  const format = RIFF[head.toString('latin1', 8, 12)];
  if ((mark !== 'RIFF' && mark !== 'RF64') || format === undefined) return undefined;
  const told = head.readUInt32LE(4);
  return found(format, told < UNKNOWN_SIZE && told + 8 > sizeBytes + 1 && 'truncated');
}

const [EBML, SEGMENT] = [0x1a45dfa3, '\x18\x53\x80\x67'];

function byMatroska(head: Buffer, { sizeBytes }: FileBytes): Found | undefined {
  if (head.readUInt32BE(0) !== EBML) return undefined;
  const begin = head.toString('latin1', 0, 64);
  const at = head.indexOf(SEGMENT, 4, 'latin1');
  const length = at < 0 ? undefined : ebmlSize(head, at + 4);
  const isCut = length?.value !== undefined && at + 4 + length.width + length.value > sizeBytes;
  return found(begin.includes('webm') ? 'webm' : 'mkv', isCut && 'truncated');
}

/** Packets of 188 bytes, on disks of cameras with four before each. */
function byTransport(head: Buffer): Found | undefined {
  const isAt = (from: number, step: number) =>
    [0, 1, 2, 3, 4].every((packet) => head[from + packet * step] === 0x47);
  return isAt(0, 188) || isAt(4, 192) ? found('ts') : undefined;
}

function bySound(head: Buffer): Found | undefined {
  if (head.toString('latin1', 0, 3) === 'ID3') return found('mp3');
  if (head[0] !== 0xff) return undefined;
  const second = head[1] ?? 0;
  if ((second & 0xf6) === 0xf0) return found('aac');
  // Layer I is not used, and would take the mark of UTF-16 for sound.
  const layer = (second >> 1) & 3;
  const [version, rate, frequency] = [(second >> 3) & 3, (head[2] ?? 0) >> 4, (head[2] ?? 0) & 12];
  const isSound = (layer === 1 || layer === 2) && version !== 1 && second >= 0xe0;
  return isSound && rate !== 0 && rate !== 15 && frequency !== 12 ? found('mp3') : undefined;
}
