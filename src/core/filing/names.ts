/** What files are called once they are filed. */
import { groupBy } from '../group.js';
import { cleanTitle } from '../naming/clean-title.js';
import { copyMarks, isNumber } from '../naming/copy-marks.js';
import { canonicalName, formatName, highestOrdinal, type Naming } from '../naming/format.js';
import { parseName } from '../naming/parse.js';
import type { EvidenceName } from '../naming/types.js';
import { foldName } from '../text.js';

export interface Filing {
  /** One for each incoming name, in the same order. */
  readonly names: readonly string[];
  /** The last ordinal given is greater than the naming rule allows. */
  readonly overflows: boolean;
}

/**
 * Number incoming files on from the highest ordinal there. Gaps are not filled: printed lists cite the numbers.
 *
 * Their own ordinals are taken off, titles lose the marks of copies and versions, unless those tell papers apart.
 *
 * @param there - The evidence in the folder; a date taken for an ordinal does not count.
 * @param title - In place of the title in the name; for one file.
 */
export function nameIncoming(
  incoming: readonly string[],
  there: readonly EvidenceName[],
  naming: Naming,
  title?: string,
): Filing {
  const highest = highestOrdinal(naming);
  const taken = there.flatMap(({ ordinal = 0 }) => (ordinal <= highest ? ordinal : []));
  const first = taken.reduce((most, ordinal) => Math.max(most, ordinal), 0) + 1;
  const parts = incoming.map(parseName);
  const titles = title === undefined ? titlesOf(parts, there) : parts.map(() => title);
  const names = incoming.map((name, at) => {
    const { extension = '' } = parts[at] ?? {};
    return filedName(name, { ordinal: first + at, title: titles[at] ?? '', extension }, naming);
  });
  return { names, overflows: first + incoming.length - 1 > highest };
}

/**
 * `方案第1稿` and `方案第2稿` keep what tells them apart: which of them counts is for people to say. Numbers of copies go,
 * for the ordinals keep their order.
 */
function titlesOf(incoming: readonly EvidenceName[], there: readonly EvidenceName[]): string[] {
  const clean = incoming.map((parts) => ({ ...parts, title: cleanTitle(parts.title) }));
  const papers = groupBy([...clean, ...there], paperOf);
  return incoming.map(({ title }, at) => {
    const own = clean[at];
    const isAlone = !own || papers.get(paperOf(own))?.length === 1;
    const marks = isAlone ? undefined : copyMarks(title)?.marks;
    return marks?.some((mark) => !isNumber(mark)) ? title : (own?.title ?? title);
  });
}

function paperOf({ title, extension }: EvidenceName): string {
  return `${foldName(title)}${extension.toLowerCase()}`;
}

function filedName(
  name: string,
  parts: Pick<Required<EvidenceName>, 'ordinal' | 'title' | 'extension'>,
  naming: Naming,
): string {
  const { ordinal, extension } = parts;
  // `01.docx` has no title: what it was called is all there is to tell.
  const called = name.slice(0, name.length - extension.length) || UNTITLED;
  return (
    canonicalName(parts, naming) ??
    canonicalName({ ordinal, title: called, extension }, naming) ??
    formatName({ ordinal, title: UNTITLED, extension }, naming)
  );
}

const UNTITLED = '无题名';
