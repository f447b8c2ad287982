/** Do points that should add up add up? */
import { addDecimals, compareDecimals, ZERO } from './decimal.js';
import type { Decimal } from './decimal.js';
import { appliesTo } from './conditions.js';
import type { Condition, Indicator, ScoringRule } from './types.js';

/** What stands on one side of the sum. */
interface Part {
  /** `undefined` when it gives none. */
  readonly points: Decimal | undefined;
  readonly applies: Condition | undefined;
}

interface Mismatch {
  readonly sum: Decimal;
  /** The unit for which they do not add up; `undefined` when it is so for all. */
  readonly unit: string | undefined;
}

/** Ways of scoring by which the points of the parts need not add up to those of the whole. */
const NOT_A_SUM: ReadonlySet<ScoringRule['rule']> = new Set([
  'add',
  'highest',
  'choose',
  'average',
  'rank',
  'external',
  'judgement',
  'tiers',
  'proportional',
]);

export function addsUp(rules: readonly ScoringRule[]): boolean {
  return !rules.some(({ rule }) => NOT_A_SUM.has(rule));
}

/** An indicator's own points, or those that its children add up to. */
export function pointsOf(indicator: Indicator): Decimal | undefined {
  if (indicator.points) return indicator.points;
  if (indicator.children.length === 0) return undefined;
  const points = indicator.children.map(pointsOf);
  return points.every((each) => each !== undefined) ? addDecimals(points) : undefined;
}

/**
 * Where the parts do not add up to the whole.
 *
 * Parts that only some units have are added up for each unit where conditions name one field of the profile; where
 * nobody can tell which parts meet in one unit, a mismatch is told only if it is one whatever applies.
 */
export function mismatchesOf(whole: Decimal, parts: readonly Part[]): Mismatch[] {
  if (parts.length === 0) return [];
  const known = parts.flatMap(({ points, applies }) => (points ? [{ points, applies }] : []));
  const all = sumOf(known);
  if (known.length < parts.length) {
    // What is missing has a finding of its own; too much is too much without it.
    const always = sumOf(known.filter(({ applies }) => !applies));
    return compareDecimals(always, whole) > 0 ? [{ sum: always, unit: undefined }] : [];
  }
  if (compareDecimals(all, whole) === 0) return [];
  const conditional = known.filter(({ applies }) => applies);
  if (conditional.length === 0) return [{ sum: all, unit: undefined }];
  const units = unitsIn(conditional);
  if (units) {
    const sums = units.values.map((unit) => ({
      unit,
      sum: sumOf(
        known.filter(({ applies }) => appliesTo(applies, { [units.field]: unit }) === 'yes'),
      ),
    }));
    return sums.filter(({ sum }) => compareDecimals(sum, whole) !== 0);
  }
  if (compareDecimals(all, whole) < 0) return [{ sum: all, unit: undefined }];
  const always = sumOf(known.filter(({ applies }) => !applies));
  return compareDecimals(always, whole) > 0 ? [{ sum: always, unit: undefined }] : [];
}

function sumOf(parts: readonly { readonly points: Decimal }[]): Decimal {
  return parts.length === 0 ? ZERO : addDecimals(parts.map(({ points }) => points));
}

/** The values of the one field that all conditions ask for; `undefined` when it is not as plain as that. */
function unitsIn(parts: readonly Part[]): { field: string; values: string[] } | undefined {
  const values = new Set<string>();
  let field: string | undefined;
  for (const { applies } of parts) {
    if (!applies || !('unit' in applies)) return undefined;
    const entries = Object.entries(applies.unit);
    const [first] = entries;
    if (!first || entries.length > 1 || (field !== undefined && field !== first[0]))
      return undefined;
    field = first[0];
    for (const value of first[1]) {
      if (/^[<>≤≥]/.test(value)) return undefined;
      values.add(value);
    }
  }
  return field === undefined ? undefined : { field, values: [...values] };
}
