/** Write a bundle beside its final name and rename it at the end, so that half a bundle is never found. */
import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { dosTimeOf } from '../../../core/bundle/zip/records.js';
import { DanganError, diskError, isDanganError } from '../../../errors.js';
import { DigestRing } from './digest-ring.js';
import { realDisk } from '../../disk.js';
import { refuseFull } from '../../room.js';
import { breathing } from '../../threads/pause.js';
import { writeAll } from './bundle-contents.js';
import type { BundleJob, PackingOptions, WrittenBundle, WrittenBundles } from './bundle-job.js';
import { FolderOutput } from './folder-output.js';
import { isWorthAThread } from './pack-thread.js';
import { NewFile, type BundleOutput } from './output.js';
import { amountOf, Memory, PackedRows } from './memory.js';
import { Differs, SameFile } from './same-file.js';
import { Stage, type Checkpoints, type StagePart } from './stage.js';
import { ZipOutput } from './zip-output.js';

const ALONE: PackingOptions = { archive: '', resume: false, paranoid: false, memory: undefined };

/**
 * All of them appear, or none.
 *
 * @param jobs - At least one; their targets are in one folder.
 * @throws {DanganError} TARGET_EXISTS, PACK_OUTDATED, FILE_CHANGED, DISK_FULL, INTERRUPTED
 */
export async function writeBundles(
  jobs: readonly BundleJob[],
  options = ALONE,
): Promise<WrittenBundles> {
  const memory = new Memory(options);
  const there: (WrittenBundle | undefined)[] = [];
  for (const job of jobs) there.push(await bundleThere(job, options, memory));
  const missing = jobs.filter((_, at) => there[at] === undefined);
  if (missing.length === 0) {
    await memory.save();
    return { bundles: there as WrittenBundle[], cleared: 0 };
  }
  const { bundles, cleared } = await writeMissing(missing, options, memory);
  await memory.save();
  const written = bundles.values();
  return { bundles: there.map((each) => each ?? (written.next().value as WrittenBundle)), cleared };
}

/** @returns `undefined` when there is none. */
async function bundleThere(
  job: BundleJob,
  { resume }: PackingOptions,
  memory: Memory,
): Promise<WrittenBundle | undefined> {
  const { target: path } = job;
  if (!existsSync(path)) return undefined;
  if (!resume) throw new DanganError('TARGET_EXISTS', { path });
  const same = await compareBundle(job, memory);
  if (!same) throw new DanganError('PACK_OUTDATED', { path });
  return same;
}

async function writeMissing(
  jobs: readonly BundleJob[],
  options: PackingOptions,
  memory: Memory,
): Promise<WrittenBundles> {
  const place = dirname(jobs[0]?.target ?? '');
  const stage = Stage.open(place, options);
  const staged: StagedBundle[] = [];
  try {
    checkRoom(place, jobs, stage.bytes);
    for (const [at, job] of jobs.entries()) {
      staged.push(await stageBundle(job, stage.partOf(at), memory));
    }
    publish(staged);
  } catch (error) {
    const kept = isWorthKeeping(error) ? stage.kept() : undefined;
    if (!kept) stage.remove();
    else {
      options.onKept?.(kept, stage.folder);
      if (isInterrupted(error)) throw new DanganError('INTERRUPTED', { resume: true });
    }
    throw error;
  }
  stage.remove();
  return { bundles: staged, cleared: stage.cleared };
}

function isInterrupted(error: unknown): boolean {
  return isDanganError(error) && error.code === 'INTERRUPTED';
}

/** A full disk needs its room; and of what nobody has foreseen, nothing is gone on with. */
function isWorthKeeping(error: unknown): boolean {
  return isDanganError(error) && !/^(DISK_|TARGET_)/.test(error.code);
}

/** A bundle that is whole, and has not its name yet. */
interface StagedBundle extends WrittenBundle {
  readonly partial: string;
  readonly target: string;
}

