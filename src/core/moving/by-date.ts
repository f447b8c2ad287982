import { joinPath } from '../archive/paths.js';
import type { Folder } from '../archive/types.js';
import type { Evidence } from '../evidence/types.js';
import { highestOrdinal, type Naming } from '../naming/format.js';
import { renumbered } from '../naming/renumber.js';
import { settleRenames } from '../naming/settle-renames.js';
import type { EvidenceKind } from '../system/types.js';
import type { Rename } from './types.js';

/** What is written before the days that it is about; reports and lists are written after them. */
const BEFORE: readonly EvidenceKind[] = ['plan', 'notice', 'rule'];

/**
 * Number a folder's evidence 1, 2, 3 … by what it is of: a paper of some days stands at the last of them, plans and
 * notices at the first. What is of the same day keeps its order; so does what has no date, behind all that has one.
 *
 * @param evidence - Of this folder, in the order that it has.
 * @returns those whose name changes; none where not all can have their new names.
 */
export function inOrderOfDates(
  folder: Folder,
  evidence: readonly Evidence[],
  naming: Naming,
): readonly Rename[] {
  const own = new Map(folder.files.map((file) => [file.path, file]));
  const files = sortedByDate(evidence, (each) => each).flatMap(({ path }) => own.get(path) ?? []);
  if (files.length > highestOrdinal(naming)) return [];
  const wanted = new Map<string, string>();
  for (const [at, file] of files.entries()) {
    if (file.parts.ordinal !== at + 1) wanted.set(file.name, renumbered(file, at + 1, naming));
  }
  const settled = settleRenames(folder, wanted);
  if (settled.size < wanted.size) return [];
  return [...settled].map(([from, to]) => ({
    from: joinPath(folder.path, from),
    to: joinPath(folder.path, to),
  }));
}

type Dated = Pick<Evidence, 'date' | 'kinds'>;

/** Stable; what has no date comes last. */
export function sortedByDate<T>(all: readonly T[], factsOf: (each: T) => Dated): readonly T[] {
  const keyed = all.map((each) => ({ each, key: placeInTime(factsOf(each)) }));
  return keyed.sort((a, b) => (a.key < b.key ? -1 : Number(a.key > b.key))).map(({ each }) => each);
}

/** Behind the days of a month comes what is of the month, and then what is of its quarter. */
function placeInTime({ date, kinds }: Dated): string {
  if (!date) return '9';
  const isBefore = kinds.length > 0 && kinds.every((kind) => BEFORE.includes(kind));
  const { from, to } = date;
  return isBefore && from !== to ? `${from}a${inverse(to)}` : `${to}b${inverse(from)}`;
}

/** Later days first. */
function inverse(day: string): string {
  return day.replace(/\d/g, (digit) => String(9 - Number(digit)));
}
