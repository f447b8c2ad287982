/** What files are called once they are filed. */
import { cleanTitle } from '../naming/clean-title.js';
import { canonicalName, formatName, highestOrdinal, type Naming } from '../naming/format.js';
import { parseName } from '../naming/parse.js';
import type { EvidenceName } from '../naming/types.js';

export interface Filing {
  /** One for each incoming name, in the same order. */
  readonly names: readonly string[];
  /** The last ordinal given is greater than the naming rule allows. */
  readonly overflows: boolean;
}

/**
 * Number incoming files on from the highest ordinal there. Gaps are not filled: printed lists cite the numbers.
 *
 * Their own ordinals are taken off, titles lose the marks of copies and versions.
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
  const names = incoming.map((name, at) => filedName(name, first + at, naming, title));
  return { names, overflows: first + incoming.length - 1 > highest };
}

function filedName(
  name: string,
  ordinal: number,
  naming: Naming,
  title: string | undefined,
): string {
  const parts = parseName(name);
  const { extension } = parts;
  const written = canonicalName(
    { ordinal, title: title ?? cleanTitle(parts.title), extension },
    naming,
  );
  // `01.docx` has no title: what it was called is all there is to tell.
  const called = name.slice(0, name.length - extension.length) || UNTITLED;
  return (
    written ??
    canonicalName({ ordinal, title: called, extension }, naming) ??
    formatName({ ordinal, title: UNTITLED, extension }, naming)
  );
}

const UNTITLED = '无题名';
