/** What a packing leaves for the next one to know: digests of files that will probably be the same. */
import type { DigestRing } from './digest-ring.js';
import { identityOf, isSame, isSettled } from '../../identity.js';
import { makeCacheFolder } from '../../own-folder.js';
import type { BundleOutput } from './output.js';
import { isAsListed, readPackedFiles, savePackedFiles, type PackedFile } from './packed-files.js';
import type { Amount, PackingOptions } from './bundle-job.js';
import type { PayloadFiles } from './payload-files.js';

/** Fewer bytes, or smaller files, are read again as quickly as what is known of them. */
const WORTH_BYTES = 64 * 1024 * 1024;
const WORTH_BYTES_A_FILE = 16 * 1024;

export function isWorthRemembering({ bytes, count }: PayloadFiles): boolean {
  return bytes >= WORTH_BYTES && bytes >= count * WORTH_BYTES_A_FILE;
}

export function amountOf(files: readonly PackedFile[]): Amount {
  return { files: files.length, bytes: files.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0) };
}

/** No file on a disk has it. */
const NO_INODE = '';

/** What is known of the files of a payload while they are written. */
export class PackedRows {
  readonly payload: PayloadFiles;
  readonly #output: BundleOutput;
  readonly #ring: DigestRing;
  readonly #known: readonly (PackedFile | undefined)[];
  readonly #began = Date.now();

  /** @param known - Of files that are not read again. */
  constructor(
    payload: PayloadFiles,
    output: BundleOutput,
    ring: DigestRing,
    known: readonly (PackedFile | undefined)[],
  ) {
    this.payload = payload;
    this.#output = output;
    this.#ring = ring;
    this.#known = known;
  }

  /** @returns how many files, from the first on, are on the disk. */
  async secure(): Promise<number> {
    return this.#output.secure();
  }

  /** Those of files that are in the output. */
  *from(start: number, end: number): Generator<PackedFile> {
    for (let number = start; number < end; number += 1) {
      yield this.#known[number] ?? this.#rowOf(number);
    }
  }

  #rowOf(number: number): PackedFile {
    const source = this.payload.sourceAt(number);
    const identity = identityOf(source.path);
    const certain = identity && isAsListed(identity, source) && isSettled(identity, this.#began);
    return {
      path: this.payload.pathAt(number),
      ...(certain ? identity : { sizeBytes: source.sizeBytes, mtimeNs: '0', inode: NO_INODE }),
      sha256: this.#ring.digestOf(number),
      packed: this.#output.packedAt(number),
    };
  }
}

/** The digests in the archive's cache. A damaged or missing one costs time and nothing else. */
export class Memory {
  readonly #options: PackingOptions;
  readonly #new: PackedFile[] = [];

  constructor(options: PackingOptions) {
    this.#options = options;
  }

  /** By number: what is known of a file that has not been written to since. */
  knownOf(payload: PayloadFiles, form: 'zip' | 'folder'): readonly (PackedFile | undefined)[] {
    const { memory, paranoid } = this.#options;
    const read = memory === undefined || paranoid ? undefined : readPackedFiles(memory);
    if (!read) return [];
    const byPath = new Map(read.files.map((file) => [file.path, file]));
    return Array.from({ length: payload.count }, (_, number) => {
      const known = byPath.get(payload.pathAt(number));
      if (!known || (form === 'zip' && !known.packed)) return undefined;
      return isUnchanged(known, payload, number) ? known : undefined;
    });
  }

  remember(rows: PackedRows): void {
    const { payload } = rows;
    if (this.#options.memory === undefined || !isWorthRemembering(payload)) return;
    for (const row of rows.from(0, payload.count)) this.#new.push(row);
  }

  async save(): Promise<void> {
    const { memory, archive } = this.#options;
    if (memory === undefined || this.#new.length === 0) return;
    try {
      makeCacheFolder(archive);
    } catch {
      // A stick that is read-only, or full: the next packing reads the files again.
      return;
    }
    await savePackedFiles(memory, { archive: '', form: 'zip', nameBytes: 0 }, this.#new);
  }
}

export function isUnchanged(known: PackedFile, payload: PayloadFiles, number: number): boolean {
  const source = payload.sourceAt(number);
  const identity = identityOf(source.path);
  return identity !== undefined && isAsListed(identity, source) && isSame(known, identity);
}
