/**
 * Lists of the payload in the very form in which `pack` writes them: every file that is there, once, in its order, and
 * nothing else. What such a list says beyond its digests is known, so it is held against the names instead of being
 * parsed. A list in any other form is no plain list, and is parsed line by line, to the same effect.
 */
import { nameOf, parentOf } from '../../archive/paths.js';
import type { Algorithm } from './algorithms.js';
import type { DigestFacts } from '../judge/facts.js';
import { readIndexRow, type IndexPlace, type IndexRow, type RowMore } from '../index/index-row.js';
import { afterPathJson } from '../index/index-json.js';
import { isEscaped } from '../index/json-text.js';
import type { FolderRun, PathRows } from './path-rows.js';
import { isTooLong } from './paths.js';
import { LEDGER } from '../../ledger/file.js';
import { parseName } from '../../naming/parse.js';
import { UTF8_BYTES_AT_MOST } from '../zip/records.js';

/** The files in `data/` that a bag has, in their order. */
export class PayloadFiles {
  readonly paths: string[] = [];
  readonly rows: number[] = [];
  readonly sizes: number[] = [];
  /** The paths folder by folder. */
  readonly runs: FolderRun[] = [];
  readonly bytes: number;
  #names: Names | undefined;

  constructor(files: PathRows, sizeOf: (row: number) => number) {
    const rows = [...files.values()];
    let bytes = 0;
    for (const { folder, from, to } of files.runs) {
      if (folder !== 'data' && !folder.startsWith('data/')) continue;
      const count = this.paths.length;
      this.runs.push({ folder, from: count, to: count + to - from });
      for (let at = from; at < to; at += 1) {
        const row = rows[at] ?? 0;
        const size = sizeOf(row);
        bytes += size;
        this.paths.push(files.paths[at] ?? '');
        this.rows.push(row);
        this.sizes.push(size);
      }
    }
    this.bytes = bytes;
  }

  /** The paths as bytes: to turn long lists into text takes longer than all else that is done with them. */
  get names(): Names {
    return (this.#names ??= namesOf(this.paths));
  }
}

interface Names {
  /** In UTF-8, one behind the other. */
  readonly bytes: Buffer;
  /** Where in `bytes` each of them begins, and the last one ends. */
  readonly starts: Uint32Array;
}

function namesOf(paths: readonly string[]): Names {
  const letters = paths.reduce((sum, { length }) => sum + length, 0);
  const bytes = Buffer.allocUnsafeSlow(letters * UTF8_BYTES_AT_MOST);
  const starts = new Uint32Array(paths.length + 1);
  let at = 0;
  paths.forEach((path, nth) => {
    starts[nth] = at;
    at += bytes.write(path, at);
  });
  starts[paths.length] = at;
  return { bytes: bytes.subarray(0, at), starts };
}

/** The digests that a plain list tells, in the order of the files. */
export class PlainList {
  readonly payload: PayloadFiles;
  readonly #digestBytes: number;
  readonly #digests: Buffer;
  readonly #more = new Map<number, RowMore>();

  constructor(payload: PayloadFiles, digits: number) {
    this.payload = payload;
    this.#digestBytes = digits / 2;
    this.#digests = Buffer.allocUnsafe(payload.paths.length * this.#digestBytes);
  }

  /**
   * @param text - Holds the digest at `from`.
   * @returns `false` when it is no lower-case hex.
   */
  put(nth: number, text: Uint8Array, from: number): boolean {
    const digests = this.#digests;
    const end = (nth + 1) * this.#digestBytes;
    let seen = 0;
    for (let to = end - this.#digestBytes, at = from; to < end; to += 1, at += 2) {
      const byte = ((HEX[text[at] ?? 0] ?? -1) << 4) | (HEX[text[at + 1] ?? 0] ?? -1);
      digests[to] = byte;
      seen |= byte;
    }
    return seen >= 0;
  }

  /** Keep what only some rows tell. */
  tell(nth: number, more: RowMore | undefined): void {
    if (more) this.#more.set(nth, more);
  }

  moreAt(nth: number): RowMore | undefined {
    return this.#more.get(nth);
  }

  digestAt(nth: number): string {
    const at = nth * this.#digestBytes;
    return this.#digests.toString('hex', at, at + this.#digestBytes);
  }

