/** Carrying out a plan, with a journal, so that it can be interrupted at any instant and taken back at any time. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate, setTimeout } from 'node:timers/promises';
import { nextId, type JournalEntry } from '../../core/change/entry.js';
import { schedule, type PlannedStep } from '../../core/change/schedule.js';
import { TEMPORARY, trashOf, type KeptText, type Step } from '../../core/change/steps.js';
import type { Plan } from '../../core/change/types.js';
import { DanganError, diskError, isDanganError, knownError, type ErrorCode } from '../../errors.js';
import { listerOf, realDisk, sha256Of, statOf, type Disk } from '../disk.js';
import {
  dropEntry,
  endEntry,
  hasUnfinished,
  openJournal,
  Progress,
  readJournal,
  readProgress,
  readSteps,
  setProgress,
  writeEntry,
  type NewEntry,
} from './journal.js';
import { takeLock } from './lock.js';
import { clearHalf, makeStep, stateOf, wasOf, type Site } from './steps.js';

export interface ApplyOptions {
  /** Day of the run, `YYYY-MM-DD`. */
  readonly today: string;
  /** Stops between two steps. */
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
  readonly disk?: Disk;
}

/**
 * Carry out a plan. The journal is on the disk before the first change.
 *
 * @param root - The archive, absolute.
 * @param plan - Changes that are all meant at once; folders missing above a target are made.
 * @returns the journal entry; `undefined` when there is nothing to do.
 * @throws {DanganError} before any change: ARCHIVE_LOCKED, JOURNAL_UNFINISHED (see `finishEarlier`), TARGET_EXISTS,
 *   FILE_NOT_FOUND, DISK_FULL, PERMISSION_DENIED; after some: CHANGE_STOPPED, or INTERRUPTED by the signal.
 */
export async function applyPlan(
  root: string,
  plan: Pick<Plan, 'changes'>,
  options: ApplyOptions & { readonly verb: string },
): Promise<JournalEntry | undefined> {
  if (plan.changes.length === 0) return undefined;
  return withJournal(root, options, async (entries, disk) => {
    const unfinished = entries.find(({ state }) => state === 'unfinished');
    if (unfinished) throw new DanganError('JOURNAL_UNFINISHED', unfinished);
    const id = nextId(
      options.today,
      entries.map((entry) => entry.id),
    );
    const { steps, kept } = stepsFor(root, id, plan);
    if (steps.length === 0) return undefined;
    const { verb, today: day } = options;
    await start(root, { id, verb, day, changes: plan.changes, steps, kept }, options, disk);
    return entryNamed(root, id);
  });
}

/**
 * Carry the change that was interrupted, if there is one, to its end.
 *
 * @returns its entry; `undefined` when there is none.
 * @throws {DanganError} CHANGE_STOPPED - a file of it was changed since; `undo` names it too.
 */
export async function finishEarlier(
  root: string,
  options: ApplyOptions,
): Promise<JournalEntry | undefined> {
  if (!unfinishedEntry(root)) return undefined;
  return withJournal(root, options, async (entries, disk) => {
    const entry = entries.findLast(({ state }) => state === 'unfinished');
    if (!entry) return undefined;
    await resume(root, entry.id, options, disk);
    return entryNamed(root, entry.id);
  });
}

/** The change that was interrupted and neither finished nor taken back. */
export function unfinishedEntry(root: string): JournalEntry | undefined {
  return hasUnfinished(root)
    ? readJournal(root).findLast(({ state }) => state === 'unfinished')
    : undefined;
}

export function entryNamed(root: string, id: string): JournalEntry {
  const entry = readJournal(root).find((each) => each.id === id);
  if (!entry) throw new DanganError('ENTRY_NOT_FOUND', { id });
  return entry;
}

/** With the archive's lock held and its journal read. */
export async function withJournal<Result>(
  root: string,
  options: ApplyOptions,
  work: (entries: readonly JournalEntry[], disk: Disk) => Promise<Result>,
): Promise<Result> {
  const disk = options.disk ?? realDisk;
  const release = openAndLock(root, disk);
  try {
    return await work(readJournal(root), disk);
  } catch (error) {
    throw knownError(error, join(root, '.dangan'));
  } finally {
    release();
  }
}

function openAndLock(root: string, disk: Disk): () => void {
  try {
    openJournal(root, disk);
    return takeLock(join(root, '.dangan'), disk);
  } catch (error) {
    throw isDanganError(error) ? error : diskError(join(root, '.dangan'), error);
  }
}

/** Write the entry and make its steps. */
export async function start(
  root: string,
  entry: NewEntry,
  options: ApplyOptions,
  disk: Disk,
): Promise<void> {
  try {
    writeEntry(root, entry, disk);
  } catch (error) {
    throw isDanganError(error) ? error : diskError(join(root, '.dangan'), error);
  }
  await makeSteps({ root, id: entry.id, disk }, entry.steps, 0, options);
}

/** Go on where an entry was interrupted. */
export async function resume(
  root: string,
  id: string,
  options: ApplyOptions,
  disk: Disk,
): Promise<void> {
  const steps = readSteps(root, id);
  const done = settle({ root, id, disk }, steps);
  await makeSteps({ root, id, disk }, steps, done, options);
}

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

