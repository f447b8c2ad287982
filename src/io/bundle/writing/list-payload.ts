/** The files of a payload as they are on disk when packing begins. */
import { lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Folder } from '../../../core/archive/types.js';
import { type ArchivePath, joinPath } from '../../../core/archive/paths.js';
import { eachFolder } from '../../../core/archive/types.js';
import type { Payload } from '../../../core/bundle/packing/payload.js';
import { LEDGER } from '../../../core/ledger/file.js';
import { isKeptName } from '../../../core/naming/junk.js';
import { DanganError, diskError } from '../../../errors.js';
import { sizeAndTime, type SourceFile } from '../../filing/source-file.js';
import type { ListWork } from './list-tree.js';
import type { PackThread } from './pack-thread.js';
import type { PayloadFiles } from './bundle-job.js';
import { SEPARATOR } from './zip-run.js';

/** Is there a ledger in the folder? A link to one is none. */
export function hasLedger(archive: string, folder: Folder): boolean {
  const path = join(archive, folder.path, LEDGER);
  return lstatSync(path, { throwIfNoEntry: false })?.isFile() === true;
}

/** What is known of the files of the tree, in the order of `eachFolder`. */
type Listed = Pick<ListWork, 'sizes' | 'times'>;

export class PayloadListing implements PayloadFiles {
  readonly count: number;
  readonly bytes: number;
  readonly emptyFolders: readonly string[];
  readonly #archive: string;
  readonly #evidence: Folder;
  readonly #payload: Payload;
  readonly #sizes: Float64Array;
  readonly #times: Float64Array;

  /**
   * @param archive - Folder of the archive.
   * @param evidence - The evidence root as it was read; `payload` was made from it.
   * @param listed - Of its files, when it is known already.
   */
  constructor(archive: string, evidence: Folder, payload: Payload, listed?: Listed) {
    this.#archive = archive;
    this.#evidence = evidence;
    this.#payload = payload;
    this.count = payload.files.length;
    this.emptyFolders = payload.emptyFolders;
    this.#sizes = new Float64Array(this.count);
    this.#times = new Float64Array(this.count);
    let bytes = 0;
    for (const [number, { origin, nth }] of payload.files.entries()) {
      const { sizeBytes, modifiedMs } =
        (nth === undefined ? undefined : listedAt(listed, nth)) ??
        sizeAndTime(`${archive}/${origin}`, origin);
      this.#sizes[number] = sizeBytes;
      this.#times[number] = modifiedMs;
      bytes += sizeBytes;
    }
    this.bytes = bytes;
  }

  pathAt(number: number): string {
    return this.#fileAt(number).path;
  }

  sizeAt(number: number): number {
    return this.#sizes[number] ?? 0;
  }

  sourceAt(number: number): SourceFile {
    const { origin } = this.#fileAt(number);
    return {
      path: `${this.#archive}/${origin}`,
      shown: origin,
      sizeBytes: this.sizeAt(number),
      modifiedMs: this.#times[number] ?? 0,
    };
  }

  /** Paths and sizes, in order. */
  *rows(): Generator<{ readonly path: string; readonly sizeBytes: number }> {
    for (const [number, { path }] of this.#payload.files.entries()) {
      yield { path, sizeBytes: this.sizeAt(number) };
    }
  }

  async checkListing(thread: PackThread | undefined): Promise<void> {
    const folders = [...eachFolder(this.#evidence)];
    const work = folders.map((folder) => {
      const names = namesOf(folder).join(SEPARATOR);
      return { folder: join(this.#archive, folder.path), names };
    });
    if (thread && (await thread.ask({ compare: work }))) return;
    for (const folder of folders) {
      const expected = new Set(namesOf(folder));
      for (const name of namesIn(this.#archive, folder.path)) {
        if (expected.delete(name) || isKeptName(name)) continue;
        throw new DanganError('FILE_CHANGED', { path: joinPath(folder.path, name) });
      }
      for (const name of expected) {
        throw new DanganError('FILE_CHANGED', { path: joinPath(folder.path, name) });
      }
    }
  }

  #fileAt(number: number): Payload['files'][number] {
    const file = this.#payload.files[number];
    if (!file) throw new Error(`no file ${number} in the payload`);
    return file;
  }
}

function namesOf({ folders, files, oddities }: Folder): string[] {
  return [...folders, ...files, ...oddities].map(({ name }) => name);
}

function listedAt(
  listed: Listed | undefined,
  nth: number,
): Pick<SourceFile, 'sizeBytes' | 'modifiedMs'> | undefined {
  const sizeBytes = listed?.sizes[nth];
  const modifiedMs = listed?.times[nth];
  return sizeBytes === undefined || modifiedMs === undefined
    ? undefined
    : { sizeBytes, modifiedMs };
}

/** @returns nothing for an evidence root that was not there to begin with. */
function namesIn(archive: string, path: ArchivePath): string[] {
  try {
    return readdirSync(join(archive, path));
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return [];
    throw diskError(path, cause);
  }
}
