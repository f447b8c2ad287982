/** What stands in the footers of an archive's documents, each opened once as long as nobody writes to it. */
import { join } from 'node:path';
import type { Archive } from '../../core/archive/types.js';
import type { ArchivePath } from '../../core/archive/paths.js';
import type { FooterFound } from '../../core/stamp/types.js';
import { identityOf, isSame, isSettled, type Identity } from '../identity.js';
import type { Waiting } from '../store/types.js';
import { limitedThreads, type LimitedThread } from '../threads/limited-thread.js';
import { runAll } from '../threads/run-all.js';
import { readFootersCache, saveFootersCache, type KnownFooters } from './footers-cache.js';
import { listDocuments } from './list-documents.js';
import { LIMITS, threadsFor } from './stamp-all.js';
import type { LookTask } from './stamp-task.js';

interface FootersOptions extends Waiting {
  readonly threads: { readonly count: number; readonly worker: URL };
}

interface Job extends LookTask {
  readonly path: ArchivePath;
  readonly identity: Identity;
}

/**
 * @returns Of each document that can bear names; `undefined` for those that cannot be read.
 * @throws the reason of `signal`.
 */
export async function readFooters(
  root: string,
  archive: Archive,
  { threads, signal, onFile }: FootersOptions,
): Promise<ReadonlyMap<ArchivePath, FooterFound>> {
  const began = Date.now();
  const { template } = archive.settings.stamp;
  const documents = await listDocuments(root, archive, { places: [], template, signal });
  const before = readFootersCache(root);
  const known = new Map<ArchivePath, KnownFooters>();
  const found = new Map<ArchivePath, FooterFound>();
  const jobs: Job[] = [];
  for (const { path, treatment } of documents) {
    const from = join(root, path);
    const identity = treatment.is === 'stamp' ? identityOf(from) : undefined;
    if (treatment.is !== 'stamp' || !identity) continue;
    found.set(path, undefined);
    const earlier = before.get(path);
    if (earlier && isSame(earlier.identity, identity)) {
      known.set(path, earlier);
      found.set(path, earlier.found);
    } else jobs.push({ path, from, identity, format: treatment.as });
  }
  if (jobs.length === 0) return found;
  const lookers = lookersFor(jobs.length, threads);
  const taskOf = ({ format, from }: Job): LookTask => ({ format, from });
  let done = 0;
  try {
    await runAll(jobs, { threads: lookers, signal, taskOf }, ({ path, identity }, answer) => {
      done += 1;
      onFile?.(done, jobs.length);
      // One that takes too long, or a thread with it, is not read the next time, either.
      const names = typeof answer === 'object' ? answer : undefined;
      found.set(path, names);
      if (isSettled(identity, began)) known.set(path, { identity, found: names });
    });
  } finally {
    // After Ctrl-C, too: the next run goes on from there.
    if (done > 0) saveFootersCache(root, known);
  }
  return found;
}

type Looker = LimitedThread<LookTask, FooterFound>;

/** Threads for so many documents. */
export function lookersFor(
  documents: number,
  threads: FootersOptions['threads'],
): readonly Looker[] {
  const program = new URL('stamp-worker.js', threads.worker);
  return limitedThreads(threadsFor(documents, threads.count), program, LIMITS);
}