  /** Was every file read as a whole, and has the size and the digest that are told of it? */
  holds(algorithm: Algorithm, digests: DigestFacts): boolean {
    const { rows, sizes } = this.payload;
    return rows.every(
      (row, nth) =>
        digests.ended(row) === 'whole' &&
        digests.sizeBytes(row) === sizes[nth] &&
        digests.isDigest(row, algorithm, this.#digests, nth * this.#digestBytes),
    );
  }
}

/** What each letter is worth in lower-case hex; -1 for all others. */
const HEX = Int8Array.from({ length: 256 }, (_, code) =>
  '0123456789abcdef'.indexOf(String.fromCharCode(code)),
);

/** Where a line means something else than it says, or what no path may have; all of them are rare in names. */
const UNPLAIN = ['%', '\\', '\r', '\n', '\0', '/.', '/ ', '//'];
/** In UTF-8 it is written as U+FFFD, as if it were that. */
const HALF_PAIR = /\p{Cs}/u;
const [SPACE, LINE_END] = [0x20, 0x0a];

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
  const { paths, names } = payload;
  const { starts } = names;
  if (bytes.length !== names.bytes.length + paths.length * (digits + 3)) return undefined;
  if (UNPLAIN.some((each) => names.bytes.includes(each))) return undefined;
  if (names.bytes.includes('\ufffd') && paths.some((path) => HALF_PAIR.test(path)))
    return undefined;
  const list = new PlainList(payload, digits);
  const isPlain = paths.every((path, nth) => {
    const [name = 0, nameEnd = 0] = [starts[nth], starts[nth + 1]];
    const at = name + nth * (digits + 3);
    const from = at + digits + 2;
    const end = from + nameEnd - name;
    const isLine =
      bytes[from - 2] === SPACE &&
      bytes[from - 1] === SPACE &&
      bytes[end] === LINE_END &&
      bytes.compare(names.bytes, name, nameEnd, from, end) === 0;
    return isLine && !isTooLong(path) && list.put(nth, bytes, at);
  });
  return isPlain ? list : undefined;
}

/**
 * @param bytes - The rows of an index in UTF-8, one a line, without the brackets around them.
 * @param ownerOf - The indicator that a folder belongs to.
 * @returns `undefined` when it is not plain.
 */
export function plainRows(
  bytes: Buffer,
  payload: PayloadFiles,
  ownerOf: (folder: string) => string | undefined,
): PlainList | undefined {
  const list = new PlainList(payload, SHA256_DIGITS);
  const usual = new UsualRows(bytes, payload);
  const last = payload.paths.length - 1;
  let at = 0;
  for (const { folder, from, to } of payload.runs) {
    const indicator = ownerOf(folder);
    for (let nth = from; nth < to; nth += 1) {
      const path = payload.paths[nth] ?? '';
      const known = { path, indicator, bytes: payload.sizes[nth] ?? 0 };
      const name = path.slice(folder.length + 1);
      const digestAt = usual.digestAt(nth, at, name, known);
      const close = digestAt + SHA256_DIGITS;
      if (digestAt > 0 && closes(bytes, close, nth === last)) {
        if (!list.put(nth, bytes, digestAt)) return undefined;
        at = close + (nth < last ? CLOSE.length : CLOSE_LAST);
      } else {
        const end = nth < last ? bytes.indexOf(',\n', at) : bytes.length;
        const row = end < 0 ? undefined : fullRow(bytes.toString('utf8', at, end), known);
        if (row?.sha256.length !== SHA256_DIGITS) return undefined;
        if (!list.put(nth, Buffer.from(row.sha256), 0)) return undefined;
        list.tell(nth, row.more);
        at = nth < last ? end + 2 : end;
      }
    }
  }
  return at === bytes.length ? list : undefined;
}

const SHA256_DIGITS = 64;
/** Behind a digest, and how much of it is behind the last. */
const CLOSE = Buffer.from('"},\n');
const CLOSE_LAST = 2;

function closes(bytes: Buffer, at: number, isLast: boolean): boolean {
  for (let nth = 0; nth < (isLast ? CLOSE_LAST : CLOSE.length); nth += 1) {
    if (bytes[at + nth] !== CLOSE[nth]) return false;
  }
  return true;
}

/** What is known of a row of the index without reading it. */
type Known = Pick<IndexRow, 'path' | 'indicator' | 'bytes'>;

/** Finds rows as most are written. */
class UsualRows {
  readonly #bytes: Buffer;
  readonly #names: Names;
  /** What is expected next. */
  readonly #text = Buffer.allocUnsafeSlow(TEXT_LETTERS * UTF8_BYTES_AT_MOST);

  constructor(bytes: Buffer, { names }: PayloadFiles) {
    this.#bytes = bytes;
    this.#names = names;
  }

  /** @returns where in the row that begins at `at` the digest is; -1 when it is another row. */
  digestAt(nth: number, at: number, name: string, { path, indicator, bytes }: Known): number {
    if (isEscaped(path)) return -1;
    const isLedger = name === LEDGER;
    const { ordinal, title } = isLedger ? NO_PARTS : parseName(name);
    const ledger = isLedger ? (true as const) : undefined;
    const text = `"${afterPathJson({ indicator, ordinal, title, ledger, bytes })}"`;
    // Longer than any name is.
    if (text.length > TEXT_LETTERS) return -1;
    const [from = 0, to = 0] = [this.#names.starts[nth], this.#names.starts[nth + 1]];
    const pathAt = this.#after(at, OPEN, 0, OPEN.length);
    const textAt = this.#after(pathAt, this.#names.bytes, from, to);
    return this.#after(textAt, this.#text, 0, this.#text.write(text));
  }

  /** @returns the place behind what is expected, if it is at `at`; -1 when it is not, or `at` is -1 already. */
  #after(at: number, expected: Buffer, from: number, to: number): number {
    const end = at + to - from;
    if (at < 0 || end > this.#bytes.length) return -1;
    return this.#bytes.compare(expected, from, to, at, end) === 0 ? end : -1;
  }
}

const OPEN = Buffer.from('    {"path":"');
const TEXT_LETTERS = 8 * 1024;
const NO_PARTS = { ordinal: undefined, title: undefined };

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
  ownerOf: (folder: string) => string | undefined,
): Generator<IndexRow> {
  const { paths, sizes } = list.payload;
  for (const [nth, path] of paths.entries()) {
    yield {
      path,
      indicator: ownerOf(parentOf(path)),
      bytes: sizes[nth] ?? 0,
      sha256: list.digestAt(nth),
      ledger: nameOf(path) === LEDGER,
      trouble: undefined,
      more: list.moreAt(nth),
    };
  }
}

/** Look at where the rows of a plain index tell that their files belong. */
export function eachPlace(
  { paths, runs }: PayloadFiles,
  ownerOf: (folder: string) => string | undefined,
  look: (place: IndexPlace) => void,
): void {
  for (const { folder, from, to } of runs) {
    const indicator = ownerOf(folder);
    for (let nth = from; nth < to; nth += 1) {
      const path = paths[nth] ?? '';
      look({ path, indicator, ledger: path.slice(folder.length + 1) === LEDGER });
    }
  }
}
