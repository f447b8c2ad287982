/** Digests of one file after another, into the table. */
import { createHash, hash, type Hash } from 'node:crypto';
import type { DigestTable } from './table.js';

export class Digester {
  readonly #table: DigestTable;
  #running: Hash[] = [];

  constructor(table: DigestTable) {
    this.#table = table;
  }

  /** A file that is in memory as a whole. */
  whole(row: number, data: Buffer): void {
    for (const [at, algorithm] of this.#table.algorithms.entries()) {
      // As text: a buffer for each of many small files takes longer to make than its digest.
      this.#table.putText(row, at, hash(algorithm, data, 'binary'));
    }
  }

  begin(): void {
    this.#running = this.#table.algorithms.map((algorithm) => createHash(algorithm));
  }

  update(part: Buffer): void {
    for (const each of this.#running) each.update(part);
  }

  finish(row: number): void {
    for (const [at, each] of this.#running.entries()) this.#table.put(row, at, each.digest());
  }
}
