/** Which leaf indicators owe a file of their own. */
import type { Indicator, ScoringSystem } from '../system/types.js';
import { eachIndicator } from '../system/walk.js';
import type { Coverage, LeafCoverage } from './types.js';

/**
 * Those that owe none: what is kept under another indicator (`see`) is owed there, what is optional nowhere, and a
 * bonus that nobody claims is none.
 */
export function owingNothing(system: ScoringSystem, { leaves }: Coverage): readonly LeafCoverage[] {
  const bonus = bonusOf(system);
  return leaves.filter(
    (leaf) => owesNothing(leaf) || (leaf.evidence.length === 0 && bonus.has(leaf.indicator)),
  );
}

/** The indicators that nobody has to claim. */
export function bonusOf(system: ScoringSystem): ReadonlySet<Indicator> {
  const places = eachIndicator(system).filter(({ part }) => part === 'bonus');
  return new Set(places.map(({ indicator }) => indicator));
}

function owesNothing({ state, requirements }: LeafCoverage): boolean {
  if (state === 'exempt') return true;
  return (
    requirements.length > 0 &&
    requirements.every(
      (each) =>
        each.elsewhere !== undefined || each.requirement.optional || each.state === 'exempt',
    )
  );
}
