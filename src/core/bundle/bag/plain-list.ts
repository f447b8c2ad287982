/**
 * Lists of the payload in the very form in which `pack` writes them: every file that is there, once, in its order, and
 * nothing else. What such a list says beyond its digests is known, so it is held against the names instead of being
 * parsed. A list in any other form is no plain list, and is parsed line by line, to the same effect.
 */
import { nameOf } from '../../archive/paths.js';
import type { Algorithm } from './algorithms.js';
import type { DigestFacts } from '../judge/facts.js';
import { readIndexRow, type IndexRow, type RowMore } from '../index/index-row.js';
import { isEscaped, jsonText } from '../index/json-text.js';
import { isTooLong } from './paths.js';
import { LEDGER } from '../../ledger/file.js';
import { parseName } from '../../naming/parse.js';

/** The files in `data/` that a bag has, in their order. */
export class PayloadFiles {
  readonly paths: string[] = [];
  readonly rows: number[] = [];
  readonly sizes: number[] = [];
  readonly bytes: number;

  constructor(
    files: Iterable<readonly [path: string, row: number]>,
    sizeOf: (row: number) => number,
  ) {
    let bytes = 0;
    for (const [path, row] of files) {
      if (!path.startsWith('data/')) continue;
      const size = sizeOf(row);
      bytes += size;
      this.paths.push(path);
      this.rows.push(row);
      this.sizes.push(size);
    }
    this.bytes = bytes;
  }
}

/** The digests that a plain list tells, in the order of the files. */
export class PlainList {
  readonly payload: PayloadFiles;
  readonly #digits: number;
  readonly #digests: Buffer;
  readonly #more = new Map<number, RowMore>();

  constructor(payload: PayloadFiles, digits: number) {
    this.payload = payload;
    this.#digits = digits;
    this.#digests = Buffer.allocUnsafe(payload.paths.length * digits);
  }

  /** @returns `false` when it is too short or too long. */
  put(nth: number, digest: string): boolean {
    const digits = this.#digits;
    return digest.length === digits && this.#digests.write(digest, nth * digits, digits) === digits;
  }

  /** Keep what only some rows tell. */
  tell(nth: number, more: RowMore | undefined): void {
    if (more) this.#more.set(nth, more);
  }

  moreAt(nth: number): RowMore | undefined {
    return this.#more.get(nth);
  }

  /** Are all of them hex? Seen in blocks, as `Buffer` reads hex: up to what is none. */
  isHex(): boolean {
    for (let at = 0; at < this.#digests.length; at += BLOCK_BYTES) {
      const block = this.#digests.toString('latin1', at, at + BLOCK_BYTES);
      if (Buffer.from(block, 'hex').length * 2 !== block.length) return false;
    }
    return true;
  }

  digestAt(nth: number): string {
    const at = nth * this.#digits;
    return this.#digests.toString('latin1', at, at + this.#digits);
  }

  /** Was every file read as a whole, and has the size and the digest that are told of it? */
  holds(algorithm: Algorithm, digests: DigestFacts): boolean {
    const { rows, sizes } = this.payload;
    return rows.every(
      (row, nth) =>
        digests.ended(row) === 'whole' &&
        digests.sizeBytes(row) === sizes[nth] &&
        digests.digest(row, algorithm) === this.digestAt(nth),
    );
  }
}

/** Where a line means something else than it says, or what no path may have; all of them are rare in names. */
const UNPLAIN = ['%', '\\', '\r', '\0', '/.', '/ ', '//'];

/**
 * @param bytes - A manifest in UTF-8.
 * @param digits - Hex digits of its algorithm.
 * @returns `undefined` when it is not plain.
 */
export function plainManifest(
  bytes: Buffer,
  payload: PayloadFiles,
  digits: number,
): PlainList | undefined {
  if (UNPLAIN.some((each) => bytes.includes(each))) return undefined;
  const list = new PlainList(payload, digits);
  let nth = 0;
  for (const text of blocksOf(bytes)) {
    for (let at = 0; at < text.length; nth += 1) {
      const path = payload.paths[nth];
      const from = at + digits + 2;
      if (path === undefined || isTooLong(path)) return undefined;
      if (!text.startsWith('  ', from - 2) || !text.startsWith(path, from)) return undefined;
      const end = from + path.length;
      if (text.indexOf('\n', at) !== end || !list.put(nth, text.slice(at, from - 2)))
        return undefined;
      at = end + 1;
    }
  }
  return nth === payload.paths.length && list.isHex() ? list : undefined;
}

