/** What the other thread does while a bundle is written. */
import { readdirSync } from 'node:fs';
import { parentPort } from 'node:worker_threads';
import { isKeptName } from '../../../core/naming/junk.js';
import { SlotWorker, type RingMemory, type SlotWork } from './digest-slot.js';
import { listFolders, type ListWork } from './list-work.js';
import { fillRun, SEPARATOR, unpackRun, type PackedRun, type Told } from './zip-run.js';

/** A run to be read into memory of its own. */
export interface AheadWork {
  readonly ahead: PackedRun;
  readonly bytes: number;
  /** Shared by the threads, as what follows is. */
  readonly told: Told;
  /** Not 0 when nothing more is to be read. */
  readonly stopped: Int32Array;
}

/** Folders with the names that must be in them, and no others. */
type CompareWork = readonly { readonly folder: string; readonly names: string }[];

/** The memory of a ring comes before the work with its buffers. */
export type PackWork =
  | { readonly memory: RingMemory }
  | SlotWork
  | { readonly list: ListWork }
  | AheadWork
  | { readonly compare: CompareWork };

/** What was read, or whether it could be done. */
export type Answer = ArrayBuffer | boolean;

/** Answers each piece of work with what was read or whether it could be done, until the thread is stopped. */
export async function packHelper(): Promise<void> {
  let ring: SlotWorker | undefined;
  parentPort?.on('message', (work: PackWork) => {
    let answer: Answer = true;
    if ('memory' in work) ring = new SlotWorker(work.memory);
    else if ('list' in work) listFolders(work.list);
    else if ('compare' in work) answer = work.compare.every(isAsListed);
    else if ('ahead' in work) answer = readRun(work);
    else answer = ring?.do(work.slot, work.work) ?? false;
    parentPort?.postMessage(answer, typeof answer === 'boolean' ? [] : [answer]);
  });
  return Promise.resolve();
}

/** @returns false also when it cannot be read: who needs it tries again, and gets the error as it is. */
function readRun({ ahead, bytes, told, stopped }: AheadWork): Answer {
  if (Atomics.load(stopped, 0) !== 0) return false;
  const out = Buffer.allocUnsafeSlow(bytes);
  try {
    fillRun(unpackRun(ahead), out, told);
    return out.buffer;
  } catch {
    return false;
  }
}

/** @returns false also when a folder cannot be listed: who asked looks again, and tells why. */
function isAsListed({ folder, names }: CompareWork[number]): boolean {
  const expected = new Set(names === '' ? [] : names.split(SEPARATOR));
  try {
    const others = readdirSync(folder).filter((name) => !expected.delete(name));
    return expected.size === 0 && others.every(isKeptName);
  } catch {
    return false;
  }
}
