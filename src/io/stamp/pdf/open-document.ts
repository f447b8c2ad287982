/** Finds the objects of a PDF: by its cross-reference, or, where that is broken, by looking for them. */
import { Parser } from '../../../core/stamp/pdf/parser.js';
import { Places } from '../../../core/stamp/pdf/places.js';
import { Dict, Keyword, type Value } from '../../../core/stamp/pdf/values.js';
import { Broken, readRows, readXrefStream, ROW } from '../../../core/stamp/pdf/xref-table.js';
import type { Bytes } from './bytes.js';
import { PdfDocument } from './document.js';
import { contentOf, parseAt, readObject } from './objects.js';

/** Where the newest section is, counted from `base`, and of which kind it is. */
interface Newest {
  readonly startxref: number;
  readonly isStream: boolean;
}

export interface Opened {
  readonly document: PdfDocument;
  /** Offsets are counted from here: something may stand before the header. */
  readonly base: number;
  /** `undefined` when the objects had to be looked for. */
  readonly newest: Newest | undefined;
  /** There is the word `trailer`, without which some readers that look for objects find no document. */
  readonly hasTrailer: boolean;
}

/** What a document that goes on for ever stops at. */
const MOST_SECTIONS = 4096;
const HEAD = 1024;
const TAIL = 1024;

/** @returns Where `%PDF-` stands; 0 when it does not. */
export function headerOf(bytes: Bytes): number {
  return Math.max(0, bytes.read(0, HEAD).indexOf('%PDF-'));
}

/** The trailer of the newest section, whatever those before it are. @throws {Broken} */
export function newestSection(bytes: Bytes, base: number): { startxref: number; dict: Dict } {
  const startxref = startxrefOf(bytes);
  return { startxref, dict: readSection(bytes, startxref, base, new Places()).dict };
}

/** @throws {Broken} */
export function openByXref(bytes: Bytes, base: number): Opened {
  const startxref = startxrefOf(bytes);
  const places = new Places();
  const seen = new Set<number>();
  let newest: Section | undefined;
  let next: number | undefined = startxref;
  while (next !== undefined && !seen.has(next)) {
    if (seen.size > MOST_SECTIONS) throw new Broken();
    seen.add(next);
    const section = readSection(bytes, next, base, places);
    newest ??= section;
    next = offsetOf(section.dict.get('Prev'));
  }
  if (newest === undefined) throw new Broken();
  const document = new PdfDocument(bytes, places, newest.dict);
  const { isStream } = newest;
  return { document, base, newest: { startxref, isStream }, hasTrailer: !isStream };
}

function startxrefOf(bytes: Bytes): number {
  const tail = bytes.read(Math.max(0, bytes.size - TAIL), TAIL).toString('latin1');
  const last = tail.lastIndexOf('startxref');
  const found = last < 0 ? null : /^startxref\s*(\d+)/.exec(tail.slice(last));
  if (found === null) throw new Broken();
  return Number(found[1]);
}

interface Section {
  readonly dict: Dict;
  readonly isStream: boolean;
}

function readSection(bytes: Bytes, startxref: number, base: number, places: Places): Section {
  const offset = startxref + base;
  const head = bytes.read(offset, 64).toString('latin1');
  const table = /^\s*xref(?=\s)/.exec(head);
  if (table === null) return { dict: readStream(bytes, offset, base, places), isStream: true };
  return { dict: readTable(bytes, offset + table[0].length, base, places), isStream: false };
}

function readStream(bytes: Bytes, offset: number, base: number, places: Places): Dict {
  const stored = readObject(bytes, offset);
  const content = contentOf(bytes, stored, (value) => value);
  if (!(stored.value instanceof Dict) || content === undefined) throw new Broken();
  readXrefStream(stored.value, content, base, places);
  // It has a number, too, although it need not speak of it.
  const own = Number.parseInt(bytes.read(offset, 32).toString('latin1').trimStart(), 10);
  places.highest = Math.max(places.highest, own || 0);
  return stored.value;
}

function readTable(bytes: Bytes, from: number, base: number, places: Places): Dict {
  const free: number[] = [];
  let at = from;
  for (;;) {
    const head = bytes.read(at, 64).toString('latin1');
    const part = /^\s*(\d{1,10})\s+(\d{1,10})(?=\s)/.exec(head);
    if (part === null) break;
    const [all, first, count] = part;
    at += all.length;
    const rows = { first: Number(first), count: Number(count), base };
    const text = bytes.read(at, Math.min(bytes.size - at, rows.count * (ROW + 2) + ROW));
    const read = readRows(text.toString('latin1'), rows, places);
    free.push(...read.free);
    at += read.end;
  }
  const dict = parseAt(bytes, at, trailerBehind);
  const hybrid = offsetOf(dict.get('XRefStm'));
  if (hybrid !== undefined) readHybrid(bytes, hybrid + base, base, places, free);
  return dict;
}

/** What is broken in it is hidden from the readers that would see it. */
function readHybrid(
  bytes: Bytes,
  offset: number,
  base: number,
  places: Places,
  free: readonly number[],
): void {
  places.dropFree(free);
  try {
    readStream(bytes, offset, base, places);
  } catch (error) {
    if (!(error instanceof Broken)) throw error;
  }
  for (const number of free) places.addFree(number);
}

export function trailerBehind(parser: Parser): Dict {
  const word = parser.value();
  const dict = parser.value();
  const isTrailer = word instanceof Keyword && word.word === 'trailer';
  if (!isTrailer || !(dict instanceof Dict)) throw new Broken();
  return dict;
}

function offsetOf(value: Value): number | undefined {
  return typeof value === 'number' && value > 0 ? value : undefined;
}
