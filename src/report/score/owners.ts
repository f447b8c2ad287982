/** Points by owner, only where somebody asks: departments are not ranked by what they are given to do. */
import { addTallies, NO_TALLY } from '../../core/scoring/amount.js';
import type { IndicatorScore, Score, Tally } from '../../core/scoring/types.js';
import { ZERO } from '../../core/system/decimal.js';
import type { ScoringSystem } from '../../core/system/types.js';
import { eachIndicator, ownersOf } from '../../core/system/walk.js';

export interface OwnerTally {
  readonly name: string;
  readonly tally: Tally;
}

/** In the order of the scoring system; what several owe counts for each of them. */
export function ownerTallies(score: Score, system: ScoringSystem): readonly OwnerTally[] {
  const owners = new Map(
    [...eachIndicator(system)].map((place) => [place.indicator, ownersOf(place)]),
  );
  const byOwner = new Map<string, Tally>(Object.keys(system.owners).map((key) => [key, NO_TALLY]));
  // Bonus comes on top, here as in the total: there is no more at stake than without it.
  const bonus = lowest(score.bonusIndicators).map((each) => ({ ...each, atStake: ZERO }));
  for (const each of [...lowest(score.indicators), ...bonus]) {
    for (const owner of owners.get(each.indicator) ?? []) {
      byOwner.set(owner, addTallies([byOwner.get(owner) ?? NO_TALLY, each]));
    }
  }
  return [...byOwner].map(([key, tally]) => ({ name: system.owners[key] ?? key, tally }));
}

/** Those with points that have none below them. */
function lowest(scores: readonly IndicatorScore[]): IndicatorScore[] {
  return scores.flatMap((score) => {
    const below = lowest(score.children.filter((child) => child.scored));
    if (below.length > 0) return below;
    return score.scored ? [score] : [];
  });
}
