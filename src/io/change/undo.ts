/** Taking back what the journal says was done. */
import { readFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { compareIds, nextId, type JournalEntry } from '../../core/change/entry.js';
import { rehearse, type Ground, type Hitch, type Rehearsal } from '../../core/change/rehearse.js';
import {
  reverseChanges,
  reverseSteps,
  TEMPORARY,
  trashOf,
  type Step,
} from '../../core/change/steps.js';
import type { Change } from '../../core/change/types.js';
import { compareText } from '../../core/text.js';
import { DanganError, diskError } from '../../errors.js';
import { listerOf, sha256Of, statOf, type Disk } from '../disk.js';
import { resume, start, withJournal } from './apply.js';
import type { ApplyOptions } from './options.js';
import { removeOldDrafts } from './drafts.js';
import { endEntry, entryNamed, keptPath, readChanges, readJournal, readSteps } from './journal.js';
import { settle } from './make-steps.js';
import { stepsNow } from './steps-now.js';
import { isStill, placeOf, wasEdited } from './steps.js';

interface UndoOptions extends ApplyOptions {
  /** Take back all but what something stands in the way of, and what hangs on that. */
  readonly skip?: boolean | undefined;
  /** Also files that somebody wrote into since, with what was written. */
  readonly edited?: boolean | undefined;
  /** How many of the things in the way an error names. */
  readonly most?: number;
  readonly onSkipped?: (blocked: readonly Blocked[]) => void;
}

/**
 * Take back a change, finished or not. That is a change too, with an entry of its own, so it can be taken back.
 *
 * An undo that was interrupted is carried to its end.
 *
 * @param id - `undefined`: the interrupted change, or else the newest that is no undo and not undone.
 * @returns the entry of the undo.
 * @throws {DanganError} UNDO_BLOCKED - a file is gone or was edited, or a name is taken; nothing was moved.
 *   ENTRY_NOT_FOUND, ENTRY_AMBIGUOUS, ENTRY_UNDONE, NOTHING_TO_UNDO, JOURNAL_UNFINISHED, and those of `applyPlan`.
 */
export async function undo(
  root: string,
  id: string | undefined,
  options: UndoOptions,
): Promise<JournalEntry> {
  // Asked before the lock is taken: what cannot be undone leaves no trace.
  if (readJournal(root).length === 0) {
    throw id === undefined
      ? new DanganError('NOTHING_TO_UNDO', {})
      : new DanganError('ENTRY_NOT_FOUND', { id });
  }
  return withJournal(root, options, async (entries, disk) => {
    const named = id && wholeId(entries, id, options.today);
    const unfinished = entries.findLast(({ state }) => state === 'unfinished');
    if (unfinished?.undoes !== undefined && (id === undefined || named === unfinished.undoes)) {
      await resume(root, unfinished.id, options, disk);
      return entryNamed(root, unfinished.id);
    }
    const target = choose(entries, unfinished, named);
    const next = nextId(
      options.today,
      entries.map((entry) => entry.id),
    );
    await takeBack(root, { target, entries }, next, options, disk);
    removeOldDrafts(root);
    return entryNamed(root, next);
  });
}

/**
 * Leave an interrupted change as it stands, when it can go neither on nor back: nothing is moved.
 *
 * @throws {DanganError} NOTHING_INTERRUPTED; ENTRY_NOT_FOUND.
 */
export async function leave(
  root: string,
  id: string | undefined,
  options: ApplyOptions,
): Promise<JournalEntry> {
  return withJournal(root, options, (entries, disk) => {
    const unfinished = entries.findLast(({ state }) => state === 'unfinished');
    if (!unfinished) throw new DanganError('NOTHING_INTERRUPTED', {});
    if (id !== undefined && wholeId(entries, id, options.today) !== unfinished.id) {
      throw new DanganError('ENTRY_NOT_FOUND', { id });
    }
    // What a killed run left by halves is nobody's.
    settle({ root, id: unfinished.id, disk }, readSteps(root, unfinished.id));
    endEntry(root, unfinished.id, 'closed', disk);
    removeOldDrafts(root);
    return Promise.resolve(entryNamed(root, unfinished.id));
  });
}

/**
 * The id of which `id` is a part: the number of today, or else of the only day that has it; a day with one change.
 *
 * @throws {DanganError} ENTRY_AMBIGUOUS - several changes fit.
 */
function wholeId(entries: readonly JournalEntry[], id: string, today: string): string {
  const [, day, number] = /^(\d{4}-\d\d-\d\d)?-?(\d+)?$/.exec(id) ?? [];
  const fitting = entries.filter(
    (entry) =>
      (day === undefined || entry.id.startsWith(day)) &&
      (number === undefined || entry.id.slice(11) === number.padStart(3, '0')),
  );
  const ofToday = fitting.filter((entry) => entry.id.startsWith(today));
  const [one, ...others] = ofToday.length === 1 ? ofToday : fitting;
  if (one && others.length > 0)
    throw new DanganError('ENTRY_AMBIGUOUS', {
      id,
      entries: fitting.toReversed(),
    });
  return one?.id ?? id;
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

/** Changes since that were made to what stands in the way, the newest first: they have to be taken back before. */
function laterOn(
  root: string,
  target: JournalEntry,
  entries: readonly JournalEntry[],
  blocked: readonly Blocked[],
): string[] {
  const stays = (entry: JournalEntry) => {
    if (entry.state !== 'finished' && entry.state !== 'closed') return false;
    // What took back a later change left nothing of it.
    return entry.undoes === undefined || compareIds(entry.undoes, target.id) < 0;
  };
  return entries
    .filter((entry) => compareIds(entry.id, target.id) > 0 && stays(entry))
    .filter((entry) => readChanges(root, entry.id).some((change) => isAbout(change, blocked)))
    .map(({ id }) => id)
    .reverse();
}

function isAbout(change: Change, blocked: readonly Blocked[]): boolean {
  const paths = [
    'path' in change ? change.path : undefined,
    'from' in change ? change.from : undefined,
    'to' in change ? change.to : undefined,
  ].flatMap((path) => path ?? []);
  const isIn = (a: string, b: string) => a === b || a.startsWith(`${b}/`);
  return blocked.some(({ path }) => paths.some((each) => isIn(path, each) || isIn(each, path)));
}

async function takeBack(
  root: string,
  { target, entries }: { target: JournalEntry; entries: readonly JournalEntry[] },
  id: string,
  options: UndoOptions,
  disk: Disk,
): Promise<void> {
  const made = readSteps(root, target.id);
  const done =
    target.state === 'finished' ? made.length : settle({ root, id: target.id, disk }, made);
  const trash = trashOf(id);
  const wanted = withFolders(reverseSteps(made.slice(0, done), trash), trash);
  const rehearsal = rehearse(wanted, groundOf(root, options));
  const blocked = blocksOf(rehearsal.hitches);
  if (blocked.length > 0) {
    judge(target.id, blocked, rehearsal, {
      ...options,
      later: laterOn(root, target, entries, blocked),
    });
  }
  const steps = await stepsNow(root, rehearsal.feasible, { ...options, disk });
  const all = reverseChanges(readChanges(root, target.id), trashOf(target.id));
  const changes = blocked.length === 0 ? all : all.flatMap((each) => reached(each, rehearsal));
  const kept = keptOf(root, target.id, steps);
  const { today: day } = options;
  const skipped = blocked.length === 0 ? {} : { skipped: blocked.length };
  await start(
    root,
    { id, verb: 'undo', day, undoes: target.id, ...skipped, changes, steps, kept },
    options,
    disk,
  );
}

/** @throws {DanganError} UNDO_BLOCKED, unless what stands in the way is to be passed over. */
function judge(
  id: string,
  blocked: readonly Blocked[],
  { feasible }: Rehearsal,
  { skip, most = 5, onSkipped, later }: UndoOptions & { readonly later: readonly string[] },
): void {
  const canSkip = feasible.some(({ step }) => step.do !== 'make' && step.do !== 'unmake');
  if (skip !== true || !canSkip) {
    const shown = blocked.slice(0, most);
    const edited = blocked.some(({ because }) => because === 'edited');
    const count = blocked.length;
    throw new DanganError('UNDO_BLOCKED', { id, shown, count, canSkip, edited, later });
  }
  onSkipped?.(blocked);
}

/** A change as far as it is made when some steps are passed over. */
function reached(change: Change, { endOf }: Rehearsal): Change[] {
  if (change.do === 'trash') return endOf(change.path) === change.path ? [] : [change];
  if (change.do === 'replace') return endOf(change.by) === change.to ? [change] : [];
  if (change.do !== 'move') return [change];
  const to = endOf(change.from);
  return to === undefined || to === change.from ? [] : [{ ...change, to }];
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

function groundOf(root: string, { edited }: UndoOptions): Ground {
  return {
    list: listerOf(root),
    isFileOutside: (path) => statOf(path)?.isFile() === true,
    hitchOutside(path) {
      if (statOf(path)) return { because: 'taken', spot: { outside: path } };
      const folder = dirname(path);
      return leadsToFolder(folder) ? undefined : { because: 'missing', spot: { outside: folder } };
    },
    isEdited(spot, was) {
      const stat = edited === true ? undefined : statOf(placeOf(root, spot));
      return stat?.isFile() === true && wasEdited(was, stat);
    },
    holds(spot, sha256, was) {
      const path = placeOf(root, spot);
      const stat = statOf(path);
      if (!stat?.isFile() || !isStill(was, stat)) return false;
      try {
        return sha256Of(path) === sha256;
      } catch (error) {
        throw diskError(path, error);
      }
    },
  };
}

/** By a link as well: who named one when files were moved in gets them back by way of it. */
function leadsToFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

/** Something that stands in the way: a path in the archive, or an absolute one. */
export interface Blocked {
  readonly because: Hitch['because'];
  readonly path: string;
}

/** Each place once; temporary names are nobody's. */
function blocksOf(hitches: readonly Hitch[]): Blocked[] {
  const blocked = new Map<string, Blocked>();
  for (const { because, spot } of hitches) {
    const path = typeof spot === 'string' ? spot : spot.outside;
    if (path.includes(TEMPORARY) || blocked.has(path)) continue;
    blocked.set(path, { because, path });
  }
  return [...blocked.values()].sort((a, b) => compareText(a.path, b.path));
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
