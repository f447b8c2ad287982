/** The temporary folder in which bundles are written, and what of an earlier one can be gone on with. */
import { createHash, hash } from 'node:crypto';
import { existsSync, lstatSync, mkdirSync, readdirSync, rmdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { localHeaderBytes } from '../../../core/bundle/zip/records.js';
import { diskError } from '../../../errors.js';
import { digestFolder } from '../../digest/folder.js';
import { shareNames } from '../../digest/shared-names.js';
import { DigestTable } from '../../digest/table.js';
import { SourceReader, type SourceFile } from '../../filing/source-file.js';
import { realDisk } from '../../disk.js';
import { leftoversIn, temporaryPrefix } from '../../leftovers.js';
import type { Pause } from '../../threads/pause.js';
import { amountOf, isUnchanged, isWorthRemembering, type PackedRows } from './memory.js';
import {
  PackedLog,
  readPackedFiles,
  savePackedFiles,
  type PackedFile,
  type PackedHead,
} from './packed-files.js';
import type { Amount, BundleJob, PackingOptions } from './bundle-job.js';
import type { PayloadFiles } from './payload-files.js';

const PARTIAL = '.partial';
/** So much is packed again at most after a power cut. */
const CHECKPOINT_BYTES = 64 * 1024 * 1024;

export class Stage {
  readonly folder: string;
  /** Stages of killed runs that were removed. */
  readonly cleared: number;
  readonly #options: PackingOptions;
  readonly #parts: StagePart[] = [];

  static open(place: string, options: PackingOptions): Stage {
    const prefix = temporaryPrefix('packing');
    const folder = join(place, `${prefix}${process.pid}${PARTIAL}`);
    try {
      const left = leftoversIn(place, prefix, PARTIAL).map((name) => join(place, name));
      const own = left.filter((each) => [undefined, keyOf(options)].includes(archiveOf(each)));
      const earlier = options.resume ? largest(own) : undefined;
      const others = own.filter((each) => each !== earlier);
      for (const each of others) rmSync(each, { recursive: true, force: true });
      if (earlier === undefined) mkdirSync(folder);
      else if (earlier !== folder) realDisk.rename(earlier, folder);
      return new Stage(folder, others.length, options);
    } catch (cause) {
      throw diskError(place, cause);
    }
  }

  private constructor(folder: string, cleared: number, options: PackingOptions) {
    this.folder = folder;
    this.cleared = cleared;
    this.#options = options;
  }

  /** Of what an earlier run has written. */
  get bytes(): number {
    return bytesIn(this.folder);
  }

  partOf(at: number): StagePart {
    const part = new StagePart(
      join(this.folder, String(at + 1)),
      keyOf(this.#options),
      this.#options.paranoid,
    );
    this.#parts.push(part);
    return part;
  }

  /** What a later run can go on with; `undefined` when that is nothing. */
  kept(): Amount | undefined {
    const kept = this.#parts.map((part) => part.logged);
    const files = kept.reduce((sum, each) => sum + each.files, 0);
    const bytes = kept.reduce((sum, each) => sum + each.bytes, 0);
    return files === 0 ? undefined : { files, bytes };
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

/** Paths are nobody else's business on a stick that is handed on. */
function keyOf({ archive }: PackingOptions): string {
  return hash('sha256', archive).slice(0, 16);
}

/** @returns `undefined` for a stage that nobody can go on with. */
function archiveOf(stage: string): string | undefined {
  return readPackedFiles(join(stage, '1.files'))?.head.archive;
}

/** The one in which most was written. */
function largest(stages: readonly string[]): string | undefined {
  const sizes = stages
    .filter((stage) => archiveOf(stage) !== undefined)
    .map((stage) => ({ stage, bytes: bytesIn(stage) }));
  return sizes.sort((a, b) => b.bytes - a.bytes)[0]?.stage;
}

/** Of all files in a folder and below it. */
function bytesIn(folder: string): number {
  let bytes = 0;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    bytes += entry.isDirectory() ? bytesIn(path) : lstatSync(path).size;
  }
  return bytes;
}

/** One bundle in a stage, and beside it the list of what of its payload is on the disk for certain. */
export class StagePart {
  readonly partial: string;
  logged: Amount = { files: 0, bytes: 0 };
  readonly #list: string;
  readonly #key: string;
  readonly #sure: boolean;
  #head: PackedHead | undefined;

  /** @param sure - Trust only what is read again. */
  constructor(partial: string, key: string, sure: boolean) {
    this.partial = partial;
    this.#list = `${partial}.files`;
    this.#key = key;
    this.#sure = sure;
  }

  /**
   * Find what can be gone on with, and take away the rest.
   *
   * @returns the first files of the payload: they are there as they would be written now, but for their headers.
   */
  async begin(job: BundleJob, pause: Pause): Promise<readonly PackedFile[]> {
    const { form, name } = job;
    this.#head = { archive: this.#key, form, nameBytes: Buffer.byteLength(name) };
    const earlier = readPackedFiles(this.#list);
    const fits = earlier && JSON.stringify(earlier.head) === JSON.stringify(this.#head);
    let kept: readonly PackedFile[] = fits
      ? earlier.files.slice(0, await unchangedOf(earlier.files, job.payload, this.#sure, pause))
      : [];
    if (kept.length > 0 && form === 'zip') kept = kept.slice(0, this.#wholeInZip(kept, name));
    if (kept.length > 0 && form === 'folder') kept = await this.#wholeInFolder(kept, pause);
    if (kept.length === 0) rmSync(this.partial, { recursive: true, force: true });
    if (isWorthRemembering(job.payload)) await savePackedFiles(this.#list, this.#head, kept);
    this.logged = amountOf(kept);
    return kept;
  }

  /** @returns `undefined` when so little is packed that it is done again as quickly. */
  log(rows: PackedRows): Checkpoints | undefined {
    if (!this.#head || !isWorthRemembering(rows.payload) || !existsSync(this.#list))
      return undefined;
    return new Checkpoints(this, PackedLog.goOn(this.#list), rows);
  }

  /** How many of the files lie in the zip, which may have been cut short. */
  #wholeInZip(files: readonly PackedFile[], name: string): number {
    const there = lstatSync(this.partial, { throwIfNoEntry: false })?.size ?? 0;
    let end = 0;
    for (const [number, { path, sizeBytes, packed }] of files.entries()) {
      const nameBytes = Buffer.byteLength(`${name}/${path}`);
      end += localHeaderBytes(nameBytes, sizeBytes) + (packed?.packedBytes ?? Infinity);
      if (end > there) return number;
    }
    return files.length;
  }

  /** Many small files are not synced one by one, so that they are read again; all others are taken away. */
  async #wholeInFolder(files: readonly PackedFile[], pause: Pause): Promise<readonly PackedFile[]> {
    const table = DigestTable.of(['sha256'], files.length);
    const paths = files.map(({ path }) => path);
    const order = [...paths.keys()];
    const job = {
      root: this.partial,
      paths: shareNames(paths),
      order,
      table: table.parts,
      copy: undefined,
    };
    await digestFolder(job, pause);
    const torn = files.findIndex(
      ({ sha256 }, row) => table.ended(row) !== 'whole' || table.digest(row, 'sha256') !== sha256,
    );
    const kept = files.slice(0, torn < 0 ? files.length : torn);
    if (kept.length > 0) removeOthers(this.partial, new Set(kept.map(({ path }) => path)));
    return kept;
  }
}

/**
 * How many of the files, from the first on, are the first of the payload and have not changed since.
 *
 * @param sure - Read all of them again. Otherwise only those are whose time or inode is another: a file that was only
 *   touched or copied is no reason to pack all that comes after it anew.
 */
async function unchangedOf(
  files: readonly PackedFile[],
  payload: PayloadFiles,
  sure: boolean,
  pause: Pause,
): Promise<number> {
  const end = Math.min(files.length, payload.count);
  for (let number = 0; number < end; number += 1) {
    const known = files[number];
    if (known?.path !== payload.pathAt(number)) return number;
    if (!sure && isUnchanged(known, payload, number)) continue;
    const source = payload.sourceAt(number);
    if (known.sizeBytes !== source.sizeBytes) return number;
    if (known.sha256 !== (await sha256Of(source, pause))) return number;
  }
  return end;
}

/** @throws {DanganError} FILE_CHANGED */
async function sha256Of(source: SourceFile, pause: Pause): Promise<string> {
  const digest = createHash('sha256');
  const buffer = Buffer.allocUnsafe(Math.min(1024 * 1024, source.sizeBytes));
  const reader = new SourceReader(source);
  try {
    while (reader.left > 0) {
      digest.update(buffer.subarray(0, reader.read(buffer, 0, buffer.length)));
      await pause();
    }
    reader.end();
  } finally {
    reader.close();
  }
  return digest.digest('hex');
}

/** @returns whether anything is left in the folder. */
function removeOthers(root: string, kept: ReadonlySet<string>, within = ''): boolean {
  let left = false;
  for (const entry of readdirSync(join(root, within), { withFileTypes: true })) {
    const path = within === '' ? entry.name : `${within}/${entry.name}`;
    if (entry.isDirectory()) {
      if (removeOthers(root, kept, path)) left = true;
      else rmdirSync(join(root, path));
    } else if (kept.has(path)) left = true;
    else rmSync(join(root, path), { force: true });
  }
  return left;
}

/** Adds to the list what has come onto the disk, now and then and while everything else goes on. */
export class Checkpoints {
  readonly #part: StagePart;
  readonly #log: PackedLog;
  readonly #rows: PackedRows;
  #count: number;
  #bytes: number;
  #adding: Promise<void> | undefined;

  constructor(part: StagePart, log: PackedLog, rows: PackedRows) {
    this.#part = part;
    this.#log = log;
    this.#rows = rows;
    this.#count = part.logged.files;
    this.#bytes = part.logged.bytes;
  }

  /** @param bytes - Of the payload that were packed so far. */
  note(bytes: number): void {
    if (this.#adding || bytes - this.#bytes < CHECKPOINT_BYTES) return;
    this.#bytes = bytes;
    this.#adding = this.#add().finally(() => (this.#adding = undefined));
  }

  async end(): Promise<void> {
    await this.#adding;
    this.#log.close();
  }

  async #add(): Promise<void> {
    try {
      const end = await this.#rows.secure();
      const rows = [...this.#rows.from(this.#count, end)];
      await this.#log.add(rows);
      this.#count = end;
      const { files, bytes } = amountOf(rows);
      const { logged } = this.#part;
      this.#part.logged = { files: logged.files + files, bytes: logged.bytes + bytes };
    } catch {
      // What could not be written is told to who wrote it.
    }
  }
}
