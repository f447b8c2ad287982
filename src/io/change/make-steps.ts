/** The steps of a journal entry, made one after the other; and what the disk says of those of an earlier run. */
import { join } from 'node:path';
import { setImmediate, setTimeout } from 'node:timers/promises';
import type { Step } from '../../core/change/steps.js';
import { DanganError, isDanganError, knownError, type ErrorCode } from '../../errors.js';
import { statOf } from '../disk.js';
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
  try {
    tell?.(done, steps.length);
    const breath = breather();
    await metered({ line: copying, signal, ...bytes }, async (onPiece) => {
      for (const step of rest) {
        await breath();
        if (signal?.aborted) throw new DanganError('INTERRUPTED', {});
        await patiently(() => makeStep(site, step, done, onPiece));
        // Counted first: when the disk has no room for the dot, the step is made all the same, and is not forgotten.
        done += 1;
        progress.tick();
        tell?.(done, steps.length);
      }
    });
    for (const folder of foldersOf(site.root, steps)) site.disk.syncFolder(folder);
    endEntry(site.root, site.id, 'finished', site.disk);
  } catch (error) {
    const known = knownError(error, join(site.root, '.dangan'));
    // Windows removes no folder that holds an open file, and the entry may have to go.
    progress.close();
    throw stopped(site, done, steps.length, known);
  }
  progress.close();
}

/** Lets Ctrl-C through now and then: steps are made without waiting for anything. */
function breather(): () => Promise<void> {
  let last = performance.now();
  return async () => {
    if (performance.now() - last < 25) return;
    await setImmediate();
    last = performance.now();
  };
}

/** On Windows a virus scanner holds a new file for a moment: try again before giving up. */
async function patiently(action: () => Promise<void>): Promise<void> {
  for (const pause of [50, 100, 200, 400, 800]) {
    try {
      await action();
      return;
    } catch (error) {
      const held =
        isDanganError(error) &&
        (error.code === 'FILE_IN_USE' || error.code === 'PERMISSION_DENIED');
      if (!held || process.platform !== 'win32') throw error;
      await setTimeout(pause);
    }
  }
  await action();
}

/** Why the run cannot go on: as it is when nothing was changed, else with how far it got. */
function stopped(site: Site, done: number, total: number, error: unknown): unknown {
  if (!isDanganError(error)) return error;
  if (done === 0) {
    dropEntry(site.root, site.id);
    return error;
  }
  const { id } = site;
  const { verb } = entryNamed(site.root, id);
  if (error.code === 'INTERRUPTED') return new DanganError('INTERRUPTED', { id, verb });
  const path = 'path' in error.data ? String(error.data.path) : '';
  const reason: ErrorCode = error.code;
  return new DanganError(
    'CHANGE_STOPPED',
    { id, verb, done, total, path, reason },
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
