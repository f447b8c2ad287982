/** Carrying out a plan, with a journal, so that it can be interrupted at any instant and taken back at any time. */
import { join } from 'node:path';
import { nextId, type JournalEntry } from '../../core/change/entry.js';
import type { Step } from '../../core/change/steps.js';
import type { Plan } from '../../core/change/types.js';
import { DanganError, knownError } from '../../errors.js';
import { realDisk, type Disk } from '../disk.js';
import {
  entryNamed,
  openJournal,
  readJournal,
  readSteps,
  unfinishedEntry,
  writeEntry,
  type NewEntry,
} from './journal.js';
import { removeOldDrafts } from './drafts.js';
import { Holds } from './held.js';
import { takeLock } from './lock.js';
import { makeSteps, settle } from './make-steps.js';
import type { ApplyOptions } from './options.js';
import { stepsFor } from './plan-steps.js';
import { refused } from './refused.js';
import { placeOf } from './steps.js';

/**
 * Carry out a plan. The journal is on the disk before the first change.
 *
 * @param root - The archive, absolute.
 * @param plan - Changes that are all meant at once; folders missing above a target are made.
 * @returns the journal entry; `undefined` when there is nothing to do.
 * @throws {DanganError} before any change: ARCHIVE_LOCKED, JOURNAL_UNFINISHED (see `finishEarlier`), TARGET_EXISTS,
 *   FILE_NOT_FOUND, FILE_IN_USE, FILES_IN_USE, DISK_FULL, PERMISSION_DENIED, ANOTHER_DISK; after some: CHANGE_STOPPED, or INTERRUPTED by the signal.
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
    const { steps, kept } = await stepsFor(root, id, plan, { ...options, disk });
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
    removeOldDrafts(root);
    return entryNamed(root, entry.id);
  });
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
    throw refused(join(root, '.dangan'), error);
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
    throw refused(join(root, '.dangan'), error);
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
  seeUnheld(root, steps.slice(done), disk);
  await makeSteps({ root, id, disk }, steps, done, options);
}

/** What an earlier step of the rest has yet to put in its place is not there to be asked. */
function seeUnheld(root: string, rest: readonly Step[], disk: Disk): void {
  const holds = new Holds();
  for (const step of rest) {
    if (step.do === 'move') holds.add({ of: step.of, at: placeOf(root, step.from) });
  }
  holds.seeNone(root, disk);
}
