/** A scoring system as one unit has it. */
import { appliesTo } from './conditions.js';
import { pointsOf } from './sums.js';
import type { Indicator, ScoringSystem } from './types.js';

type Profile = Parameters<typeof appliesTo>[1];

/**
 * A group that does not apply to the unit, and asks for proof of that, is a leaf indicator of this unit: it has a folder
 * for the proof, and nothing below it.
 *
 * @returns the system itself where there is no such group.
 */
export function systemFor(system: ScoringSystem, profile: Profile): ScoringSystem {
  const indicators = listFor(system.indicators, profile);
  const bonus = listFor(system.bonus, profile);
  const isSame = indicators === system.indicators && bonus === system.bonus;
  return isSame ? system : { ...system, indicators, bonus };
}

function listFor(indicators: readonly Indicator[], profile: Profile): readonly Indicator[] {
  const own = indicators.map((each) => indicatorFor(each, profile));
  return own.every((each, at) => each === indicators[at]) ? indicators : own;
}

function indicatorFor(indicator: Indicator, profile: Profile): Indicator {
  const { applies, exempt, children } = indicator;
  if (children.length === 0) return indicator;
  if (appliesTo(applies, profile) === 'no') {
    return exempt && exempt.proof.length > 0 ? withoutChildren(indicator) : indicator;
  }
  const own = listFor(children, profile);
  return own === children ? indicator : { ...indicator, children: own };
}

/** Rules over what was below have nothing left to be about. */
function withoutChildren(indicator: Indicator): Indicator {
  const points = pointsOf(indicator);
  return { ...indicator, points, criteria: [], scoring: [], children: [] };
}
