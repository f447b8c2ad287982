/** What is scored in one piece: an indicator, or one of its criteria that has points of its own. */
import type { RequirementCoverage } from '../coverage/types.js';
import type { Evidence } from '../evidence/types.js';
import type { EvidenceState } from '../ledger/types.js';
import {
  addDecimals,
  compareDecimals,
  roundDecimal,
  minDecimal,
  multiplyDecimals,
  parsePercent,
  subtractDecimals,
  ZERO,
  type Decimal,
  type Rounding,
} from '../system/decimal.js';
import type { Condition, Criterion, Indicator, ScoringRule, Threshold } from '../system/types.js';
import { surely, type Amount, type Draft } from './amount.js';
import type { Item } from './grades.js';
import type { ScoreEntry } from './scores.js';
import { supportOf, type Support } from './support.js';
import type { Overclaim, Taken } from './types.js';

/** A scoring rule with its number in the file, and what people answered to it. */
export interface AskedRule {
  readonly rule: ScoringRule;
  readonly number: number;
  readonly entries: readonly ScoreEntry[];
}

export interface Part {
  readonly indicator: Indicator;
  readonly criterion: Criterion | undefined;
  /** `undefined` where only the rules say how much there is to earn. */
  readonly points: Decimal | undefined;
  readonly rules: readonly AskedRule[];
  /** The most that its deductions take off together, at the best and at the worst. */
  readonly limit: Taken | undefined;
  /** The requirements that it is about. */
  readonly covers: readonly RequirementCoverage[];
  /** Those whose missing pieces are taken off by something within it that has no points of its own. */
  readonly countedBelow?: readonly RequirementCoverage[];
  /** All that is filed for it, whether anything asks for it or not. */
  readonly evidence: readonly Evidence[];
  /** What grades by criteria count. */
  readonly criteria: readonly (Item & { readonly criterion: Criterion })[];
  /** About the part as a whole, not about one of its rules. */
  readonly entry: ScoreEntry | undefined;
  readonly thresholds: readonly Threshold[];
  /** Handing in closes on one day for all. */
  readonly closes: boolean;
  /** Whether it applies is not known. */
  readonly condition: Condition | undefined;
  /** Points count only when somebody claims them. */
  readonly bonus: boolean;
  /** Shares of the system's grades. */
  readonly grades: Readonly<Record<string, string>>;
  /** How points that do not come out even are brought to decimals. */
  readonly rounding: Rounding;
  /** The system rounds what each indicator comes to. */
  readonly isRounded: boolean;
}

/** What a rule, or a part, comes to. */
export interface Outcome {
  readonly amount: Amount;
  /** The most that there is to earn; in a bonus part, what was claimed. */
  readonly atStake: Decimal;
  readonly drafts: readonly Draft[];
  /** What people said that it rests on. */
  readonly entries: readonly ScoreEntry[];
  readonly overclaims: readonly Overclaim[];
}

export function whole(count: number): Decimal {
  return { units: BigInt(count), scale: 0 };
}

export const NO_OUTCOME: Outcome = {
  amount: { low: ZERO, high: ZERO },
  atStake: ZERO,
  drafts: [],
  entries: [],
  overclaims: [],
};

export function mergeOutcomes(outcomes: readonly Outcome[]): Outcome {
  return {
    amount: {
      low: addDecimals(outcomes.map(({ amount }) => amount.low)),
      high: addDecimals(outcomes.map(({ amount }) => amount.high)),
    },
    atStake: addDecimals(outcomes.map(({ atStake }) => atStake)),
    drafts: outcomes.flatMap(({ drafts }) => drafts),
    entries: outcomes.flatMap(({ entries }) => entries),
    overclaims: outcomes.flatMap(({ overclaims }) => overclaims),
  };
}

/**
 * Can a person's word count at all? Not where evidence is asked for and nothing is there; nor for bonus, where
 * nothing is filed for it.
 */
export function bearsClaims(part: Part, support: Support = supportOf(part.covers)): boolean {
  if (support === 'none') return false;
  return !(
    part.bonus &&
    support === 'unasked' &&
    part.indicator.files &&
    bearing(part).length === 0
  );
}

/** What is filed and can be behind a claim: no draft, nothing that was returned or is of another time. */
export function bearing({ evidence, covers }: Part): readonly Evidence[] {
  const outside = new Set(
    covers.flatMap(({ lacks }) =>
      lacks.flatMap((lack) => (lack.is === 'window' ? [lack.evidence] : [])),
    ),
  );
  return evidence.filter((each) => !isUnready(each.entry?.state) && !outside.has(each));
}

function isUnready(state: EvidenceState | undefined): boolean {
  return state === 'draft' || state === 'returned';
}

/**
 * Points that a person gives, of so many, as far as the evidence bears them.
 *
 * @param bears - The most that the evidence bears.
 */
export function given(
  part: Part,
  entry: ScoreEntry,
  claimed: Decimal,
  bears: Decimal,
  full: Decimal,
): Outcome {
  const wanted = minDecimal(claimed, full);
  const points = minDecimal(wanted, bears);
  const isOver = compareDecimals(claimed, bears) > 0;
  return {
    amount: { low: points, high: points },
    atStake: part.bonus ? points : full,
    drafts: [
      ...unborne(part, entry, bears, subtractDecimals(wanted, points)),
      ...(part.bonus ? [] : [surely({ is: 'given', entry }, subtractDecimals(full, wanted))]),
    ],
    entries: [entry],
    overclaims: isOver ? [overclaim(part, entry, claimed, bears)] : [],
  };
}

/** Points that a person claims beyond what the evidence bears; those of a bonus were never there to be lost. */
export function unborne(
  { bonus }: Part,
  entry: ScoreEntry,
  supported: Decimal,
  points: Decimal,
): readonly Draft[] {
  return bonus ? [] : [surely({ is: 'unsupported', entry, supported }, points)];
}

export function overclaim(
  { indicator, criterion }: Part,
  entry: ScoreEntry,
  claimed: Decimal,
  supported: Decimal,
): Overclaim {
  return { entry, indicator, criterion, claimed, supported };
}

/** Points in an entry: as such, or as a share or grade of so many. */
export function pointsIn(part: Part, entry: ScoreEntry, full: Decimal): Decimal | undefined {
  if (entry.points) return entry.points;
  if (entry.met !== undefined) return entry.met ? full : ZERO;
  const share =
    entry.grade === undefined ? parsePercent(entry.share ?? '') : shareOf(part, entry.grade);
  return share && roundDecimal(multiplyDecimals(full, share), part.rounding);
}

export function shareOf({ grades }: Part, grade: string): Decimal | undefined {
  return parsePercent(grades[grade] ?? '');
}
