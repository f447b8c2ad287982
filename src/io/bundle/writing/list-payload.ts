/** The files of a payload as they are on disk when packing begins. */
import { lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Folder } from '../../../core/archive/types.js';
import { type ArchivePath, joinPath } from '../../../core/archive/paths.js';
import { eachFolder } from '../../../core/archive/types.js';
import type { Payload } from '../../../core/bundle/packing/payload.js';
import { LEDGER } from '../../../core/ledger/file.js';
import { isKeptName } from '../../../core/naming/junk.js';
import { DanganError, diskError, errorCode } from '../../../errors.js';
import { sizeAndTime, type SourceFile } from '../../filing/source-file.js';
import type { TreeListing } from './list-tree.js';
import type { PackThread } from './pack-thread.js';
import type { PayloadFiles } from './payload-files.js';
import { SEPARATOR } from './zip-run.js';

/** Is there a ledger in the folder? A link to one is none. */
export function hasLedger(archive: string, folder: Folder): boolean {
  const path = join(archive, folder.path, LEDGER);
  return lstatSync(path, { throwIfNoEntry: false })?.isFile() === true;
}

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
   * @param tree - What is known of its files.
   */
  constructor(archive: string, evidence: Folder, payload: Payload, tree: TreeListing) {
    this.#archive = archive;
    this.#evidence = evidence;
    this.#payload = payload;
    this.count = payload.files.length;
    this.emptyFolders = payload.emptyFolders;
    this.#sizes = new Float64Array(this.count);
    this.#times = new Float64Array(this.count);
    let bytes = 0;
    for (const [number, { origin, nth }] of payload.files.entries()) {
      const listed = nth === undefined ? undefined : tree.at(nth);
      const { sizeBytes, modifiedMs } = listed
        ? { sizeBytes: listed.size, modifiedMs: listed.mtimeMs }
        : sizeAndTime(`${archive}/${origin}`, origin);
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

/** @returns nothing for an evidence root that was not there to begin with. */
function namesIn(archive: string, path: ArchivePath): string[] {
  try {
    return readdirSync(join(archive, path));
  } catch (cause) {
    if (errorCode(cause) === 'ENOENT') return [];
    throw diskError(path, cause);
  }
}
