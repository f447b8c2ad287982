/** What the threads found, in memory that they share: one row per file, nothing is sent about. */

import { DIGEST_DIGITS, type Algorithm } from '../../core/bundle/bag/algorithms.js';
import type { Ended } from '../../core/bundle/judge/facts.js';

/** By number, as a row holds it. */
const ENDED: readonly Ended[] = [
  'unread',
  'skipped',
  'whole',
  'crc',
  'size',
  'damaged',
  'header',
  'hidden',
  'overlap',
  'unreadable',
];

/** Files taken at a time. */
const CHUNK = 16;

export interface DigestTableParts {
  readonly algorithms: readonly Algorithm[];
  readonly rows: SharedArrayBuffer;
  readonly sizes: SharedArrayBuffer;
  readonly shared: SharedArrayBuffer;
}

export class DigestTable {
  readonly algorithms: readonly Algorithm[];
  readonly count: number;
  readonly #stride: number;
  readonly #rows: Buffer;
  readonly #sizes: Float64Array;
  /** 0: next chunk to take. 1: stop now. */
  readonly #flags: Int32Array;
  readonly #done: BigInt64Array;
  readonly parts: DigestTableParts;

  constructor(parts: DigestTableParts) {
    this.parts = parts;
    this.algorithms = parts.algorithms;
    this.#stride = strideOf(parts.algorithms);
    this.#rows = Buffer.from(parts.rows);
    this.#sizes = new Float64Array(parts.sizes);
    this.count = this.#sizes.length;
    this.#flags = new Int32Array(parts.shared, 0, 2);
    this.#done = new BigInt64Array(parts.shared, 8, 1);
  }

  static of(algorithms: readonly Algorithm[], count: number): DigestTable {
    return new DigestTable({
      algorithms,
      rows: new SharedArrayBuffer(count * strideOf(algorithms)),
      sizes: new SharedArrayBuffer(count * 8),
      shared: new SharedArrayBuffer(16),
    });
  }

  /** The next chunk of work; each number is given once. */
  take(): number {
    return Atomics.add(this.#flags, 0, 1);
  }

  /** What this thread is to read of `rows`; nothing more once it is told to stop. */
  *rowsToRead(rows: readonly number[]): Generator<number> {
    for (let at = this.take() * CHUNK; at < rows.length; at = this.take() * CHUNK) {
      for (const row of rows.slice(at, at + CHUNK)) {
        if (this.stopped) return;
        if (this.ended(row) !== 'skipped') yield row;
      }
    }
  }

  stop(): void {
    Atomics.store(this.#flags, 1, 1);
  }

  get stopped(): boolean {
    return Atomics.load(this.#flags, 1) === 1;
  }

  progress(bytes: number): void {
    Atomics.add(this.#done, 0, BigInt(bytes));
  }

  get doneBytes(): number {
    return Number(Atomics.load(this.#done, 0));
  }

  end(row: number, ended: Ended, sizeBytes: number): void {
    this.#rows[row * this.#stride] = ENDED.indexOf(ended);
    this.#sizes[row] = sizeBytes;
  }

  put(row: number, algorithm: number, digest: Buffer): void {
    digest.copy(this.#rows, this.#place(row, algorithm));
  }

  /** @param digest - A letter for each byte. */
  putText(row: number, algorithm: number, digest: string): void {
    this.#rows.write(digest, this.#place(row, algorithm), 'latin1');
  }

  ended(row: number): Ended {
    return ENDED[this.#rows[row * this.#stride] ?? 0] ?? 'unread';
  }

  sizeBytes(row: number): number {
    return this.#sizes[row] ?? 0;
  }

  /** @returns lower-case hex. */
  digest(row: number, algorithm: Algorithm): string {
    const at = this.#place(row, this.algorithms.indexOf(algorithm));
    return this.#rows.toString('hex', at, at + bytesOf(algorithm));
  }

  isDigest(row: number, algorithm: Algorithm, bytes: Uint8Array, at: number): boolean {
    const from = this.#place(row, this.algorithms.indexOf(algorithm));
    for (let nth = bytesOf(algorithm) - 1; nth >= 0; nth -= 1) {
      if (this.#rows[from + nth] !== bytes[at + nth]) return false;
    }
    return true;
  }

  #place(row: number, algorithm: number): number {
    let at = row * this.#stride + 1;
    for (let each = 0; each < algorithm; each += 1) {
      at += bytesOf(this.algorithms[each] ?? 'sha256');
    }
    return at;
  }
}

function strideOf(algorithms: readonly Algorithm[]): number {
  return algorithms.reduce((sum, algorithm) => sum + bytesOf(algorithm), 1);
}

function bytesOf(algorithm: Algorithm): number {
  return DIGEST_DIGITS[algorithm] / 2;
}
