/**
 * The journal: `.dangan/journal/<id>/`, one folder for each time that dangan changed the archive.
 *
 *     entry.json   which command, which day, how many changes of each kind
 *     plan.json    the changes
 *     steps.jsonl  the steps, one a line, with what each thing was before
 *     progress     one dot for each step that is made
 *     kept/        texts before and after rewriting
 *     end.json     there when the entry needs no more work
 *
 * All but the last two are on the disk before the first step. Each step is one call to the system, so that a look
 * at the disk tells whether the step after the last dot was made.
 */
import { closeSync, openSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import {
  compareIds,
  countChanges,
  NO_CHANGES,
  type EntryState,
  type JournalEntry,
} from '../../core/change/entry.js';
import type { Step } from '../../core/change/steps.js';
import type { Change } from '../../core/change/types.js';
import { DanganError, isDanganError, knownError } from '../../errors.js';
import { listFolder, statOf, type Disk } from '../disk.js';
import { makeOwnFolder } from '../own-folder.js';

const JOURNAL = '.dangan/journal';
const DRAFT = 'draft-';
const ID = /^\d{4}-\d\d-\d\d-\d{3,}$/;

/** What is written before the first step. */
export interface NewEntry {
  readonly id: string;
  readonly verb: string;
  readonly day: string;
  readonly undoes?: string;
  /** Of an undo: how many things it had to pass over. */
  readonly skipped?: number;
  readonly changes: readonly Change[];
  readonly steps: readonly Step[];
  /** Texts by the name that the steps have for them. */
  readonly kept: ReadonlyMap<string, Uint8Array>;
}

type Facts = Pick<
  JournalEntry,
  'id' | 'verb' | 'day' | 'at' | 'undoes' | 'skipped' | 'counts' | 'steps'
>;

function entryFolder(root: string, id: string): string {
  return join(root, JOURNAL, id);
}

export function keptPath(root: string, id: string, kept: string): string {
  return join(entryFolder(root, id), 'kept', kept);
}

/** The archive's `.dangan/journal`, made when it is not there yet. */
export function openJournal(root: string, disk: Disk): void {
  makeOwnFolder(root, disk);
  if (!statOf(join(root, JOURNAL))) disk.makeFolder(join(root, JOURNAL));
}

/** Write an entry under another name, sync it, then give it its own: it is there wholly or not at all. */
export function writeEntry(root: string, entry: NewEntry, disk: Disk): void {
  const journal = join(root, JOURNAL);
  const draft = join(journal, `${DRAFT}${entry.id}`);
  // Left by runs that ended while they wrote their journal; they had changed nothing.
  for (const { name } of listFolder(journal) ?? []) {
    if (name.startsWith(DRAFT)) rmSync(join(journal, name), { recursive: true, force: true });
  }
  try {
    writeDraft(draft, entry, disk);
    disk.rename(draft, join(journal, entry.id));
  } catch (error) {
    if (isDanganError(knownError(error))) rmSync(draft, { recursive: true, force: true });
    throw error;
  }
  disk.syncFolder(journal);
  disk.syncFolder(join(root, '.dangan'));
  disk.syncFolder(root);
}

function writeDraft(draft: string, entry: NewEntry, disk: Disk): void {
  disk.makeFolder(draft);
  disk.makeFolder(join(draft, 'kept'));
  for (const [name, bytes] of entry.kept) disk.writeNew(join(draft, 'kept', name), bytes);
  const { id, verb, day, undoes, skipped, changes, steps } = entry;
  const counts = countChanges(changes);
  const facts = { id, verb, day, undoes, skipped, counts, steps: steps.length };
  disk.writeNew(join(draft, 'steps.jsonl'), lines(steps));
  disk.writeNew(join(draft, 'plan.json'), json({ schema: 'dangan/plan@1', changes }));
  disk.writeNew(join(draft, 'progress'), Buffer.alloc(0));
  disk.writeNew(join(draft, 'entry.json'), json({ schema: 'dangan/journal@1', ...facts }));
  disk.syncFolder(join(draft, 'kept'));
  disk.syncFolder(draft);
}

/** Take back an entry of which no step was made. First it loses its name: half of one would read as damaged. */
export function dropEntry(root: string, id: string, disk: Disk): void {
  const draft = join(root, JOURNAL, `${DRAFT}${id}`);
  try {
    disk.rename(entryFolder(root, id), draft);
    rmSync(draft, { recursive: true, force: true });
  } catch {
    // An entry that stays can go on, or back; a draft goes with the next entry. Why the run stopped is what to tell.
  }
}

/** Say that an entry needs no more work. */
export function endEntry(root: string, id: string, state: 'finished' | 'closed', disk: Disk): void {
  const folder = entryFolder(root, id);
  rmSync(join(folder, 'end.new'), { force: true });
  disk.writeNew(join(folder, 'end.new'), json({ schema: 'dangan/journal-end@1', state }));
  disk.rename(join(folder, 'end.new'), join(folder, 'end.json'));
  disk.syncFolder(folder);
}

/** Counts the steps that are made. */
export class Progress {
  readonly #handle: number;
  readonly #disk: Disk;

  constructor(root: string, id: string, disk: Disk) {
    this.#handle = openSync(join(entryFolder(root, id), 'progress'), 'a');
    this.#disk = disk;
  }

  tick(): void {
    this.#disk.append(this.#handle, '.');
  }

  close(): void {
    closeSync(this.#handle);
  }
}

/** Set the count of made steps after a look at the disk. */
export function setProgress(root: string, id: string, done: number, disk: Disk): void {
  const path = join(entryFolder(root, id), 'progress');
  if (statSync(path).size === done) return;
  rmSync(`${path}.new`, { force: true });
  disk.writeNew(`${path}.new`, Buffer.alloc(done, '.'));
  disk.rename(`${path}.new`, path);
}

export function readProgress(root: string, id: string): number {
  return statSync(join(entryFolder(root, id), 'progress'), { throwIfNoEntry: false })?.size ?? 0;
}

/** @throws {DanganError} JOURNAL_DAMAGED */
export function readSteps(root: string, id: string): Step[] {
  const path = join(entryFolder(root, id), 'steps.jsonl');
  return readText(path, (text) =>
    text
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as Step),
  );
}

/** @throws {DanganError} JOURNAL_DAMAGED */
export function readChanges(root: string, id: string): readonly Change[] {
  const path = join(entryFolder(root, id), 'plan.json');
  return readText(path, (text) => (JSON.parse(text) as { changes: Change[] }).changes);
}

/**
 * Every entry, oldest first. An undo is an entry too; what it took back is `undone` for as long as the undo itself
 * is not taken back.
 *
 * @throws {DanganError} JOURNAL_DAMAGED
 */
export function readJournal(root: string): JournalEntry[] {
  const ids = (listFolder(join(root, JOURNAL)) ?? [])
    .map(({ name }) => name)
    .filter((name) => ID.test(name))
    .sort(compareIds);
  const undoneBy = new Map<string, string>();
  // Newest first: whether an undo holds is known before what it took back is looked at.
  return ids
    .toReversed()
    .map((id): JournalEntry => {
      const facts = readFacts(root, id);
      const by = undoneBy.get(id);
      const state = by ? 'undone' : endOf(root, id);
      if (facts.undoes !== undefined && state === 'finished') undoneBy.set(facts.undoes, id);
      return { ...facts, ...(by ? { undoneBy: by } : {}), done: readProgress(root, id), state };
    })
    .reverse();
}

/** @throws {DanganError} ENTRY_NOT_FOUND, JOURNAL_DAMAGED */
export function entryNamed(root: string, id: string): JournalEntry {
  const entry = readJournal(root).find((each) => each.id === id);
  if (!entry) throw new DanganError('ENTRY_NOT_FOUND', { id });
  return entry;
}

/** The change that was interrupted and neither finished nor taken back. */
export function unfinishedEntry(root: string): JournalEntry | undefined {
  // Mostly told by names alone, since reading commands ask it too. What was taken back has no end of its own.
  const entries = listFolder(join(root, JOURNAL)) ?? [];
  const isOpen = entries.some(
    ({ name }) => ID.test(name) && !statOf(join(root, JOURNAL, name, 'end.json')),
  );
  return isOpen ? readJournal(root).findLast(({ state }) => state === 'unfinished') : undefined;
}

function readFacts(root: string, id: string): Facts {
  const path = join(entryFolder(root, id), 'entry.json');
  return readText(path, (text) => {
    const { verb, day, undoes, skipped, counts, steps } = JSON.parse(text) as Facts;
    return {
      id,
      verb,
      day,
      at: statSync(path).mtime.toISOString(),
      ...(undoes === undefined ? {} : { undoes }),
      ...(skipped === undefined ? {} : { skipped }),
      // Entries of earlier versions count less.
      counts: { ...NO_CHANGES, ...counts },
      steps,
    };
  });
}

function endOf(root: string, id: string): EntryState {
  const path = join(entryFolder(root, id), 'end.json');
  if (!statOf(path)) return 'unfinished';
  return readText(path, (text) => (JSON.parse(text) as { state: EntryState }).state);
}

function readText<Value>(path: string, parse: (text: string) => Value): Value {
  try {
    // A pipe would be waited for.
    if (!statSync(path).isFile()) throw new DanganError('JOURNAL_DAMAGED', { path });
    return parse(readFileSync(path, 'utf8'));
  } catch (cause) {
    const known = knownError(cause, path);
    // What may not be read is not damaged: nothing needs to be brought back.
    if (isDanganError(known) && known.code === 'PERMISSION_DENIED') throw known;
    throw new DanganError('JOURNAL_DAMAGED', { path }, { cause });
  }
}

function json(value: unknown): Uint8Array {
  return Buffer.from(`${JSON.stringify(value, null, 2)}\n`);
}

function lines(values: readonly unknown[]): Uint8Array {
  return Buffer.from(values.map((value) => `${JSON.stringify(value)}\n`).join(''));
}