async function makeSteps(
  site: Site,
  steps: readonly Step[],
  from: number,
  { signal, onProgress }: ApplyOptions,
): Promise<void> {
  const progress = new Progress(site.root, site.id, site.disk);
  let done = from;
  try {
    onProgress?.(done, steps.length);
    const breath = breather();
    for (const step of steps.slice(from)) {
      await breath();
      if (signal?.aborted) throw new DanganError('INTERRUPTED', {});
      await patiently(() => makeStep(site, step, done));
      // Counted first: when the disk has no room for the dot, the step is made all the same, and is not forgotten.
      done += 1;
      progress.tick();
      onProgress?.(done, steps.length);
    }
    for (const folder of foldersOf(site.root, steps)) site.disk.syncFolder(folder);
    endEntry(site.root, site.id, 'finished', site.disk);
  } catch (error) {
    const known = knownError(error, join(site.root, '.dangan'));
    throw stopped(site, done, steps.length, known);
  } finally {
    progress.close();
  }
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
async function patiently(action: () => void): Promise<void> {
  for (const pause of [50, 100, 200, 400, 800]) {
    try {
      action();
      return;
    } catch (error) {
      const held =
        isDanganError(error) &&
        (error.code === 'FILE_IN_USE' || error.code === 'PERMISSION_DENIED');
      if (!held || process.platform !== 'win32') throw error;
      await setTimeout(pause);
    }
  }
  action();
}

/** Why the run cannot go on: as it is when nothing was changed, else with how far it got. */
function stopped(site: Site, done: number, total: number, error: unknown): unknown {
  if (!isDanganError(error)) return error;
  if (done === 0) {
    dropEntry(site.root, site.id);
    return error;
  }
  if (error.code === 'INTERRUPTED') return error;
  const path = 'path' in error.data ? String(error.data.path) : '';
  const reason: ErrorCode = error.code;
  return new DanganError(
    'CHANGE_STOPPED',
    { id: site.id, done, total, path, reason },
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

/** The plan as steps, with what every thing is now. */
function stepsFor(
  root: string,
  id: string,
  plan: Pick<Plan, 'changes'>,
): { steps: Step[]; kept: Map<string, Uint8Array> } {
  const { steps, blocks } = schedule(
    plan.changes,
    listerOf(root),
    trashOf(id),
    (n) => `${TEMPORARY}${id}-${n}`,
  );
  const [block] = blocks;
  if (block) {
    throw block.because === 'taken'
      ? new DanganError('TARGET_EXISTS', { path: block.to ?? block.path })
      : new DanganError('FILE_NOT_FOUND', { path: block.path });
  }
  const kept = new Map<string, Uint8Array>();
  return { steps: steps.flatMap((step) => finished(root, step, kept)), kept };
}

function finished(root: string, step: PlannedStep, kept: Map<string, Uint8Array>): Step[] {
  switch (step.do) {
    case 'make':
      return [step];
    case 'move': {
      const { of, from, to, origin } = step;
      return [{ do: 'move', of, from, to, was: wasOf(statNow(join(root, origin))) }];
    }
    case 'file':
      return fileSteps(root, step);
    case 'rewrite': {
      const number = kept.size;
      const before =
        step.origin === undefined
          ? undefined
          : keep(kept, `${number}-before`, bytesOf(join(root, step.origin)), {
              mtimeMs: wasOf(statNow(join(root, step.origin))).mtimeMs ?? 0,
            });
      const after = keep(kept, `${number}-after`, Buffer.from(step.text), {});
      return [{ do: 'rewrite', path: step.path, before, after }];
    }
  }
}

/** A file from outside: renamed when it moves on one disk, else copied, checked, and the original removed. */
function fileSteps(
  root: string,
  { source, to, keep: stays }: PlannedStep & { do: 'file' },
): Step[] {
  const stat = statNow(source);
  if (!stat.isFile()) throw new DanganError('NOT_A_FILE', { path: source });
  const outside = { outside: source };
  const was = wasOf(stat);
  if (!stays && stat.dev === statNow(root).dev) {
    return [{ do: 'move', of: 'file', from: outside, to, was }];
  }
  const sha256 = digest(source);
  const put: Step = { do: 'put', source: outside, to, was, sha256 };
  return stays ? [put] : [put, { do: 'drop', source: outside, copy: to, was, sha256 }];
}

function keep(
  kept: Map<string, Uint8Array>,
  name: string,
  bytes: Uint8Array,
  time: { mtimeMs?: number },
): KeptText {
  kept.set(name, bytes);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { kept: name, size: bytes.length, sha256, ...time };
}

function statNow(path: string) {
  const stat = statOf(path);
  if (!stat) throw new DanganError('FILE_NOT_FOUND', { path });
  return stat;
}

function bytesOf(path: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch (error) {
    throw diskError(path, error);
  }
}

function digest(path: string): string {
  try {
    return sha256Of(path);
  } catch (error) {
    throw diskError(path, error);
  }
}
