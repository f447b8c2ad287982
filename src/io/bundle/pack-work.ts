/** What the other thread does while a bundle is written. */
import { lstatSync, readdirSync } from 'node:fs';
import { parentPort } from 'node:worker_threads';
import { isKeptName } from '../../core/naming/junk.js';
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

/** Folders with the names that must be in them, and no others. */
export type CompareWork = readonly { readonly folder: string; readonly names: string }[];

/** The memory of a ring comes before the work with its buffers. */
export type PackWork =
  | { readonly memory: RingMemory }
  | SlotWork
  | { readonly list: ListWork }
  | { readonly compare: CompareWork };

/** Answers each piece of work with whether it could be done, until the thread is stopped. */
export async function packHelper(): Promise<void> {
  let ring: SlotWorker | undefined;
  parentPort?.on('message', (work: PackWork) => {
    let done = true;
    if ('memory' in work) ring = new SlotWorker(work.memory);
    else if ('list' in work) done = listFiles(work.list);
    else if ('compare' in work) done = work.compare.every(isAsListed);
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

/** @returns false also when it cannot be listed: who asked looks again, and tells why. */
function isAsListed({ folder, names }: CompareWork[number]): boolean {
  const expected = new Set(names === '' ? [] : names.split(SEPARATOR));
  try {
    const others = readdirSync(folder).filter((name) => !expected.delete(name));
    return expected.size === 0 && others.every(isKeptName);
  } catch {
    return false;
  }
}
