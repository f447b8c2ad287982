/** What the other thread does while a bundle is written. */
import { lstatSync } from 'node:fs';
import { parentPort } from 'node:worker_threads';
import { SlotWorker, type RingMemory, type SlotWork } from '../digest/digest-slot.js';
import { SEPARATOR } from './zip-run.js';

/** Files by folder, as texts: a list of objects takes longer to pass on than to ask the disk about them. */
export interface ListWork {
  /** Starts of the paths on disk, each with the names that follow it. */
  readonly folders: readonly { readonly start: string; readonly names: string }[];
  /** In shared memory, by the order of the files. */
  readonly sizes: Float64Array;
  readonly times: Float64Array;
}

/** The memory of a ring comes before the work with its buffers. */
export type PackWork = { readonly memory: RingMemory } | SlotWork | { readonly list: ListWork };

/** Answers each piece of work with whether it could be done, until the thread is stopped. */
export async function packHelper(): Promise<void> {
  let ring: SlotWorker | undefined;
  parentPort?.on('message', (work: PackWork) => {
    let done = true;
    if ('memory' in work) ring = new SlotWorker(work.memory);
    else if ('list' in work) done = listFiles(work.list);
    else done = ring?.do(work.slot, work.work) ?? false;
    parentPort?.postMessage(done);
  });
  return Promise.resolve();
}

/** @returns false when one of them is no file: who asked looks again, and tells which. */
function listFiles({ folders, sizes, times }: ListWork): boolean {
  let at = 0;
  for (const { start, names } of folders) {
    for (const name of names.split(SEPARATOR)) {
      const stats = lstatSync(start + name, { throwIfNoEntry: false });
      if (!stats?.isFile()) return false;
      sizes[at] = stats.size;
      times[at] = stats.mtimeMs;
      at += 1;
    }
  }
  return true;
}