async function stageBundle(job: BundleJob, part: StagePart, memory: Memory): Promise<StagedBundle> {
  const done = { files: 0, bytes: 0 };
  const show = () => job.onProgress({ files: done.files, bytes: done.bytes + ring.openBytes });
  const pause = breathing(show, job.signal);
  const { bytes, count } = job.payload;
  const thread = isWorthAThread(count, bytes) ? job.thread : undefined;
  const ring = new DigestRing({ files: count, thread, pause });
  let output: BundleOutput | undefined;
  let log: Checkpoints | undefined;
  try {
    const kept = await part.begin(job, pause);
    output = outputOf(job, part.partial, ring, kept.length > 0);
    const packed = new PackedRows(job.payload, output, ring, kept);
    log = part.log(packed);
    const digest = await writeAll({ ...job, thread }, output, {
      done,
      knownAt: (number) => kept[number],
      onFile: () => log?.note(done.bytes),
      onPayload: () => memory.remember(packed),
    });
    await log?.end();
    const bytes = await output.finish();
    const { partial } = part;
    return { partial, target: job.target, digest, bytes, unchanged: false, kept: amountOf(kept) };
  } catch (error) {
    // It may still be writing into the buffers.
    await thread?.close();
    await log?.end();
    await output?.abandon();
    if (job.signal.aborted) throw new DanganError('INTERRUPTED', {});
    throw error;
  }
}

/** @returns `undefined` when what is there is not what would be written. */
async function compareBundle(job: BundleJob, memory: Memory): Promise<WrittenBundle | undefined> {
  const done = { files: 0, bytes: 0 };
  const show = () => job.onProgress({ files: done.files, bytes: done.bytes + ring.openBytes });
  const pause = breathing(show, job.signal);
  const { payload, form } = job;
  const known = memory.knownOf(payload, form);
  const kept = amountOf(known.filter((each) => each !== undefined));
  const [files, bytes] = [payload.count - kept.files, payload.bytes - kept.bytes];
  const thread = isWorthAThread(files, bytes) ? job.thread : undefined;
  const ring = new DigestRing({ files: payload.count, thread, pause });
  let output: BundleOutput | undefined;
  try {
    const compared = (output = comparedWith(job, ring));
    const packed = new PackedRows(payload, compared, ring, known);
    const digest = await writeAll({ ...job, thread }, compared, {
      done,
      knownAt: (number) => known[number],
      onFile: () => undefined,
      onPayload: () => memory.remember(packed),
    });
    const bytes = await compared.finish();
    return { digest, bytes, unchanged: true, kept };
  } catch (error) {
    if (error instanceof Differs) return undefined;
    if (job.signal.aborted) throw new DanganError('INTERRUPTED', {});
    throw error;
  } finally {
    await output?.abandon();
  }
}

/** Give all of them their names; when one cannot have its own, no other keeps its. */
function publish(staged: readonly StagedBundle[]): void {
  const named: StagedBundle[] = [];
  try {
    for (const each of staged) {
      const { partial, target } = each;
      // Somebody else may have been quicker.
      if (existsSync(target)) throw new DanganError('TARGET_EXISTS', { path: target });
      rename(partial, target);
      named.push(each);
    }
  } catch (error) {
    for (const { partial, target } of named) rename(target, partial);
    throw error;
  }
}

function outputOf(
  { form, target, name, today, ahead }: BundleJob,
  path: string,
  ring: DigestRing,
  goOn: boolean,
): BundleOutput {
  if (form === 'folder') return new FolderOutput(path, target, ring);
  return new ZipOutput(new NewFile(path, target, goOn), name, dosTimeOf(today), ring, ahead);
}

/** Writes nothing. @throws {Differs} */
function comparedWith({ form, target, name, today }: BundleJob, ring: DigestRing): BundleOutput {
  if (form === 'folder') return new FolderOutput(target, target, ring, true);
  return new ZipOutput(new SameFile(target), name, dosTimeOf(today), ring);
}

/** Room for index, manifests and headers, by file; what is missing after all is told when the disk is full. */
const BYTES_BESIDE = 1200;

/** @param there - Bytes that were written by an earlier run. */
function checkRoom(place: string, jobs: readonly BundleJob[], there: number): void {
  let needed = -there;
  for (const { payload } of jobs) needed += payload.bytes + payload.count * BYTES_BESIDE;
  refuseFull(place, needed, jobs[0]?.target ?? place);
}

function rename(from: string, to: string): void {
  try {
    realDisk.rename(from, to);
  } catch (cause) {
    throw diskError(to, cause);
  }
}
