import { pointsOf } from '../../system/sums.js';
import { numberMeant } from '../../yaml-file/schema-faults.js';
import type { Indicator, ScoringRule } from '../../system/types.js';
import { eachIndicator } from '../../system/walk.js';
import type { SystemRule } from '../types.js';

/**
 * Points are numbers of at least 0, and are not left out where the indicators beside have them.
 *
 * Tables lose them when they are scanned: `L5分`, `（分）`.
 */
export const scoringPointsInvalid: SystemRule = {
  id: 'scoring-points-invalid',
  severity: 'error',
  fix: 'none',
  properties: ['GD-1-3', 'GD-1-5'],

  *check({ system, problems, locate }) {
    const told = new Set<string>();
    for (const problem of problems) {
      if (problem.kind !== 'points') continue;
      const { at, pointer, found, wrong } = problem;
      told.add(pointer);
      const meant = numberMeant(found);
      yield {
        messageId: 'scoring-points-invalid/value',
        data: { found, wrong, ...(meant !== undefined && { meant }) },
        at,
        title: pointer,
      };
    }
    const groups = [system.indicators];
    for (const { indicator, part } of eachIndicator(system)) {
      if (part === 'indicators') groups.push(indicator.children);
    }
    for (const siblings of groups) {
      const having = siblings.filter((each) => !isWithout(each, hasNoValue));
      if (having.length === 0) continue;
      for (const indicator of siblings) {
        if (!isWithout(indicator, isUnscored)) continue;
        if (told.has(`${indicator.pointer}/points`)) continue;
        yield {
          messageId: 'scoring-points-invalid/missing',
          data: { name: indicator.name, siblings: having.length },
          at: locate(indicator.pointer),
          indicator,
        };
      }
    }
  },
};

/** Nothing says what it is worth: neither itself, nor its share, nor its rules, nor what is below. */
function isWithout(
  indicator: Indicator,
  saysNothing: (rules: readonly ScoringRule[]) => boolean,
): boolean {
  return (
    pointsOf(indicator) === undefined &&
    indicator.weight === undefined &&
    saysNothing(indicator.scoring) &&
    indicator.criteria.every(({ points }) => points === undefined) &&
    indicator.children.every((child) => isWithout(child, saysNothing))
  );
}

/** A rule may be all there is to an indicator: deductions that stand by themselves. */
function isUnscored(rules: readonly ScoringRule[]): boolean {
  return rules.length === 0;
}

/** Rules such as all or nothing say how, and not how much: a system without points has them too. */
function hasNoValue(rules: readonly ScoringRule[]): boolean {
  return rules.every(
    ({ points, each, cap, tiers, range }) =>
      (points ?? each ?? cap ?? range) === undefined && tiers.length === 0,
  );
}
