/** Taking back what the journal says was done. */
import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { nextId, type JournalEntry } from '../core/change/entry.js';
import { rehearse, type Claim } from '../core/change/rehearse.js';
import {
  reverseChanges,
  reverseSteps,
  trashOf,
  type Spot,
  type Step,
} from '../core/change/steps.js';
import { compareText } from '../core/text.js';
import { DanganError, diskError } from '../errors.js';
import { entryNamed, resume, settle, start, withJournal, type ApplyOptions } from './apply.js';
import { listerOf, sha256Of, statOf, type Disk } from './disk.js';
import { endEntry, keptPath, readChanges, readJournal, readSteps } from './journal.js';
import { isStill, placeOf } from './steps.js';

/**
 * Take back a change, finished or not. That is a change too, with an entry of its own, so it can be taken back.
 *
 * An undo that was interrupted is carried to its end.
 *
 * @param id - `undefined`: the interrupted change, or else the newest that is no undo and not undone.
 * @returns the entry of the undo.
 * @throws {DanganError} UNDO_BLOCKED - a file was changed since, or a name is taken; nothing was moved.
 *   ENTRY_NOT_FOUND, ENTRY_UNDONE, NOTHING_TO_UNDO, JOURNAL_UNFINISHED, and those of `applyPlan`.
 */
export async function undo(
  root: string,
  id: string | undefined,
  options: ApplyOptions,
): Promise<JournalEntry> {
  // Asked before the lock is taken: what cannot be undone leaves no trace.
  if (readJournal(root).length === 0) {
    throw id === undefined
      ? new DanganError('NOTHING_TO_UNDO', {})
      : new DanganError('ENTRY_NOT_FOUND', { id });
  }
  return withJournal(root, options, async (entries, disk) => {
    const unfinished = entries.findLast(({ state }) => state === 'unfinished');
    if (unfinished?.undoes !== undefined && (id === undefined || id === unfinished.undoes)) {
      await resume(root, unfinished.id, options, disk);
      return entryNamed(root, unfinished.id);
    }
    const target = choose(entries, unfinished, id);
    const next = nextId(
      options.today,
      entries.map((entry) => entry.id),
    );
    await takeBack(root, target, next, options, disk);
    return entryNamed(root, next);
  });
}

/**
 * Leave an interrupted change as it stands, when it can go neither on nor back: nothing is moved.
 *
 * @throws {DanganError} NOTHING_TO_UNDO - none is interrupted; ENTRY_NOT_FOUND.
 */
export async function leave(
  root: string,
  id: string | undefined,
  options: ApplyOptions,
): Promise<JournalEntry> {
  return withJournal(root, options, (entries, disk) => {
    const unfinished = entries.findLast(({ state }) => state === 'unfinished');
    if (!unfinished) throw new DanganError('NOTHING_TO_UNDO', {});
    if (id !== undefined && id !== unfinished.id) throw new DanganError('ENTRY_NOT_FOUND', { id });
    endEntry(root, unfinished.id, 'closed', disk);
    return Promise.resolve(entryNamed(root, unfinished.id));
  });
}

function choose(
  entries: readonly JournalEntry[],
  unfinished: JournalEntry | undefined,
  id: string | undefined,
): JournalEntry {
  if (id === undefined) {
    const newest = entries.findLast(
      (entry) => entry.undoes === undefined && entry.state === 'finished',
    );
    const target = unfinished ?? newest;
    if (!target) throw new DanganError('NOTHING_TO_UNDO', {});
    return target;
  }
  const target = entries.find((entry) => entry.id === id);
  if (!target) throw new DanganError('ENTRY_NOT_FOUND', { id });
  if (target.undoneBy !== undefined) {
    throw new DanganError('ENTRY_UNDONE', { id, by: target.undoneBy });
  }
  if (unfinished && unfinished !== target) throw new DanganError('JOURNAL_UNFINISHED', unfinished);
  return target;
}

async function takeBack(
  root: string,
  target: JournalEntry,
  id: string,
  options: ApplyOptions,
  disk: Disk,
): Promise<void> {
  const made = readSteps(root, target.id);
  const done =
    target.state === 'finished' ? made.length : settle({ root, id: target.id, disk }, made);
  const trash = trashOf(id);
  const steps = withFolders(reverseSteps(made.slice(0, done), trash), trash);
  judge(root, target.id, steps);
  const { today: day } = options;
  const changes = reverseChanges(readChanges(root, target.id), trashOf(target.id));
  const kept = keptOf(root, target.id, steps);
  await start(
    root,
    { id, verb: 'undo', day, undoes: target.id, changes, steps, kept },
    options,
    disk,
  );
}

/** The steps with the folders of the trash made first. */
function withFolders(steps: readonly Step[], trash: string): Step[] {
  const folders = new Set<string>();
  for (const step of steps) {
    if (step.do !== 'move' || typeof step.to !== 'string' || !step.to.startsWith(`${trash}/`))
      continue;
    for (let at = step.to.lastIndexOf('/'); at > 0; at = step.to.lastIndexOf('/', at - 1)) {
      folders.add(step.to.slice(0, at));
      if (step.to.slice(0, at) === '.dangan') break;
    }
  }
  const makes = [...folders].sort(compareText).map((path): Step => ({ do: 'make', path }));
  return [...makes, ...steps];
}

/** @throws {DanganError} UNDO_BLOCKED with the first thing that stands in the way. */
function judge(root: string, id: string, steps: readonly Step[]): void {
  const { hitches, claims } = rehearse(steps, listerOf(root));
  const blocks = [
    ...hitches.map(({ because, spot }) => ({ because, path: placeOf(root, spot) })),
    ...claims.flatMap((claim) => broken(root, claim)),
    ...steps.flatMap((step) => ('to' in step ? takenOutside(step.to) : [])),
  ];
  const [first] = blocks;
  if (first) throw new DanganError('UNDO_BLOCKED', { id, ...first, count: blocks.length });
}

interface Blocked {
  readonly because: 'missing' | 'changed' | 'taken';
  readonly path: string;
}

function broken(root: string, { origin, of, was, sha256 }: Claim): Blocked[] {
  const path = placeOf(root, origin);
  const stat = statOf(path);
  if (!stat) return [{ because: 'missing', path }];
  if (stat.isDirectory() !== (of === 'folder') || !isStill(was, stat)) {
    return [{ because: 'changed', path }];
  }
  if (sha256 === undefined) return [];
  try {
    return sha256Of(path) === sha256 ? [] : [{ because: 'changed', path }];
  } catch (error) {
    throw diskError(path, error);
  }
}

function takenOutside(spot: Spot): Blocked[] {
  if (typeof spot === 'string') return [];
  if (statOf(spot.outside)) return [{ because: 'taken', path: spot.outside }];
  const folder = dirname(spot.outside);
  return statOf(folder)?.isDirectory() ? [] : [{ because: 'missing', path: folder }];
}

/** The texts that the steps need, out of the entry that is taken back. */
function keptOf(root: string, id: string, steps: readonly Step[]): Map<string, Uint8Array> {
  const kept = new Map<string, Uint8Array>();
  for (const step of steps) {
    if (step.do !== 'rewrite') continue;
    for (const text of [step.before, step.after]) {
      if (text) kept.set(text.kept, readKept(keptPath(root, id, text.kept)));
    }
  }
  return kept;
}

function readKept(path: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch (cause) {
    throw new DanganError('JOURNAL_DAMAGED', { path }, { cause });
  }
}
