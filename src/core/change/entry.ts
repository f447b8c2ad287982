/** An entry of the journal, as `log` shows it. */
import { parentOf, type ArchivePath } from '../archive/paths.js';
import { compareFolders } from '../archive/reading-order.js';
import { compareText } from '../text.js';
import { folderMoves } from './place-of.js';
import type { Change, Said } from './types.js';

export interface Counts {
  readonly created: number;
  readonly renamed: number;
  readonly moved: number;
  readonly trashed: number;
  readonly added: number;
  readonly replaced: number;
  readonly rewritten: number;
}

export const NO_CHANGES: Counts = {
  created: 0,
  renamed: 0,
  moved: 0,
  trashed: 0,
  added: 0,
  replaced: 0,
  rewritten: 0,
};

export type EntryState =
  | 'finished'
  /** Interrupted: some steps are made and some are not. */
  | 'unfinished'
  | 'undone'
  /** Left as it was, by a person's decision. */
  | 'closed';

export interface JournalEntry {
  /** `2020-11-22-001`: the day, and a number in it. Sorts by age. */
  readonly id: string;
  /** The command: `fix`, `scaffold`, `add`, `undo`. */
  readonly verb: string;
  readonly day: string;
  /** When its record was written, as the file system has it: `2020-11-22T07:03:12.000Z`. */
  readonly at: string;
  /** For an undo: what it took back. */
  readonly undoes?: string;
  /** For an undo: how many things it passed over, because something stood in the way. */
  readonly skipped?: number;
  readonly undoneBy?: string;
  readonly counts: Counts;
  readonly steps: number;
  readonly done: number;
  readonly state: EntryState;
}

/** A thing that keeps its folder is renamed, also when that folder gets another name; else it is moved. */
export function countChanges(changes: readonly Change[]): Counts {
  const place = folderMoves(changes);
  const counts = { ...NO_CHANGES };
  for (const change of changes) {
    switch (change.do) {
      case 'create-folder':
        counts.created += 1;
        break;
      case 'move':
        counts[place(parentOf(change.from)) === parentOf(change.to) ? 'renamed' : 'moved'] += 1;
        break;
      case 'trash':
        counts.trashed += 1;
        break;
      case 'file':
        counts.added += 1;
        break;
      case 'replace':
        counts.replaced += 1;
        break;
      case 'rewrite':
        counts.rewritten += 1;
        break;
    }
  }
  return counts;
}

/** What changes are about: how many files and folders, and where these are afterwards. */
export interface Touched {
  readonly files: number;
  readonly folders: number;
  /** Folders that hold those files, and the folders themselves; a text in the archive's own folder by its name. */
  readonly places: readonly ArchivePath[];
  /** What was set, where a person set single things. */
  readonly said: readonly Said[];
}

export function touchedBy(changes: readonly Change[]): Touched {
  const places = new Set<ArchivePath>();
  let folders = 0;
  for (const change of changes) {
    const path = 'to' in change ? change.to : change.path;
    const isFolder = change.do === 'create-folder' || ('of' in change && change.of === 'folder');
    if (isFolder) folders += 1;
    places.add(isFolder ? path : parentOf(path) || path);
  }
  const said = changes.flatMap(saidBy);
  return {
    files: changes.length - folders,
    folders,
    places: [...places].sort(compareFolders),
    said,
  };
}

/** What a change set of single things; nothing where it did something else. */
export function saidBy(change: Change): readonly Said[] {
  return change.do === 'rewrite' ? (change.said ?? []) : [];
}

/** By age: the number has three digits, or as many as a very busy day needs. */
export function compareIds(a: string, b: string): number {
  return compareText(a.slice(0, 10), b.slice(0, 10)) || a.length - b.length || compareText(a, b);
}

/** The id after these: in order even when the clock was set back. */
export function nextId(today: string, ids: readonly string[]): string {
  const last = [...ids].sort(compareIds).at(-1) ?? '';
  const day = last.slice(0, 10) > today ? last.slice(0, 10) : today;
  const number = last.startsWith(day) ? Number(last.slice(11)) + 1 : 1;
  return `${day}-${String(number).padStart(3, '0')}`;
}
