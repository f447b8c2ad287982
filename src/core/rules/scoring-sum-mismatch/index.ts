import { formatDecimal } from '../../system/decimal.js';
import { outermost, pointerTo } from '../../system/pointers.js';
import { addsUp, mismatchesOf, pointsOf } from '../../system/sums.js';
import type { ReadingProblem, SystemSource } from '../../system/source.js';
import type { Indicator } from '../../system/types.js';
import { eachIndicator } from '../../system/walk.js';
import type { SystemRule } from '../types.js';
import type { Seen } from '../seen.js';

/**
 * Points below add up to the points above, exactly.
 *
 * Silent where the indicator says that they need not: a cap, shares instead of points, the highest, a choice, an
 * average, somebody else's score; and for bonus, which has no fixed sum. Where units differ in what applies to them,
 * each unit's own points are added up.
 */
export const scoringSumMismatch: SystemRule = {
  id: 'scoring-sum-mismatch',
  severity: 'error',
  fix: 'none',
  properties: ['GD-1-5'],

  *check(source) {
    // What was not read, or not as a number, is not in the sum.
    if (source.problems.some(isUnread)) return;
    yield* totalOf(source);
    for (const { indicator, part } of eachIndicator(source.system)) {
      if (part === 'bonus' || indicator.cap || !addsUp(indicator.scoring)) continue;
      if (indicator.children.some(({ weight }) => weight !== undefined)) continue;
      yield* childrenOf(indicator, source);
      yield* criteriaOf(indicator, source);
    }
  },
};

function isUnread(problem: ReadingProblem): boolean {
  if (problem.kind === 'points') return problem.wrong === 'negative';
  return problem.kind === 'yaml' && ['duplicate-key', 'dash-missing'].includes(problem.fault.fault);
}

function* totalOf({ system, locate }: SystemSource): Generator<Seen> {
  const { total, indicators } = system;
  if (!total || !addsUp(system.scoring)) return;
  if (indicators.some(({ weight }) => weight !== undefined)) return;
  const at = locate('/total');
  const points = formatDecimal(total);
  for (const { sum, unit } of mismatchesOf(total, indicators.map(partOf))) {
    const said = { points, sum: formatDecimal(sum) };
    yield unit === undefined
      ? {
          messageId: 'scoring-sum-mismatch/total',
          data: { ...said, count: indicators.length },
          at,
          title: 'total',
        }
      : { messageId: 'scoring-sum-mismatch/total-unit', data: { ...said, unit }, at, title: unit };
  }
}

function* childrenOf(indicator: Indicator, { locate }: SystemSource): Generator<Seen> {
  const { points: whole, children } = indicator;
  if (!whole || children.length === 0) return;
  // A system may give points on one level only.
  if (children.every((child) => pointsOf(child) === undefined)) return;
  const at = locate(saidLast(indicator));
  const points = formatDecimal(whole);
  for (const { sum, unit } of mismatchesOf(whole, children.map(partOf))) {
    const said = { points, sum: formatDecimal(sum) };
    yield unit === undefined
      ? {
          messageId: 'scoring-sum-mismatch/children',
          data: { ...said, count: children.length },
          at,
          indicator,
          title: 'children',
        }
      : {
          messageId: 'scoring-sum-mismatch/unit',
          data: { ...said, unit },
          at,
          indicator,
          title: unit,
        };
  }
}

/** Where an overlay changes the points of the whole or of a part, or takes a part out: there they no longer add up. */
function saidLast(indicator: Indicator): string {
  const removing =
    indicator.replaced?.['remove'] === undefined ? [] : [pointerTo(indicator, 'remove')];
  const parts = indicator.children.map((child) => pointerTo(child, 'points'));
  return outermost([pointerTo(indicator, 'points'), ...removing, ...parts]);
}

function* criteriaOf(indicator: Indicator, { locate }: SystemSource): Generator<Seen> {
  const { points: whole, criteria } = indicator;
  if (!whole || criteria.every(({ points }) => points === undefined)) return;
  const at = locate(pointerTo(indicator, 'points'));
  for (const { sum } of mismatchesOf(whole, criteria)) {
    yield {
      messageId: 'scoring-sum-mismatch/criteria',
      data: { points: formatDecimal(whole), sum: formatDecimal(sum), count: criteria.length },
      at,
      indicator,
      title: 'criteria',
    };
  }
}

function partOf(indicator: Indicator): {
  points: Indicator['points'];
  applies: Indicator['applies'];
} {
  return { points: pointsOf(indicator), applies: indicator.applies };
}
