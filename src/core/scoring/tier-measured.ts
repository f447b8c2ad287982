/** The tier that a share or a number comes up to, and how far it is on the way to the next. */
import {
  addDecimals,
  compareDecimals,
  multiplyDecimals,
  quotientOf,
  subtractDecimals,
} from '../system/decimal.js';
import { asTiersAre } from '../system/measures.js';
import type { Measure, ScoringRule, Tier } from '../system/types.js';
import { measuredIn } from './answers.js';
import type { Part } from './part.js';
import type { ScoreEntry } from './scores.js';

export function tierMeasured(rule: ScoringRule, entry: ScoreEntry): Tier | undefined {
  return reachedBy(rule, entry)?.tier;
}

/** With `take: between`, the tier that is reached is worth more on the way to the better one next to it. */
export function withinTiers(
  rule: ScoringRule,
  entry: ScoreEntry,
  rounding: Part['rounding'],
): ScoringRule {
  const found = reachedBy(rule, entry);
  const next = onTheWay(rule, found);
  if (!found?.tier.from || !next?.from) return rule;
  const { tier, measured } = found;
  const way = subtractDecimals(measured.value, found.tier.from.value);
  const whole = subtractDecimals(next.from.value, found.tier.from.value);
  const gain = multiplyDecimals(subtractDecimals(next.points, tier.points), way);
  const points = addDecimals([tier.points, quotientOf(gain, whole, rounding)]);
  return { ...rule, tiers: rule.tiers.map((each) => (each === tier ? { ...tier, points } : each)) };
}

/** Words of the tier that is harder to reach, where what was measured lies between that and the one that is reached. */
export function nextTier(rule: ScoringRule, entry: ScoreEntry): string | undefined {
  return onTheWay(rule, reachedBy(rule, entry))?.when;
}

function onTheWay({ take }: ScoringRule, found: Reached | undefined): Tier | undefined {
  if (take !== 'between' || !found?.tier.from) return undefined;
  return compare(found.measured, found.tier.from) === 0 ? undefined : found.next;
}

interface Reached {
  readonly tier: Tier;
  /** The one that is harder to reach. */
  readonly next: Tier | undefined;
  readonly measured: Measure;
}

/**
 * Of those that a share or a number comes up to, the tier that begins highest; of those that it does not go beyond,
 * the lowest.
 */
function reachedBy(rule: ScoringRule, entry: ScoreEntry): Reached | undefined {
  const given = measuredIn(entry);
  if (!given) return undefined;
  const measured = asTiersAre(rule, given);
  const below = easiestFirst(rule, measured, true);
  const above = easiestFirst(rule, measured, false);
  const at = below.findLastIndex(({ from }) => from && compare(from, measured) >= 0);
  if (at >= 0) return reached(below, at, measured);
  return reached(
    above,
    above.findLastIndex(({ from }) => from && compare(from, measured) <= 0),
    measured,
  );
}

function reached(tiers: readonly Tier[], at: number, measured: Measure): Reached | undefined {
  const tier = tiers[at];
  return tier && { tier, next: tiers[at + 1], measured };
}

/** Tiers that are measured alike: where more is better from the lowest on, where less is, from the highest. */
function easiestFirst(rule: ScoringRule, { isShare }: Measure, isAtMost: boolean): Tier[] {
  const alike = rule.tiers.filter(
    (tier) => tier.from?.isShare === isShare && (tier.isAtMost ?? false) === isAtMost,
  );
  const order = isAtMost ? -1 : 1;
  return alike.sort((a, b) => (a.from && b.from ? order * compare(a.from, b.from) : 0));
}

function compare(a: Measure, b: Measure): number {
  return compareDecimals(a.value, b.value);
}
