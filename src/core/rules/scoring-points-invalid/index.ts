import { pointsOf } from '../../system/sums.js';
import type { Indicator } from '../../system/types.js';
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
      yield {
        messageId: 'scoring-points-invalid/value',
        data: { found, wrong },
        at,
        title: pointer,
      };
    }
    const groups = [system.indicators];
    for (const { indicator, part } of eachIndicator(system)) {
      if (part === 'indicators') groups.push(indicator.children);
    }
    for (const siblings of groups) {
      const without = siblings.filter(isWithout);
      if (without.length === siblings.length) continue;
      for (const indicator of without) {
        if (told.has(`${indicator.pointer}/points`)) continue;
        yield {
          messageId: 'scoring-points-invalid/missing',
          data: { name: indicator.name, siblings: siblings.length - without.length },
          at: locate(indicator.pointer),
          indicator,
        };
      }
    }
  },
};

/** Nothing says what it is worth: neither itself, nor its share, nor how it is scored, nor what is below. */
function isWithout(indicator: Indicator): boolean {
  return (
    pointsOf(indicator) === undefined &&
    indicator.weight === undefined &&
    indicator.scoring.length === 0 &&
    indicator.criteria.every(({ points }) => points === undefined) &&
    indicator.children.every(isWithout)
  );
}
