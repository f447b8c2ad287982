/** The steps of a journal entry, made one after the other; and what the disk says of those of an earlier run. */
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { Step } from '../../core/change/steps.js';
import { DanganError, isDanganError, knownError, type ErrorCode } from '../../errors.js';
import { statOf } from '../disk.js';
import type { OnPiece } from '../pieces.js';
import { bytesOfSteps, metered } from './copying.js';
import { dropEntry, endEntry, entryNamed, Progress, readProgress, setProgress } from './journal.js';
import type { MakeOptions } from './options.js';
import { clearHalf, makeStep, stateOf, type Site } from './steps.js';

/**
 * See on the disk how far an entry got, and set its progress right.
 *
 * The step after the last dot may be made, or may have been under way; after a power cut the disk may also have
 * lost the last of what was made, or the last dots.
 */
export function settle(site: Site, steps: readonly Step[]): number {
  let done = Math.min(readProgress(site.root, site.id), steps.length);
  const state = (at: number) => {
    const step = steps[at];
    return step && stateOf(site.root, step);
  };
  while (done > 0 && state(done - 1) === 'pending') done -= 1;
  const first = done;
  while (state(done) === 'done') done += 1;
  for (const [at, step] of steps.slice(first, done + 1).entries())
    clearHalf(site, step, first + at);
  setProgress(site.root, site.id, done, site.disk);
  return done;
}

/** @throws {DanganError} CHANGE_STOPPED, or INTERRUPTED by the signal; what the disk said when nothing was changed. */
export async function makeSteps(
  site: Site,
  steps: readonly Step[],
  from: number,
  { signal, onProgress, copying }: MakeOptions,
): Promise<void> {
  const progress = new Progress(site.root, site.id, site.disk);
  const rest = steps.slice(from);
  const bytes = bytesOfSteps(rest);
  const tell = bytes.totalBytes === 0 ? onProgress : undefined;
  let done = from;
  const make = (onPiece: OnPiece) => {
    tell?.(done, steps.length);
    return eachBreathing(rest, async (step) => {
      if (signal?.aborted) throw new DanganError('INTERRUPTED', {});
      await makeStep(site, step, done, onPiece);
      // Counted first: when the disk has no room for the dot, the step is made all the same, and is not forgotten.
      done += 1;
      progress.tick();
      tell?.(done, steps.length);
    });
  };
  try {
    // Closed before the entry is ended or dropped: Windows takes no folder away that holds an open file.
    await metered({ line: copying, signal, ...bytes }, make).finally(() => progress.close());
    for (const folder of foldersOf(site.root, steps)) site.disk.syncFolder(folder);
    endEntry(site.root, site.id, 'finished', site.disk);
  } catch (error) {
    const known = knownError(error, join(site.root, '.dangan'));
    throw stopped(site, steps, done, known);
  }
}

/** Lets Ctrl-C through now and then: steps are made without waiting for anything. */
async function eachBreathing<Item>(
  items: readonly Item[],
  work: (item: Item) => Promise<void>,
): Promise<void> {
  let last = performance.now();
  for (const item of items) {
    if (performance.now() - last >= 25) {
      await setImmediate();
      last = performance.now();
    }
    await work(item);
  }
}

/** Why the run cannot go on: as it is when nothing was changed, else with how far it got. */
function stopped(site: Site, steps: readonly Step[], done: number, error: unknown): unknown {
  if (!isDanganError(error)) return error;
  const next = steps[done];
  // A file of which no name can be taken away keeps two until the entry goes on or back.
  if (done === 0 && !(next && stateOf(site.root, next) === 'half')) {
    dropEntry(site.root, site.id, site.disk);
    return error;
  }
  const { id } = site;
  const { verb } = entryNamed(site.root, id);
  if (error.code === 'INTERRUPTED') return new DanganError('INTERRUPTED', { id, verb });
  const path = 'path' in error.data ? String(error.data.path) : '';
  const reason: ErrorCode = error.code;
  return new DanganError(
    'CHANGE_STOPPED',
    { id, verb, done, total: steps.length, path, reason },
    { cause: error },
  );
}

/** Every folder whose names the steps change. */
function foldersOf(root: string, steps: readonly Step[]): string[] {
  const folders = new Set<string>();
  const add = (path: unknown) => {
    if (typeof path === 'string') folders.add(join(root, path, '..'));
  };
  for (const step of steps) {
    if ('path' in step) add(step.path);
    if ('from' in step) add(step.from);
    if ('to' in step) add(step.to);
  }
  return [...folders].filter((folder) => statOf(folder)?.isDirectory());
}
