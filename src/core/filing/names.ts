/** What files are called once they are filed. */
import { canonicalName, formatName, highestOrdinal, type Naming } from '../naming/format.js';
import { parseName } from '../naming/parse.js';
import type { EvidenceName } from '../naming/types.js';
import { parsedTogether } from './bare-number.js';
import type { HandedIn } from './handed-in.js';
import { titlesFromNames, titlesFromOne, type GivenTitle, type Incoming } from './titles.js';

export interface Filing {
  /** One for each incoming name, in the same order. */
  readonly names: readonly string[];
  /** The last ordinal given is greater than the naming rule allows. */
  readonly overflows: boolean;
}

/**
 * Number incoming files on from the highest ordinal there. Gaps are not filled: printed lists cite the numbers.
 *
 * @param there - The evidence in the folder; a date taken for an ordinal does not count.
 * @param given - One title for all of them.
 */
export function nameIncoming(
  incoming: readonly (HandedIn & Pick<Incoming, 'isKept'>)[],
  there: readonly EvidenceName[],
  naming: Naming,
  given?: GivenTitle,
): Filing {
  const highest = highestOrdinal(naming);
  const taken = there.flatMap(({ ordinal = 0 }) => (ordinal <= highest ? ordinal : []));
  const first = taken.reduce((most, ordinal) => Math.max(most, ordinal), 0) + 1;
  const parts = parsedTogether(incoming.map(({ name }) => name));
  const told = incoming.map((each, at): Incoming => ({
    ...each,
    parts: parts[at] ?? parseName(each.name),
  }));
  const titles =
    given === undefined
      ? titlesFromNames(told, there)
      : titlesFromOne({ ...given, title: titleTyped(given.title, told) }, told, there);
  const names = told.map(({ parts: { extension } }, at) =>
    filedName(
      incoming[at]?.name ?? '',
      { ordinal: first + at, title: titles[at] ?? '', extension },
      naming,
    ),
  );
  return { names, overflows: first + incoming.length - 1 > highest };
}

/** A title that was typed as the whole name is to be: `01：会议通知.docx` is `会议通知`. */
export function titleTyped(typed: string, incoming: readonly Incoming[]): string {
  const { digits, separator, title, extension } = parseName(typed);
  if (title === '') return typed;
  const isOwn = incoming.every(
    ({ parts }) => parts.extension.toLowerCase() === extension.toLowerCase(),
  );
  const named = isOwn ? typed.slice(0, typed.length - extension.length) : typed;
  const isNumbered = digits.length < 4 && /^\s*[:：]\s*$/.test(separator);
  return isNumbered ? named.slice(named.indexOf(separator) + separator.length) : named;
}

export function filedName(
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
