import type { IndicatorScore, Score } from './types.js';

/** All of them, each before those below it, in the order of the system. */
export function* eachOf(scores: readonly IndicatorScore[]): Generator<IndicatorScore> {
  const rest = scores.toReversed();
  for (let next = rest.pop(); next; next = rest.pop()) {
    yield next;
    rest.push(...next.children.toReversed());
  }
}

/** By id, bonus too. */
export function scoresById({
  indicators,
  bonusIndicators,
}: Score): ReadonlyMap<string, IndicatorScore> {
  const all = eachOf([...indicators, ...bonusIndicators]);
  return new Map([...all].map((score) => [score.indicator.id, score]));
}
