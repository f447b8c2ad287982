/**
 * A bag in a tar.gz, which can only be read from its beginning to its end.
 *
 * Once is enough where it can be: on the way its list is made, small tag files are kept, and digests are made in the
 * algorithms that every program must know, or that the manifests seen so far are in. It is read once more when a
 * manifest at the end asks for others, and when it is unpacked: nothing is written before all of its list is judged.
 */
import { closeSync, createReadStream, openSync, statSync } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import type { Refusal } from '../../../core/bundle/judge/refusal.js';
import { listTar, type TarFile } from '../../../core/bundle/tar/listing.js';
import type { TarEntry } from '../../../core/bundle/tar/headers.js';
import type { ZipLimits } from '../../../core/bundle/zip/directory.js';
import { LEDGER } from '../../../core/ledger/file.js';
import { DanganError, diskError, errorCode } from '../../../errors.js';
import { Copy } from '../../digest/copy.js';
import { Digester } from '../../digest/digester.js';
import { EarlyDigests } from '../../digest/early-digests.js';
import type { DigestTable } from '../../digest/table.js';
import { breathing, type Pause } from '../../threads/pause.js';
import type { BagSource, DigestRun, OpenOptions } from './source.js';
import { hidden, isEmptyFrom, tooMany, truncated } from './tar-source.js';
import { TarStream, type TarVisitor } from './tar-stream.js';

/** Tag files are read before the digests are judged; all of them together take no more than this. */
const KEPT_BYTES = 512 * 2 ** 20;
/** Beside the bag's text files, small ones are kept too. */
const SMALL_BYTES = 2 ** 20;

export async function openTarGz(
  path: string,
  limits: ZipLimits,
  { signal, onProgress }: OpenOptions,
): Promise<BagSource> {
  const first = new FirstReading(limits);
  const packedBytes = statSync(path).size;
  const pause = breathing(() => onProgress?.(read.done, packedBytes), signal);
  const read = { done: 0 };
  const refusal = await readThrough(path, first, pause, (doneBytes, totalBytes) => {
    read.done = doneBytes;
    return isBomb(totalBytes, packedBytes, limits);
  });
  const { files, guessed, refusals } = listTar(first.entries);
  return {
    kind: 'tar.gz',
    listed: files,
    guessed,
    refusals: refusal ? [refusal] : refusals,
    totalBytes: files.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0),
    readWhole: (row, limit) => {
      const kept = first.kept.get(row);
      return kept && kept.length <= limit ? kept : undefined;
    },
    digestAll: async (run) => {
      run.meanwhile?.();
      if (run.copy === undefined && first.digests.fill(run.table, files)) return;
      await readThrough(path, new SecondReading(run, files), run.pause, () => undefined);
    },
  };
}

function isBomb(total: number, packed: number, limits: ZipLimits): Refusal | undefined {
  if (total <= limits.totalBytes || total <= packed * limits.ratio) return undefined;
  return { code: 'BUNDLE_BOMB', entry: '', detail: String(Math.round(total / packed)) };
}

/** The list, what is kept, and digests made before it is known which are asked for. */
class FirstReading implements TarVisitor {
  readonly entries: TarEntry[] = [];
  readonly kept = new Map<number, Buffer>();
  readonly digests = new EarlyDigests();
  readonly #limits: ZipLimits;
  #keeping: Buffer[] | undefined;
  #keptBytes = 0;

  constructor(limits: ZipLimits) {
    this.#limits = limits;
  }

