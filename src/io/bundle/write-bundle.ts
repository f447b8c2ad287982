/** Write a bundle beside its final name and rename it at the end, so that half a bundle is never found. */
import { existsSync, renameSync, rmSync, statfsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { BAGIT_TXT } from '../../core/bundle/bag-info.js';
import { formatManifest, formatManifestRow } from '../../core/bundle/manifest.js';
import { dosTimeOf } from '../../core/bundle/zip-records.js';
import { SIGNATURE_FILE, SIGNED_FILE, type Sign } from '../../core/signature/of-bundle.js';
import { messageOf } from '../../core/signature/signature.js';
import { compareText } from '../../core/text.js';
import { DanganError, diskError } from '../../errors.js';
import { DigestRing } from '../digest/digest-ring.js';
import { DIGEST_BYTES } from '../digest/digest-slot.js';
import type { SourceFile } from '../filing/source-file.js';
import { removeLeftovers, temporaryPrefix } from '../leftovers.js';
import { breathing } from '../threads/threads.js';
import { FolderOutput } from './folder-output.js';
import { isWorthAThread, type PackThread } from './pack-thread.js';
import { NewFile, type BundleOutput } from './output.js';
import { ZipOutput } from './zip-output.js';

/** The files of a payload in the order of their paths; asked for one at a time, so that no list of them is kept. */
export interface PayloadFiles {
  readonly count: number;
  readonly bytes: number;
  /** In the bundle, `data/…`. */
  pathAt(number: number): string;
  sourceAt(number: number): SourceFile;
  /** Folders of the bundle without a file anywhere below them. */
  readonly emptyFolders: readonly string[];
  /**
   * @param thread - Does it while this one goes on.
   * @throws {DanganError} FILE_CHANGED - a file came or went since the listing.
   */
  checkListing(thread: PackThread | undefined): Promise<void>;
}

/** A file beside the payload; `sha256At` tells the digest of each file of the payload. */
export interface TagFile {
  readonly name: string;
  readonly pieces: (sha256At: (number: number) => string) => Iterable<string | Buffer>;
}

export interface BundleJob {
  readonly target: string;
  readonly form: 'zip' | 'folder';
  /** Of the one folder in the zip. */
  readonly name: string;
  readonly today: string;
  readonly payload: PayloadFiles;
  readonly tags: readonly TagFile[];
  /** Stopped in the end; `undefined` does all the work in this one. */
  readonly thread: PackThread | undefined;
  /** Makes the signature in the bundle; `undefined` leaves it unsigned. */
  readonly sign?: Sign | undefined;
  readonly signal: AbortSignal;
  onProgress(done: { readonly files: number; readonly bytes: number }): void;
}

export interface WrittenBundle {
  /** SHA-256 of `tagmanifest-sha256.txt`, on which everything in the bundle hangs. */
  readonly digest: string;
  readonly bytes: number;
  /** Half-written bundles of killed runs that were removed from the same place. */
  readonly cleared: number;
}

export async function writeBundle(job: BundleJob): Promise<WrittenBundle> {
  const { target } = job;
  if (existsSync(target)) throw new DanganError('TARGET_EXISTS', { path: target });
  const prefix = temporaryPrefix('packing');
  const cleared = clear(dirname(target), prefix);
  checkRoom(job);
  const partial = join(dirname(target), `${prefix}${process.pid}${PARTIAL}`);
  const done = { files: 0, bytes: 0 };
  const show = () => job.onProgress({ files: done.files, bytes: done.bytes + ring.openBytes });
  const pause = breathing(show, job.signal);
  const { bytes, count } = job.payload;
  const thread = isWorthAThread(count, bytes) ? job.thread : undefined;
  const ring = new DigestRing({ files: count, thread, pause });
  let output: BundleOutput | undefined;
  try {
    output = outputOf(job, partial, ring);
    const digest = await writeAll({ ...job, thread }, output, done);
    const bytes = await output.finish();
    await thread?.close();
    // Somebody else may have been quicker.
    if (existsSync(target)) throw new DanganError('TARGET_EXISTS', { path: target });
    rename(partial, target);
    return { digest, bytes, cleared };
  } catch (error) {
    await thread?.close();
    await output?.abandon();
    rmSync(partial, { recursive: true, force: true });
    if (job.signal.aborted) throw new DanganError('INTERRUPTED', {});
    throw error;
  }
}

const PARTIAL = '.partial';

function clear(folder: string, prefix: string): number {
  try {
    return removeLeftovers(folder, prefix, PARTIAL).length;
  } catch (cause) {
    throw diskError(folder, cause);
  }
}

function outputOf(
  { form, target, name, today }: BundleJob,
  path: string,
  ring: DigestRing,
): BundleOutput {
  if (form === 'folder') return new FolderOutput(path, target, ring);
  return new ZipOutput(new NewFile(path, target), name, dosTimeOf(today), ring);
}

async function writeAll(
  job: BundleJob,
  output: BundleOutput,
  done: { files: number; bytes: number },
): Promise<string> {
  const { payload } = job;
  for (let number = 0; number < payload.count; number += 1) {
    const source = payload.sourceAt(number);
    const taken = output.file(number, payload.pathAt(number), source);
    // For most small files there is nothing to wait for.
    if (taken) await taken;
    done.files += 1;
    done.bytes += source.sizeBytes;
  }
  for (const path of payload.emptyFolders) await output.folder(path);
  // With no file at all there would be no `data`, and a bag must have one.
  if (payload.count === 0 && payload.emptyFolders.length === 0) await output.folder('data');
  const digests = await output.digests();
  const checked = payload.checkListing(job.thread);
  // It is told in the end.
  checked.catch(() => undefined);
  const digest = await writeTags(job, output, hexOf(digests));
  await checked;
  return digest;
}

/** Digests converted at a time. */
const HEX_BLOCK = 256;

/** Each digest in hex, by number; they are asked for in order, so that many are converted at a time. */
function hexOf(digests: Buffer): (number: number) => string {
  let first = -1;
  let block = '';
  return (number) => {
    const nth = number % HEX_BLOCK;
    if (number - nth !== first) {
      first = number - nth;
      block = digests.toString('hex', first * DIGEST_BYTES, (first + HEX_BLOCK) * DIGEST_BYTES);
    }
    return block.slice(nth * 2 * DIGEST_BYTES, (nth + 1) * 2 * DIGEST_BYTES);
  };
}

async function writeTags(
  { payload, tags, sign }: BundleJob,
  output: BundleOutput,
  sha256At: (number: number) => string,
): Promise<string> {
  const manifest = { name: 'manifest-sha256.txt', pieces: () => manifestOf(payload, sha256At) };
  const bagit = { name: 'bagit.txt', pieces: () => [BAGIT_TXT] };
  const rows = [];
  for (const { name, pieces } of [bagit, manifest, ...tags]) {
    rows.push({ path: name, sha256: await output.text(name, inBlocks(pieces(sha256At))) });
  }
  rows.sort((a, b) => compareText(a.path, b.path));
  const list = [...formatManifest(rows)].join('');
  const digest = await output.text(SIGNED_FILE, [list]);
  if (sign) {
    const signature = sign(messageOf(Buffer.from(list)).digest, SIGNED_FILE);
    await output.text(SIGNATURE_FILE, [signature]);
  }
  return digest;
}

function* manifestOf(
  payload: PayloadFiles,
  sha256At: (number: number) => string,
): Generator<string> {
  for (let number = 0; number < payload.count; number += 1) {
    yield formatManifestRow({ path: payload.pathAt(number), sha256: sha256At(number) });
  }
}

const BLOCK_LETTERS = 64 * 1024;

/** Fewer and longer pieces: a manifest has as many as there are files. */
function* inBlocks(pieces: Iterable<string | Buffer>): Generator<string | Buffer> {
  let block = '';
  for (const piece of pieces) {
    if (typeof piece !== 'string') yield piece;
    else block += piece;
    if (block.length < BLOCK_LETTERS) continue;
    yield block;
    block = '';
  }
  yield block;
}

/** Room for index, manifests and headers, by file; what is missing after all is told when the disk is full. */
const BYTES_BESIDE = 1200;

/** @throws {DanganError} DISK_FULL - now, and not after a quarter of an hour of copying. */
function checkRoom({ target, payload }: BundleJob): void {
  let free: number;
  try {
    const { bavail, bsize } = statfsSync(dirname(target));
    free = bavail * bsize;
  } catch (cause) {
    throw diskError(dirname(target), cause);
  }
  // Some network drives tell 0 of everything.
  if (free > 0 && free < payload.bytes + payload.count * BYTES_BESIDE) {
    throw new DanganError('DISK_FULL', { path: target });
  }
}

function rename(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (cause) {
    throw diskError(to, cause);
  }
}
