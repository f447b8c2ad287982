/** Objects of a PDF, read where they are. */
import { Parser, Unfinished } from '../../../core/stamp/pdf/parser.js';
import { Dict, Keyword, type Value } from '../../../core/stamp/pdf/values.js';
import { Broken } from '../../../core/stamp/pdf/xref-table.js';
import type { Bytes } from './bytes.js';
import { decoded, MOST_DECODED } from './decode.js';

/** What an object is, and the stream behind it. */
export interface Stored {
  readonly value: Value;
  /** Where the bytes of its stream begin. */
  readonly stream?: number;
}

/** Long enough for most objects; a longer one is read again. */
const GUESS = 2048;
const MOST_OBJECT = 32 * 2 ** 20;

/**
 * Parses from a place on; what is longer than the first guess is parsed again from more.
 *
 * @throws {Broken}
 */
export function parseAt<T>(bytes: Bytes, offset: number, parse: (parser: Parser) => T): T {
  for (let length = GUESS; ; length *= 8) {
    const piece = bytes.read(offset, length);
    const isAll = piece.length < length;
    const text = piece.toString('latin1');
    const parser = new Parser(text);
    try {
      const found = parse(parser);
      // A word at the end of the piece may go on behind it.
      if (isAll || parser.at < text.length - 1) return found;
    } catch (error) {
      if (!(error instanceof Unfinished)) throw error instanceof RangeError ? new Broken() : error;
    }
    if (isAll || length > MOST_OBJECT) throw new Broken();
  }
}

/**
 * @param number - Asked of it; `undefined` takes any.
 * @throws {Broken} It is not there.
 */
export function readObject(bytes: Bytes, offset: number, number?: number): Stored {
  return parseAt(bytes, offset, (parser) => {
    const [own, , word] = [parser.value(), parser.value(), parser.value()];
    if (typeof own !== 'number' || (number !== undefined && own !== number)) throw new Broken();
    if (!(word instanceof Keyword) || !word.word.startsWith('obj')) throw new Broken();
    // "obj" and a number may be written as one word.
    if (word.word !== 'obj') parser.at -= word.word.length - 3;
    const value = parser.value();
    if (!(value instanceof Dict)) return { value };
    const stream = parser.streamBehind();
    return stream === undefined ? { value } : { value, stream: offset + stream };
  });
}

/** @returns `undefined` when it is no stream, or its filters are those of pictures. */
export function contentOf(
  bytes: Bytes,
  { value, stream }: Stored,
  resolve: (value: Value) => Value,
): Buffer | undefined {
  if (!(value instanceof Dict) || stream === undefined) return undefined;
  const raw = rawOf(bytes, stream, resolve(value.get('Length')));
  return raw === undefined ? undefined : decoded(value, raw, resolve);
}

/**
 * Readers take what a stream says for its length, and with it what stands behind it: an update, too.
 *
 * @returns The object with its true length; `undefined` when it is right, or too short, which every reader mends.
 */
export function shortenedStream(
  bytes: Bytes,
  { value, stream }: Stored,
  resolve: (value: Value) => Value,
): Buffer | undefined {
  if (!(value instanceof Dict) || stream === undefined) return undefined;
  const length = resolve(value.get('Length'));
  if (typeof length !== 'number' || length < 0) return undefined;
  const raw = rawOf(bytes, stream, length);
  if (raw === undefined || raw.length >= length) return undefined;
  // A line's end more or less is none.
  if (length - raw.length <= 2) return undefined;
  const head = `${value.written({ Length: String(raw.length) })}\nstream\n`;
  return Buffer.concat([Buffer.from(head, 'latin1'), raw, Buffer.from('\nendstream')]);
}

const END_OF_STREAM = 'endstream';

/** Its length is often wrong; its end is not. */
function rawOf(bytes: Bytes, stream: number, length: Value): Buffer | undefined {
  if (typeof length === 'number' && length >= 0 && length <= MOST_DECODED) {
    const behind = bytes.read(stream + length, 32).toString('latin1');
    if (/^\s*endstream/.test(behind)) return bytes.read(stream, length);
  }
  for (let size = 2 ** 16; ; size *= 8) {
    const piece = bytes.read(stream, size);
    const end = piece.indexOf(END_OF_STREAM);
    if (end >= 0) return piece.subarray(0, end - endOfLine(piece, end));
    const last = piece.indexOf('endobj');
    if (piece.length < size) return last >= 0 ? piece.subarray(0, last) : piece;
    if (size > MOST_DECODED) return undefined;
  }
}

/** @returns How many bytes of a line's end stand before a place. */
function endOfLine(bytes: Buffer, at: number): number {
  const last = bytes[at - 1];
  if (last === 0x0d) return 1;
  return last === 0x0a ? (bytes[at - 2] === 0x0d ? 2 : 1) : 0;
}

/** Objects that are in a stream (PDF 32000-1, 7.5.7): each is parsed when it is asked for. */
export class ObjectStream {
  private readonly text: string;
  private readonly offsets = new Map<number, number>();

  /** @throws {Broken} */
  constructor(dict: Dict, bytes: Buffer, resolve: (value: Value) => Value) {
    // With a blank behind the last word, added here once: what is read of the text holds all of it in memory.
    this.text = `${bytes.toString('latin1')} `;
    const [first, count] = [resolve(dict.get('First')), resolve(dict.get('N'))];
    if (typeof first !== 'number' || typeof count !== 'number') throw new Broken();
    const parser = new Parser(this.text.slice(0, first));
    for (let index = 0; index < count; index += 1) {
      const [number, offset] = [valueOf(parser), valueOf(parser)];
      if (typeof number !== 'number' || typeof offset !== 'number') break;
      this.offsets.set(number, first + offset);
    }
  }

  numbers(): Iterable<number> {
    return this.offsets.keys();
  }

  get(number: number): Value {
    const offset = this.offsets.get(number);
    const value = offset === undefined ? null : valueOf(new Parser(this.text, offset));
    return value instanceof Keyword ? null : value;
  }
}

function valueOf(parser: Parser): Value {
  try {
    return parser.value();
  } catch {
    return null;
  }
}
