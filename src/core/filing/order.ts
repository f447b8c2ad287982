import { compareFiles } from '../archive/reading-order.js';
import { nameOf, parentOf } from '../archive/paths.js';
import { effectiveDate, folderDate } from '../evidence/effective-date.js';
import type { EvidenceDate } from '../evidence/types.js';
import { kindsOf } from '../evidence/kind.js';
import { groupBy } from '../group.js';
import { sortedByDate } from '../moving/by-date.js';
import { parseName } from '../naming/parse.js';
import { bareNumber } from './bare-number.js';
import { NO_YEAR } from './handed-in.js';

/** As people read files that are no part of an archive yet; paths with `/` between their parts. */
export function compareHandedIn(a: string, b: string): number {
  return compareFiles({ path: a, parts: partsOf(a) }, { path: b, parts: partsOf(b) });
}

/**
 * Files in the order in which they are to be filed. The papers of a folder that all have a date come by it, unless all
 * are numbered already; else they come as people read them.
 *
 * @param pathOf - With `/` between its parts.
 */
export function inFilingOrder<T>(files: readonly T[], pathOf: (file: T) => string): readonly T[] {
  const sorted = files.toSorted((a, b) => compareHandedIn(pathOf(a), pathOf(b)));
  const folders = groupBy(sorted, (file) => parentOf(pathOf(file)));
  return [...folders.values()].flatMap((own) => byDate(own, pathOf) ?? own);
}

function byDate<T>(files: readonly T[], pathOf: (file: T) => string): readonly T[] | undefined {
  if (files.every((file) => partsOf(pathOf(file)).ordinal !== undefined)) return undefined;
  const known = new Map(files.map((file) => [file, factsOf(pathOf(file))]));
  const dates = [...known.values()].flatMap(({ date }) => date ?? []);
  // Without its year, 3月 comes before or behind anything.
  const yearless = dates.filter(({ from }) => from.startsWith(`${NO_YEAR}-`)).length;
  const areAlike = yearless === 0 || yearless === files.length;
  if (dates.length < files.length || !areAlike) return undefined;
  return sortedByDate(files, (file) => known.get(file) ?? { date: undefined, kinds: [] });
}

interface Facts {
  readonly date: EvidenceDate | undefined;
  readonly kinds: ReturnType<typeof kindsOf>;
}

/** By its name; its folder tells at most the year. */
function factsOf(path: string): Facts {
  const { title, extension } = parseName(nameOf(path));
  const around = folderDate([nameOf(parentOf(path))], undefined, undefined, NO_YEAR);
  const folder = { date: undefined, years: around.years };
  const { date } = effectiveDate(title, { ledger: undefined, folder, facts: undefined });
  return { date, kinds: kindsOf(title, extension) };
}

/** `1方案` beside `3.jpg` is the first, though its number may be a part of its title. */
function partsOf(path: string): { readonly ordinal: number | undefined } {
  const name = nameOf(path);
  return { ordinal: parseName(name).ordinal ?? bareNumber(name) };
}
