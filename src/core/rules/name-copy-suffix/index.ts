import { foldersToJudge, type EvidenceFolder } from '../../archive/evidence.js';
import type { EvidenceFile } from '../../archive/types.js';
import { copyMarks, isNumber, type CopyMarks } from '../../naming/copy-marks.js';
import { canonicalName, type Naming } from '../../naming/format.js';
import { settleRenames } from '../../naming/settle-renames.js';
import { isVague } from '../../naming/vague-title.js';
import { lastingTitle } from '../../naming/lasting-title.js';
import { foldName } from '../../text.js';
import type { ArchiveRule } from '../types.js';
import type { Seen } from '../seen.js';

/**
 * A title has nothing left on it of copying and saving again: `(1)`, `副本`, `最终版`.
 *
 * Which of the versions is the one, only a person can say. A set that is numbered 1, 2, 3 … is no copies of one file,
 * and `修订版` is what rules are called that were revised.
 */
export const nameCopySuffix: ArchiveRule = {
  id: 'name-copy-suffix',
  severity: 'warning',
  fix: 'proposes',
  properties: ['GD-1-7', 'GD-1-8'],

  *check(archive) {
    for (const place of foldersToJudge(archive)) {
      const marked = markedIn(place.files);
      if (marked.length > 0) yield* seenIn(place, marked, archive.settings.naming);
    }
  },
};

interface Marked extends CopyMarks {
  readonly file: EvidenceFile;
}

/** Files with marks; the titles that a program made are left to `name-title-vague`. */
function markedIn(files: readonly EvidenceFile[]): Marked[] {
  const marked: Marked[] = [];
  for (const file of files) {
    const found = copyMarks(file.parts.title);
    if (!found || found.marks.every(isRevision) || isVague(file.parts.title)) continue;
    marked.push({ file, ...found });
  }
  return marked;
}

function* seenIn(
  { folder, files }: EvidenceFolder,
  marked: readonly Marked[],
  naming: Naming,
): Generator<Seen> {
  const byTitle = titles(files);
  const sets = numberedSets(marked, byTitle);
  const told = marked.filter(({ title, marks }) => !isOfSet(title, marks, sets));
  const renames = settleRenames(folder, wanted(told, naming));
  for (const { file, title, marks } of told) {
    const { name } = file;
    const place = { path: file.path, title: lastingTitle(file.parts) };
    const [beside] = byTitle.get(foldName(title)) ?? [];
    yield beside === undefined
      ? {
          messageId: 'name-copy-suffix/mark',
          data: { name, marks, suggested: renames.get(name) },
          ...place,
        }
      : { messageId: 'name-copy-suffix/beside', data: { name, marks, beside }, ...place };
  }
}

/** Names by title, folded. */
function titles(files: readonly EvidenceFile[]): Map<string, string[]> {
  const names = new Map<string, string[]>();
  for (const { name, parts } of files) {
    const key = foldName(parts.title);
    const others = names.get(key);
    if (others) others.push(name);
    else names.set(key, [name]);
  }
  return names;
}

/** Titles of sets: two or more with nothing but a number behind them, and none without. */
function numberedSets(
  marked: readonly Marked[],
  byTitle: ReadonlyMap<string, readonly string[]>,
): ReadonlySet<string> {
  const numbers = new Map<string, Set<string>>();
  for (const { title, marks } of marked) {
    if (!isNumbered(marks)) continue;
    const key = foldName(title);
    const others = numbers.get(key);
    if (others) others.add(marks.join());
    else numbers.set(key, new Set([marks.join()]));
  }
  const sets = new Set<string>();
  for (const [key, those] of numbers) if (those.size > 1 && !byTitle.has(key)) sets.add(key);
  return sets;
}

function isOfSet(title: string, marks: readonly string[], sets: ReadonlySet<string>): boolean {
  return isNumbered(marks) && sets.has(foldName(title));
}

function isNumbered(marks: readonly string[]): boolean {
  return marks.length === 1 && marks.every(isNumber);
}

/** `（修订版）` behind the name of rules says which of them it is. */
function isRevision(mark: string): boolean {
  return /^[（(【[]?修订[版稿本]?[）)】\]]?$/.test(mark);
}

function wanted(marked: readonly Marked[], naming: Naming): Map<string, string> {
  const names = new Map<string, string>();
  for (const { file, title } of marked) {
    const name = canonicalName({ ...file.parts, title }, naming);
    if (name !== undefined) names.set(file.name, name);
  }
  return names;
}