/**
 * @param bytes - The rows of an index in UTF-8, one a line, without the brackets around them.
 * @param ownerOf - The indicator in whose folder a file is.
 * @returns `undefined` when it is not plain.
 */
export function plainRows(
  bytes: Buffer,
  payload: PayloadFiles,
  ownerOf: (path: string) => string | undefined,
): PlainList | undefined {
  const list = new PlainList(payload, SHA256_DIGITS);
  const last = payload.paths.length - 1;
  let nth = 0;
  for (const text of blocksOf(bytes)) {
    for (let at = 0; at < text.length; nth += 1) {
      const path = payload.paths[nth];
      if (path === undefined) return undefined;
      const known = { path, indicator: ownerOf(path), bytes: payload.sizes[nth] ?? 0 };
      const from = afterKnown(text, at, known);
      const to = from + SHA256_DIGITS;
      const close = nth < last ? '"},\n' : '"}';
      if (from > 0 && text.startsWith(close, to)) {
        if (!list.put(nth, text.slice(from, to))) return undefined;
        at = to + close.length;
      } else {
        const end = nth < last ? text.indexOf(',\n', at) : text.length;
        const row = end < 0 ? undefined : fullRow(text.slice(at, end), known);
        if (row === undefined || !list.put(nth, row.sha256)) return undefined;
        list.tell(nth, row.more);
        at = nth < last ? end + 2 : end;
      }
    }
  }
  return nth === payload.paths.length && list.isHex() ? list : undefined;
}

const SHA256_DIGITS = 64;

/** What is known of a row of the index without reading it. */
type Known = Pick<IndexRow, 'path' | 'indicator' | 'bytes'>;

/** @returns where the digest begins in a row as `evidenceJson` writes it; -1 when the row is another. */
function afterKnown(text: string, from: number, { path, indicator, bytes }: Known): number {
  if (isEscaped(path)) return -1;
  let at = after(text, after(text, from, '    {"path":"'), path);
  if (indicator !== undefined) {
    at = after(text, after(text, at, '","indicator":'), jsonText(indicator).slice(0, -1));
  }
  const name = nameOf(path);
  if (name === LEDGER) at = after(text, at, '","ledger":true');
  else {
    const { ordinal, title } = parseName(name);
    if (ordinal !== undefined) {
      at = after(text, after(text, at, '","ordinal":'), String(ordinal));
    }
    at = after(text, after(text, at, ordinal === undefined ? '","title":"' : ',"title":"'), title);
    at = after(text, at, '"');
  }
  at = after(text, after(text, at, ',"bytes":'), String(bytes));
  return after(text, at, ',"sha256":"');
}

/** @returns the place behind `expected`, if it is at `at`; -1 when it is not, or `at` is -1 already. */
function after(text: string, at: number, expected: string): number {
  return at >= 0 && text.startsWith(expected, at) ? at + expected.length : -1;
}

/** A row that has more to tell: the name that the file had before it was packed, or what was read in it. */
function fullRow(text: string, { path, indicator, bytes }: Known): IndexRow | undefined {
  const row = readIndexRow(parsedOrNot(text));
  const isKnown =
    row?.trouble === undefined &&
    row?.path === path &&
    row.indicator === indicator &&
    row.bytes === bytes &&
    row.ledger === (nameOf(path) === LEDGER);
  return isKnown ? row : undefined;
}

function parsedOrNot(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The rows of a plain index, made again from what is known of them. */
export function* rowsOf(
  list: PlainList,
  ownerOf: (path: string) => string | undefined,
): Generator<IndexRow> {
  const { paths, sizes } = list.payload;
  for (const [nth, path] of paths.entries()) {
    yield {
      path,
      indicator: ownerOf(path),
      bytes: sizes[nth] ?? 0,
      sha256: list.digestAt(nth),
      ledger: nameOf(path) === LEDGER,
      trouble: undefined,
      more: list.moreAt(nth),
    };
  }
}

const BLOCK_BYTES = 16 * 1024;

/** The text in blocks of whole lines: as one text it would be twice as long, and stay. */
function* blocksOf(bytes: Buffer): Generator<string> {
  for (let at = 0; at < bytes.length;) {
    const next = bytes.indexOf('\n', at + BLOCK_BYTES);
    const end = next < 0 ? bytes.length : next + 1;
    yield bytes.toString('utf8', at, end);
    at = end;
  }
}
