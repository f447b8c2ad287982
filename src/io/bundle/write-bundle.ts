/** Write a bundle beside its final name and rename it at the end, so that half a bundle is never found. */
import { existsSync, mkdirSync, renameSync, rmSync, statfsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { BAGIT_TXT } from '../../core/bundle/bag-info.js';
import { formatManifest, formatManifestRow, type ManifestRow } from '../../core/bundle/manifest.js';
import { dosTimeOf, zipBytesAtMost } from '../../core/bundle/zip-records.js';
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
  /** `undefined` does all the work in this one. */
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
}

export interface WrittenBundles {
  /** By job. */
  readonly bundles: readonly WrittenBundle[];
  /** What killed runs had left half-written in the same place, and was removed. */
  readonly cleared: number;
}

/** @throws {DanganError} as `writeBundles`. */
export async function writeBundle(
  job: BundleJob,
): Promise<WrittenBundle & Pick<WrittenBundles, 'cleared'>> {
  const { bundles, cleared } = await writeBundles([job]);
  const [bundle] = bundles;
  if (!bundle) throw new Error('nothing was written');
  return { ...bundle, cleared };
}

/**
 * All of them appear, or none.
 *
 * @param jobs - At least one; their targets are in one folder.
 * @throws {DanganError} TARGET_EXISTS, FILE_CHANGED, DISK_FULL, INTERRUPTED
 */
export async function writeBundles(jobs: readonly BundleJob[]): Promise<WrittenBundles> {
  const place = dirname(jobs[0]?.target ?? '');
  for (const { target } of jobs) refuseTaken(target);
  const prefix = temporaryPrefix('packing');
  const cleared = clear(place, prefix);
  checkRoom(place, jobs);
  const stage = join(place, `${prefix}${process.pid}${PARTIAL}`);
  try {
    makeFolder(stage, place);
    const staged: StagedBundle[] = [];
    for (const [at, job] of jobs.entries()) {
      staged.push(await stageBundle(job, join(stage, String(at + 1))));
    }
    publish(staged);
    return { bundles: staged, cleared };
  } finally {
    rmSync(stage, { recursive: true, force: true });
  }
}

function refuseTaken(target: string): void {
  if (existsSync(target)) throw new DanganError('TARGET_EXISTS', { path: target });
}

function makeFolder(path: string, shown: string): void {
  try {
    mkdirSync(path);
  } catch (cause) {
    throw diskError(shown, cause);
  }
}

/** A bundle that is whole, and has not its name yet. */
interface StagedBundle extends WrittenBundle {
  readonly partial: string;
  readonly target: string;
}

async function stageBundle(job: BundleJob, partial: string): Promise<StagedBundle> {
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
    return { partial, target: job.target, digest, bytes };
  } catch (error) {
    // It may still be writing into the buffers.
    await thread?.close();
    await output?.abandon();
    if (job.signal.aborted) throw new DanganError('INTERRUPTED', {});
    throw error;
  }
}

/** Give all of them their names; when one cannot have its own, no other keeps its. */
function publish(staged: readonly StagedBundle[]): void {
  const named: StagedBundle[] = [];
  try {
    for (const each of staged) {
      // Somebody else may have been quicker.
      refuseTaken(each.target);
      rename(each.partial, each.target);
      named.push(each);
    }
  } catch (error) {
    for (const { partial, target } of named) rename(target, partial);
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
  for (const path of foldersIn(payload)) await output.folder(path);
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

/** Folders that have no file. With none at all there would be no `data`, and a bag must have one. */
function foldersIn({ count, emptyFolders }: PayloadFiles): readonly string[] {
  return count === 0 && emptyFolders.length === 0 ? ['data'] : emptyFolders;
}

async function writeTags(
  { payload, tags, sign }: BundleJob,
  output: BundleOutput,
  sha256At: (number: number) => string,
): Promise<string> {
  const rows = [];
  for (const { name, pieces } of allTags(payload, tags)) {
    rows.push({ path: name, sha256: await output.text(name, inBlocks(pieces(sha256At))) });
  }
  const list = tagManifest(rows);
  const digest = await output.text(SIGNED_FILE, [list]);
  if (sign) await output.text(SIGNATURE_FILE, [signatureOf(list, sign)]);
  return digest;
}

function signatureOf(list: string, sign: Sign): string {
  return sign(messageOf(Buffer.from(list)).digest, SIGNED_FILE);
}

function allTags(payload: PayloadFiles, tags: readonly TagFile[]): readonly TagFile[] {
  const pieces: TagFile['pieces'] = (sha256At) => manifestOf(payload, sha256At);
  const bagit = { name: 'bagit.txt', pieces: () => [BAGIT_TXT] };
  return [bagit, { name: 'manifest-sha256.txt', pieces }, ...tags];
}

function tagManifest(rows: ManifestRow[]): string {
  return [...formatManifest(rows.sort((a, b) => compareText(a.path, b.path)))].join('');
}

/** Stands for any digest where only the length of a text matters. */
export const SOME_DIGEST = '0'.repeat(64);

/** How long the zip of a bundle can be at most; only compression makes it shorter. */
export function bundleBytesAtMost(
  job: Pick<BundleJob, 'name' | 'payload' | 'tags' | 'sign'>,
): number {
  return zipBytesAtMost(entriesOf(job));
}

function* entriesOf({
  name: top,
  payload,
  tags,
  sign,
}: Parameters<typeof bundleBytesAtMost>[0]): Generator<{
  readonly name: string;
  readonly sizeBytes: number;
}> {
  for (let number = 0; number < payload.count; number += 1) {
    const { sizeBytes } = payload.sourceAt(number);
    yield { name: `${top}/${payload.pathAt(number)}`, sizeBytes };
  }
  for (const path of foldersIn(payload)) yield { name: `${top}/${path}/`, sizeBytes: 0 };
  const rows = [];
  for (const { name, pieces } of allTags(payload, tags)) {
    rows.push({ path: name, sha256: SOME_DIGEST });
    yield { name: `${top}/${name}`, sizeBytes: bytesOf(pieces(() => SOME_DIGEST)) };
  }
  const list = tagManifest(rows);
  yield { name: `${top}/${SIGNED_FILE}`, sizeBytes: bytesOf([list]) };
  if (sign)
    yield { name: `${top}/${SIGNATURE_FILE}`, sizeBytes: bytesOf([signatureOf(list, sign)]) };
}

function bytesOf(pieces: Iterable<string | Buffer>): number {
  let bytes = 0;
  for (const piece of inBlocks(pieces)) bytes += Buffer.byteLength(piece);
  return bytes;
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
function checkRoom(place: string, jobs: readonly BundleJob[]): void {
  let free: number;
  try {
    const { bavail, bsize } = statfsSync(place);
    free = bavail * bsize;
  } catch (cause) {
    throw diskError(place, cause);
  }
  let needed = 0;
  for (const { payload } of jobs) needed += payload.bytes + payload.count * BYTES_BESIDE;
  // Some network drives tell 0 of everything.
  if (free > 0 && free < needed) {
    throw new DanganError('DISK_FULL', { path: jobs[0]?.target ?? place });
  }
}

function rename(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (cause) {
    throw diskError(to, cause);
  }
}
