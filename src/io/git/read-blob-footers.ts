/** What stands in the footers of the documents of a commit, or of the index. */
import type { Archive } from '../../core/archive/types.js';
import type { ArchivePath } from '../../core/archive/paths.js';
import type { FooterFound } from '../../core/stamp/types.js';
import type { FactsOptions } from '../facts/read-facts.js';
import { documentsOf, evidenceIn } from '../stamp/list-documents.js';
import { lookersFor } from '../stamp/read-footers.js';
import type { LookTask } from '../stamp/stamp-task.js';
import type { Waiting } from '../store/types.js';
import { runAll } from '../threads/run-all.js';
import type { BlobFiles } from './blob-files.js';
import { limitedSink } from './blobs.js';
import { identifyBlobs } from './identify-blobs.js';

/** A thread would need several times as much memory. */
const LONGEST_BYTES = 128 * 2 ** 20;

interface Job extends Pick<LookTask, 'format'> {
  readonly path: ArchivePath;
  readonly oid: string;
}

/** @returns Of each document that can bear names; `undefined` for those that cannot be read. */
export async function readBlobFooters(
  archive: Archive,
  files: BlobFiles,
  { threads, signal, onFile }: Waiting & Pick<FactsOptions, 'threads'>,
): Promise<ReadonlyMap<ArchivePath, FooterFound>> {
  const identified = await identifyBlobs(evidenceIn(archive), files, { signal });
  const { template } = archive.settings.stamp;
  const jobs = documentsOf(archive, identified, template).flatMap(({ path, treatment }): Job[] => {
    const oid = files.oids.get(path);
    return treatment.is === 'stamp' && oid !== undefined
      ? [{ path, oid, format: treatment.as }]
      : [];
  });
  const found = new Map<ArchivePath, FooterFound>();
  if (jobs.length === 0) return found;
  const taskOf = async ({ path, oid, format }: Job): Promise<LookTask> => {
    const bytes = await files.blobs.read(oid, limitedSink(LONGEST_BYTES));
    // One that is too long cannot be read.
    return { format, from: path, bytes: typeof bytes === 'number' ? Buffer.alloc(0) : bytes };
  };
  const lookers = lookersFor(jobs.length, threads);
  await runAll(jobs, { threads: lookers, signal, taskOf }, ({ path }, answer) => {
    found.set(path, typeof answer === 'object' ? answer : undefined);
    onFile?.(found.size, jobs.length);
  });
  return found;
}
