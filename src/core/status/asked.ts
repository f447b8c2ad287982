/** What somebody means who types an indicator, a department or a state. */
import type { State } from '../coverage/types.js';
import { indicatorsMeant, meantBy, typed } from '../system/meant.js';
import type { Indicator, ScoringSystem } from '../system/types.js';
import { eachIndicator, isLeaf } from '../system/walk.js';
import { listedIn, nearest } from '../text.js';
import { ownerNames, STATES } from './status.js';

/** What was found, or what is nearest to the word. */
export type Asked<T> =
  | { readonly found: ReadonlySet<T> }
  | { readonly found: undefined; readonly nearest: string | undefined };

export interface IndicatorsAsked {
  /** Leaf indicators; none where the word means nothing. */
  readonly leaves: ReadonlySet<Indicator>;
  /** Those that have the code that was typed, where that is more than one. */
  readonly repeated: readonly Indicator[];
}

/** Leaf indicators by code, path of codes, name or part of the name; a group stands for all in it. */
export function indicatorsAsked(word: string, system: ScoringSystem): IndicatorsAsked {
  const { found, isCode } = indicatorsMeant(word, system);
  const meant = new Set(found);
  const leaves = eachIndicator(system).filter(
    ({ indicator, above }) =>
      isLeaf(indicator) && (meant.has(indicator) || above.some((each) => meant.has(each))),
  );
  return {
    leaves: new Set(leaves.map(({ indicator }) => indicator)),
    repeated: isCode && found.length > 1 ? found : [],
  };
}

/** Departments by key, name or part of the name; where there is none such, the names of all. */
export function ownersAsked(
  word: string,
  system: ScoringSystem,
): Asked<string> & { readonly known: readonly string[] } {
  const known = [...ownerNames(system)].map(([key, name]) => ({ code: key, id: key, name }));
  const meant = meantBy(word, known).found;
  const names = known.map(({ name }) => name);
  if (meant.length > 0) return { found: new Set(meant.map(({ code }) => code)), known: names };
  return { found: undefined, nearest: nearest(word, names), known: names };
}

/**
 * States by key, or by the words that they are told in: `late,欠缺`.
 *
 * @param words - Of each state, in every language.
 */
export function statesAsked(
  text: string,
  words: readonly Readonly<Record<State, string>>[],
): Asked<State> | { readonly found: undefined; readonly unknown: string } {
  const found = new Set<State>();
  for (const word of listedIn(text).map(typed)) {
    const state = STATES.find(
      (each) => each === word || words.some((own) => typed(own[each]) === word),
    );
    if (!state) return { found: undefined, unknown: word };
    found.add(state);
  }
  return found.size > 0 ? { found } : { found: undefined, unknown: text };
}
