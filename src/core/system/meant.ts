/** Which indicator somebody means by a word: its code, its name, or a part of its name; and what to call it so that it is meant. */
import type { NotMeant } from '../../messages/faults.js';
import { foldName, nearest } from '../text.js';
import type { Indicator, ScoringSystem } from './types.js';
import { eachIndicator, eachRequirement, isLeaf } from './walk.js';

/** What an indicator is known by. */
export interface Known {
  readonly code: string;
  /** Path of codes, `1/1.1`. */
  readonly id: string;
  readonly name: string | undefined;
}

/** As words are compared. Full-width or half-width is the keyboard's state, not what is meant: `(一)` finds `（一）`. */
export function typed(text: string): string {
  return foldName(text).replace(/[！-～]/g, (wide) =>
    String.fromCharCode(wide.charCodeAt(0) - 0xfee0),
  );
}

/** A path of codes by whatever somebody puts between them: `一.2`, `一、2`, `一-2`. */
function pathTyped(text: string): string {
  return typed(text).replace(/\s*[/\\.·、-]\s*/g, '/');
}

function unspaced(text: string): string {
  return typed(text).replace(/\s/g, '');
}

/** Does a word mean what is known? @param word - As `typed` gives it. @param written - As it was typed. */
export type Means = (known: Known, word: string, written: string) => boolean;

/** By code, surest first: a path of codes goes before a code that reads like it, and `A` before `a`. */
export const BY_CODE: readonly Means[] = [
  ({ id }, _, written) => id === written,
  ({ code }, _, written) => code === written,
  ({ id, code }, word) => typed(id) === word || typed(code) === word,
  ({ id }, word) => pathTyped(id) === pathTyped(word),
];

/** By name, surest first: `领导机构`, `1.1 领导机构` as it is shown, `机构`. */
export const BY_NAME: readonly Means[] = [
  ({ name }, word) => name !== undefined && typed(name) === word,
  ({ id, code, name = '' }, word) =>
    [id, code].some((each) => unspaced(`${each}${name}`) === unspaced(word)),
  // A number is a code that there is not, rather than a part of a name.
  ({ name }, word) => name !== undefined && /\p{L}/u.test(word) && typed(name).includes(word),
];

interface Meant<T> {
  /** All that the word may mean by the surest meaning that any has; none for an empty word. */
  readonly found: readonly T[];
  /** By a code: several that are found have the same. */
  readonly isCode: boolean;
}

export function meantBy<T extends Known>(word: string, all: readonly T[]): Meant<T> {
  const written = word.trim();
  const wanted = typed(written);
  for (const means of wanted === '' ? [] : [...BY_CODE, ...BY_NAME]) {
    const found = all.filter((each) => means(each, wanted, written));
    if (found.length > 0) return { found, isCode: BY_CODE.includes(means) };
  }
  return { found: [], isCode: false };
}

/** Indicators of a scoring system that a word means. */
export function indicatorsMeant(
  word: string,
  system: Pick<ScoringSystem, 'indicators' | 'bonus'>,
): Meant<Indicator> {
  return meantBy(
    word,
    eachIndicator(system).map(({ indicator }) => indicator),
  );
}

/** Of a word that means no indicator: what may be meant by it. */
export function notMeant(
  word: string,
  system: Pick<ScoringSystem, 'indicators' | 'bonus'>,
): NotMeant {
  const wanted = typed(word.trim());
  const all = eachIndicator(system).map(({ indicator }) => indicator);
  const codeOf = (indicator: Indicator) => shownCode(indicator, system);
  const asking = all.filter(isLeaf).flatMap((indicator) =>
    eachRequirement(indicator.evidence)
      .filter(({ title }) => wanted.length > 1 && typed(title).includes(wanted))
      .map(({ title }) => ({ code: codeOf(indicator), title })),
  );
  const [first] = all.filter(isLeaf);
  return {
    nearest: nearest(
      word,
      all.flatMap((each) => [codeOf(each), each.name]),
    ),
    asking,
    example: first && codeOf(first),
  };
}

const shown = new WeakMap<object, ReadonlyMap<string, string>>();

/** What an indicator is called where it stands alone: its code, or its path of codes where others have the same code. */
export function shownCode(
  { id, code }: Pick<Indicator, 'id' | 'code'>,
  system: Pick<ScoringSystem, 'indicators' | 'bonus'>,
): string {
  let codes = shown.get(system);
  if (!codes) shown.set(system, (codes = shownCodes(system)));
  return codes.get(id) ?? code;
}

function shownCodes(
  system: Pick<ScoringSystem, 'indicators' | 'bonus'>,
): ReadonlyMap<string, string> {
  const all = eachIndicator(system).map(({ indicator }) => indicator);
  const counts = new Map<string, number>();
  for (const { code } of all) counts.set(code, (counts.get(code) ?? 0) + 1);
  return new Map(all.map(({ id, code }) => [id, counts.get(code) === 1 ? code : id]));
}