  begin(entry: TarEntry): Refusal | undefined {
    const row = this.entries.push(entry) - 1;
    if (row >= this.#limits.entries) return tooMany(row + 1);
    if (entry.kind !== 'file') return undefined;
    const name = entry.name.toString('latin1');
    this.digests.begin(row, name, entry.sizeBytes);
    const keeps = isKept(name, entry.sizeBytes) && this.#keptBytes + entry.sizeBytes <= KEPT_BYTES;
    this.#keeping = keeps ? [] : undefined;
    return undefined;
  }

  take(part: Buffer): void {
    this.digests.update(part);
    this.#keeping?.push(Buffer.from(part));
  }

  finish(): void {
    const row = this.entries.length - 1;
    if (this.entries[row]?.kind !== 'file') return;
    this.digests.finish();
    if (this.#keeping === undefined) return;
    const bytes = Buffer.concat(this.#keeping);
    this.kept.set(row, bytes);
    this.#keptBytes += bytes.length;
    this.#keeping = undefined;
  }
}

/** In the bag's own folder, which is the top or one below it; and the ledgers beside the evidence. */
function isKept(name: string, sizeBytes: number): boolean {
  if (name.endsWith(`/${LEDGER}`)) return sizeBytes <= SMALL_BYTES;
  const parts = name.replace(/^(\.\/+)+/, '').split('/');
  if (parts.length > 2 || (parts.length === 2 && parts[0] === 'data')) return false;
  return sizeBytes <= SMALL_BYTES || /\.(txt|json)$/i.test(name);
}

/** All digests that are asked for, and the files written out. */
class SecondReading implements TarVisitor {
  readonly #table: DigestTable;
  readonly #files: readonly TarFile[];
  readonly #digester: Digester;
  readonly #copy: Copy | undefined;
  #row = -1;
  #reading = false;
  #writing: Copy | undefined;

  constructor({ table, copy }: DigestRun, files: readonly TarFile[]) {
    this.#table = table;
    this.#files = files;
    this.#digester = new Digester(table);
    this.#copy = copy && new Copy(copy);
  }

  begin({ kind, sizeBytes }: TarEntry): Refusal | undefined {
    this.#row += 1;
    const listed = this.#files[this.#row];
    // What has changed since is not read; its digest is missing then.
    if (listed?.kind !== kind || listed.sizeBytes !== sizeBytes) return truncated();
    this.#reading = kind === 'file' && this.#table.ended(this.#row) !== 'skipped';
    if (!this.#reading) return undefined;
    this.#digester.begin();
    this.#writing = this.#copy?.begin(this.#row) ? this.#copy : undefined;
    return undefined;
  }

  take(part: Buffer): void {
    if (!this.#reading) return;
    this.#digester.update(part);
    this.#writing?.write(part);
    this.#table.progress(part.length);
  }

  finish(): void {
    if (!this.#reading) return;
    this.#writing?.end();
    this.#digester.finish(this.#row);
    this.#table.end(this.#row, 'whole', this.#files[this.#row]?.sizeBytes ?? 0);
  }

  close(): void {
    this.#writing?.end();
  }
}

interface Reading {
  refusal: Refusal | undefined;
  total: number;
  ended: boolean;
}

/**
 * Unpack it to its end.
 *
 * @param check - Gets the bytes of the file that were read, and what they were unpacked to.
 * @returns why it was not read to its end, if it was not.
 */
async function readThrough(
  path: string,
  visitor: TarVisitor & { close?(): void },
  pause: Pause,
  check: (doneBytes: number, totalBytes: number) => Refusal | undefined,
): Promise<Refusal | undefined> {
  const tar = new TarStream(visitor);
  const gunzip = createGunzip({ chunkSize: 256 * 1024 });
  const state: Reading = { refusal: undefined, total: 0, ended: false };
  try {
    const file = createReadStream(path, { highWaterMark: 512 * 1024 });
    await pipeline(file, gunzip, async (source: AsyncIterable<Buffer>) => {
      for await (const part of source) {
        state.total += part.length;
        state.refusal = tar.push(part) ?? check(gunzip.bytesWritten, state.total);
        if (state.refusal) return;
        await pause();
      }
      state.ended = true;
    });
  } catch (error) {
    // What lies behind the last member is not taken by zlib, and the rest of the file not read.
    if (!state.ended) state.refusal ??= refusalOf(error, path);
  } finally {
    visitor.close?.();
  }
  if (!tar.began && (state.refusal === undefined || state.refusal.detail === 'header')) {
    throw new DanganError('BUNDLE_NOT_A_ZIP', { path, looks: undefined });
  }
  return state.refusal ?? tar.end() ?? behind(path, gunzip.bytesWritten);
}

function refusalOf(error: unknown, path: string): Refusal {
  const code = errorCode(error) ?? '';
  if (code === 'Z_BUF_ERROR') return truncated();
  if (code.startsWith('Z_')) return { code: 'BUNDLE_TAR_DAMAGED', entry: '', detail: 'gzip' };
  throw error instanceof DanganError || code === '' ? error : diskError(path, error);
}

/** zlib stops at the end of the last member without a word about what follows. */
function behind(path: string, from: number): Refusal | undefined {
  const file = openSync(path, 'r');
  try {
    return isEmptyFrom(file, from, statSync(path).size) ? undefined : hidden();
  } finally {
    closeSync(file);
  }
}
