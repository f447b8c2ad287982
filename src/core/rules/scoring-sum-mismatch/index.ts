import {
  addDecimals,
  compareDecimals,
  formatDecimal,
  formatPercent,
  parsePercent,
} from '../../system/decimal.js';
import type { Decimal } from '../../system/decimal.js';
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
 * Shares, of points or of methods, make a whole. Silent where the indicator says that they need not: a cap, the highest,
 * a choice, an average, somebody else's score; and for bonus, which has no fixed sum. Where units differ in what applies
 * to them, each unit's own are added up.
 */
export const scoringSumMismatch: SystemRule = {
  id: 'scoring-sum-mismatch',
  severity: 'error',
  fix: 'none',
  properties: ['GD-1-5'],

  *check(source) {
    // What was not read, or not as a number, is not in the sum.
    if (source.problems.some(isUnread)) return;
    yield* methodsOf(source);
    yield* totalOf(source);
    for (const { indicator, part } of eachIndicator(source.system)) {
      if (part === 'bonus' || indicator.cap || !addsUp(indicator.scoring)) continue;
      if (indicator.children.some(isShare)) {
        yield* sharesOf(indicator.children, source, indicator);
        continue;
      }
      yield* childrenOf(indicator, source);
      yield* criteriaOf(indicator, source);
    }
  },
};

function isUnread(problem: ReadingProblem): boolean {
  if (problem.kind === 'points') return problem.wrong === 'negative';
  return problem.kind === 'yaml' && ['duplicate-key', 'dash-missing'].includes(problem.fault.fault);
}

/** Where they make no whole, the score does not go by them. */
function* methodsOf({ system, locate }: SystemSource): Generator<Seen> {
  const shares = Object.values(system.methods);
  const sum = addDecimals(shares);
  if (shares.length === 0 || compareDecimals(sum, HUNDRED) === 0) return;
  yield {
    messageId: 'scoring-sum-mismatch/methods',
    data: { sum: `${formatDecimal(sum)}%`, count: shares.length },
    at: locate('/methods'),
    title: 'methods',
  };
}

const HUNDRED: Decimal = { units: 100n, scale: 0 };
const WHOLE: Decimal = { units: 1n, scale: 0 };

function isShare({ weight }: Indicator): boolean {
  return weight !== undefined;
}

function* sharesOf(
  parts: readonly Indicator[],
  { locate }: SystemSource,
  indicator?: Indicator,
): Generator<Seen> {
  const shares = parts.map(({ weight = '', applies }) => ({
    points: parsePercent(weight),
    applies,
  }));
  const at = locate(outermost(parts.filter(isShare).map((part) => pointerTo(part, 'weight'))));
  for (const { sum, unit } of mismatchesOf(WHOLE, shares)) {
    yield {
      messageId: 'scoring-sum-mismatch/shares',
      data: { sum: formatPercent(sum), count: parts.length, unit },
      at,
      ...(indicator && { indicator }),
      title: unit ?? 'weight',
    };
  }
}

function* totalOf(source: SystemSource): Generator<Seen> {
  const { system, locate } = source;
  const { total, indicators } = system;
  if (!addsUp(system.scoring)) return;
  if (indicators.some(isShare)) yield* sharesOf(indicators, source);
  if (!total || indicators.some(isShare)) return;
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
