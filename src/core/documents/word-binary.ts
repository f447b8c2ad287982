/**
 * The text of a Word document as it was before 2007, and as WPS writes `.wps`.
 *
 * @see MS-DOC: 2.5 the block of facts at the start, 2.8.35 and 2.9.38 the table of pieces, 2.8.25 fields.
 */
import { TextCounter } from './text-counter.js';

const MAGIC = 0xa5ec;
const [ENCRYPTED, OTHER_TABLE] = [0x0100, 0x0200];
/** Of the characters in a file of a language that is not Chinese, one byte each. */
const COMPRESSED = 0x40000000;

interface WordFacts {
  readonly encrypted: boolean;
  /** Name of the stream with the table of pieces. */
  readonly table: '0Table' | '1Table';
  /** Units of the main text, its last paragraph mark and what is not seen of it included. */
  readonly length: number;
}

/** @returns `undefined` when it is none, or older than Word 97. */
export function readWordFacts(main: Buffer): WordFacts | undefined {
  if (main.length < 0x1aa || main.readUInt16LE(0) !== MAGIC) return undefined;
  const flags = main.readUInt16LE(10);
  return {
    encrypted: (flags & ENCRYPTED) !== 0,
    table: (flags & OTHER_TABLE) === 0 ? '0Table' : '1Table',
    length: main.readUInt32LE(0x4c),
  };
}

/** What the program that saved the document counted in it. */
interface Counted {
  readonly pages: number;
  readonly characters: number;
}

/** MS-DOC 2.7.2: in the properties of the document, which are in the table. */
export function countedInWord(main: Buffer, table: Buffer): Counted | undefined {
  const at = main.readUInt32LE(0x192);
  if (main.readUInt32LE(0x196) < 0x30 || at + 0x30 > table.length) return undefined;
  return { pages: table.readInt16LE(at + 0x2e), characters: table.readInt32LE(at + 0x2a) };
}

/**
 * The characters of the main text: paragraphs, tables, what fields show. Text boxes, headers and
 * notes are not; text that was deleted while changes were tracked is, as it cannot be told here.
 *
 * @returns `undefined` when its pieces do not fit together.
 */
export function countBinaryWord(main: Buffer, table: Buffer): number | undefined {
  const pieces = piecesIn(table.subarray(main.readUInt32LE(0x1a2)), main.readUInt32LE(0x1a6));
  if (pieces === undefined) return undefined;
  const counter = new FieldCounter();
  let rest = main.readUInt32LE(0x4c);
  for (const { length, place } of pieces) {
    const text = textOf(main, place, Math.min(length, rest));
    if (text === undefined) return undefined;
    counter.add(text);
    rest -= Math.min(length, rest);
  }
  return rest === 0 ? counter.counter.characters : undefined;
}

interface Piece {
  readonly length: number;
  readonly place: number;
}

/** The part of the table that has the pieces comes after those with formats. */
function piecesIn(table: Buffer, length: number): Piece[] | undefined {
  let at = 0;
  const end = Math.min(length, table.length);
  while (at + 3 <= end && table[at] === 1) at += 3 + table.readUInt16LE(at + 1);
  if (at + 5 > end || table[at] !== 2) return undefined;
  const bytes = table.subarray(at + 5, at + 5 + table.readUInt32LE(at + 1));
  const count = Math.floor((bytes.length - 4) / 12);
  return Array.from({ length: Math.max(0, count) }, (_, number) => ({
    length: bytes.readUInt32LE(number * 4 + 4) - bytes.readUInt32LE(number * 4),
    place: bytes.readUInt32LE((count + 1) * 4 + number * 8 + 2),
  }));
}

function textOf(main: Buffer, place: number, length: number): string | undefined {
  const compressed = (place & COMPRESSED) !== 0;
  const from = compressed ? (place & ~COMPRESSED) >>> 1 : place;
  const to = from + (compressed ? length : length * 2);
  if (length < 0 || to > main.length) return undefined;
  return main.toString(compressed ? 'latin1' : 'utf16le', from, to);
}

/** Fields are marks in the text: what stands between the first and the second is their instruction. */
class FieldCounter {
  readonly counter = new TextCounter();
  /** For each field that is open: is it its instruction still? */
  readonly #open: boolean[] = [];
  #instructions = 0;

  add(text: string): void {
    let from = 0;
    for (let at = 0; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      if (code < BEGIN || code > END) continue;
      this.#count(text, from, at);
      this.#mark(code);
      from = at + 1;
    }
    this.#count(text, from, text.length);
  }

  #count(text: string, from: number, to: number): void {
    if (this.#instructions === 0) this.counter.add(text, from, to);
  }

  #mark(code: number): void {
    if (code === BEGIN) {
      this.#open.push(true);
      this.#instructions += 1;
    } else if (this.#open.pop() === true) this.#instructions -= 1;
    if (code === SEPARATOR) this.#open.push(false);
  }
}

const [BEGIN, SEPARATOR, END] = [0x13, 0x14, 0x15];
