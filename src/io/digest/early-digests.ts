/** Digests made before it is known in which algorithms the manifests are. */
import { nameOf } from '../../core/archive/paths.js';
import { createHash, hash, type Hash } from 'node:crypto';
import { DIGEST_DIGITS, type Algorithm } from '../../core/bundle/bag/algorithms.js';
import { manifestAlgorithm } from '../../core/bundle/bag/bag.js';
import type { DigestTable } from './table.js';

/** RFC 8493, section 2.4: what every program must know, and most bags are in. */
const USUAL: readonly Algorithm[] = ['sha256', 'sha512'];

export class EarlyDigests {
  readonly #columns = new Map<Algorithm, Column>();
  readonly #named = new Set<Algorithm>();
  #algorithms = USUAL;
  #row = 0;
  #left = 0;
  #running: Hash[] | undefined;

  /** @param name - As it is in the tar: a manifest tells by it what is asked for. */
  begin(row: number, name: string, sizeBytes: number): void {
    const algorithm = manifestAlgorithm(nameOf(name));
    if (algorithm !== undefined) {
      // An index of ours is in SHA-256, whatever the manifests are in.
      this.#named.add('sha256').add(algorithm);
      this.#algorithms = [...this.#named];
    }
    this.#row = row;
    this.#left = sizeBytes;
    this.#running = undefined;
  }

  update(part: Buffer): void {
    if (this.#running === undefined && part.length === this.#left) {
      for (const algorithm of this.#algorithms)
        this.#put(algorithm, hash(algorithm, part, 'buffer'));
      this.#left = -1;
      return;
    }
    this.#running ??= this.#algorithms.map((algorithm) => createHash(algorithm));
    for (const each of this.#running) each.update(part);
  }

  finish(): void {
    if (this.#left < 0) return;
    for (const [at, algorithm] of this.#algorithms.entries()) {
      const digest = this.#running?.[at]?.digest() ?? hash(algorithm, '', 'buffer');
      this.#put(algorithm, digest);
    }
  }

  /** @returns false when not all that are asked for were made, and nothing was filled in. */
  fill(
    table: DigestTable,
    files: readonly { readonly kind: string; readonly sizeBytes: number }[],
  ): boolean {
    const rows = [...files.keys()].filter(
      (row) => files[row]?.kind === 'file' && table.ended(row) !== 'skipped',
    );
    const columns = table.algorithms.map((algorithm) => this.#columns.get(algorithm));
    if (!columns.every((column) => rows.every((row) => column?.has(row)))) return false;
    for (const row of rows) {
      for (const [at, column] of columns.entries()) if (column) table.put(row, at, column.get(row));
      table.end(row, 'whole', files[row]?.sizeBytes ?? 0);
    }
    return true;
  }

  #put(algorithm: Algorithm, digest: Buffer): void {
    const column = this.#columns.get(algorithm) ?? new Column(DIGEST_DIGITS[algorithm] / 2);
    this.#columns.set(algorithm, column);
    column.put(this.#row, digest);
  }
}

/** Digests of one algorithm by row, one behind the other, each after a byte that tells that it is there. */
class Column {
  readonly #stride: number;
  #bytes = Buffer.alloc(0);

  constructor(digestBytes: number) {
    this.#stride = digestBytes + 1;
  }

  has(row: number): boolean {
    return this.#bytes[row * this.#stride] === 1;
  }

  get(row: number): Buffer {
    return this.#bytes.subarray(row * this.#stride + 1, (row + 1) * this.#stride);
  }

  put(row: number, digest: Buffer): void {
    const at = row * this.#stride;
    if (at + this.#stride > this.#bytes.length) {
      const larger = Buffer.alloc(Math.max(2 * this.#bytes.length, at + 256 * this.#stride));
      this.#bytes.copy(larger);
      this.#bytes = larger;
    }
    this.#bytes[at] = 1;
    digest.copy(this.#bytes, at + 1);
  }
}
