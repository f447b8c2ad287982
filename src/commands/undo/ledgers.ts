/** What ledgers say of files that an undo has put aside: nobody would look for it there. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { nameOf, parentOf, joinPath, type ArchivePath } from '../../core/archive/paths.js';
import { compareIds, type JournalEntry } from '../../core/change/entry.js';
import type { Change } from '../../core/change/types.js';
import { LEDGER } from '../../core/ledger/file.js';
import { foldName } from '../../core/text.js';
import { readChanges, readJournal } from '../../io/change/journal.js';
import { statOf } from '../../io/disk.js';
import { parseLedger } from '../../io/ledger/read-ledgers.js';

interface LeftInLedger {
  readonly path: ArchivePath;
  /** Entries whose files are put aside. */
  readonly count: number;
  /** The change that wrote them, the last one of several. */
  readonly by: string;
}

/** Entries about files put aside; none where that cannot be read: the undo is done, and is not to look as if it had failed. */
export function leftAfter(root: string, entry: JournalEntry): readonly LeftInLedger[] {
  try {
    return leftInLedgers(root, entry);
  } catch {
    return [];
  }
}

/** Entries of ledgers that later changes wrote about files that are no longer there. */
function leftInLedgers(root: string, { id, undoes }: JournalEntry): LeftInLedger[] {
  if (undoes === undefined) return [];
  const aside = new Set(
    readChanges(root, id).flatMap((each) => (each.do === 'trash' ? [each.path] : [])),
  );
  const writers = new Map<ArchivePath, string>();
  for (const entry of aside.size === 0 ? [] : readJournal(root)) {
    if (entry.state !== 'finished' || compareIds(entry.id, undoes) <= 0) continue;
    for (const change of readChanges(root, entry.id)) {
      if (writesAbout(change, aside)) writers.set(change.path, entry.id);
    }
  }
  return [...writers].flatMap(([path, by]) => {
    const count = entriesAbout(root, path, aside);
    return count === 0 ? [] : [{ path, count, by }];
  });
}

function writesAbout(
  change: Change,
  aside: ReadonlySet<ArchivePath>,
): change is Extract<Change, { readonly do: 'rewrite' }> {
  if (change.do !== 'rewrite' || nameOf(change.path) !== LEDGER) return false;
  const folder = parentOf(change.path);
  return (change.said ?? []).some(({ of }) => aside.has(joinPath(folder, of)));
}

function entriesAbout(root: string, path: ArchivePath, aside: ReadonlySet<ArchivePath>): number {
  const place = join(root, path);
  if (statOf(place)?.isFile() !== true) return 0;
  const folder = parentOf(path);
  const names = new Set([...aside].map(foldName));
  const { entries } = parseLedger(path, readFileSync(place, 'utf8'));
  return entries.filter(
    ({ file }) => file !== undefined && names.has(foldName(joinPath(folder, file))),
  ).length;
}
