/** The self score: what `score` prints. It is the unit's own reckoning, never the verdict of those who inspect. */
import type { Offer } from '../../messages/score-words.js';
import type { RequirementCoverage, VetoCoverage } from '../coverage/types.js';
import type { Evidence } from '../evidence/types.js';
import type { Decimal } from '../system/decimal.js';
import type {
  Band,
  BandGrade,
  Condition,
  Criterion,
  Indicator,
  ScoringRule,
  Threshold,
} from '../system/types.js';
import type { ScoreEntry } from './scores.js';
import type { Missing } from './support.js';

/** What deductions take off when all that is undecided comes out well, and when all of it comes out badly. */
export interface Taken {
  readonly best: Decimal;
  readonly worst: Decimal;
}

/** `atStake` is always `earned`, `lost` and `undecided` together, exactly; but bonus of a total comes on top. */
export interface Tally {
  readonly atStake: Decimal;
  /** Below zero only where nothing is at stake: deductions that stand by themselves. */
  readonly earned: Decimal;
  /** For good. */
  readonly lost: Decimal;
  /** May still be earned: a person has to decide, or it is not due yet. */
  readonly undecided: Decimal;
}

/** Why points are not earned; every word of a report can be made from it. */
export type Why =
  /** So many are missing, and each costs points. */
  | {
      readonly is: 'missing';
      readonly requirement: RequirementCoverage;
      readonly pieces: Missing;
      readonly each: Decimal | undefined;
    }
  /** Handed in late, so many. */
  | { readonly is: 'late'; readonly pieces: Missing; readonly each: Decimal | undefined }
  /** It happened so often, as a person says. */
  | {
      readonly is: 'occurred';
      readonly rule: ScoringRule;
      readonly times: number | undefined;
      readonly entry: ScoreEntry;
    }
  /** Evidence that is short, or waits for a person or for its day, and no rule that says what that costs. */
  | {
      readonly is: 'evidence';
      readonly requirements: readonly RequirementCoverage[];
      /** What is there counts by its share, and is not all or nothing. */
      readonly isShare?: boolean;
      /** Where the evidence tells how much of it is done. */
      readonly offer?: Offer | undefined;
    }
  /** Nothing at all is there. */
  | { readonly is: 'nothing'; readonly requirements: readonly RequirementCoverage[] }
  /** Nothing is asked for that would decide it, or it is no matter of files: a person has to give the value. */
  | { readonly is: 'unasked'; readonly files: boolean }
  /** A rule that only a person can answer, and nobody has. */
  | {
      readonly is: 'unsaid';
      readonly rule: ScoringRule;
      readonly number: number;
      /** Where the evidence tells how much of it is done. */
      readonly offer?: Offer;
    }
  /** A number in the standard, which files do not decide. */
  | { readonly is: 'threshold'; readonly thresholds: readonly Threshold[] }
  | {
      readonly is: 'grade';
      readonly grade: string | undefined;
      readonly open: readonly Criterion[];
      readonly unmet: readonly Criterion[];
    }
  /** Another tier or place would give more. */
  | {
      readonly is: 'tier';
      readonly tier: string | undefined;
      /** The one above, where points are in proportion between the two. */
      readonly next?: string | undefined;
    }
  /** So often done, and more would give more. */
  | { readonly is: 'times'; readonly times: number; readonly rule: ScoringRule }
  /** A person gave less. */
  | { readonly is: 'given'; readonly entry: ScoreEntry }
  /** A person claims more than the evidence bears. */
  | { readonly is: 'unsupported'; readonly entry: ScoreEntry; readonly supported: Decimal }
  /** Whether it applies, the unit's profile does not say, or only a person can. */
  | { readonly is: 'condition'; readonly condition: Condition }
  /** Not applicable, and then worth nothing; or how it counts then, the system does not say. */
  | { readonly is: 'exempt-zero' }
  | { readonly is: 'exempt-unsaid' }
  /** Not applicable: counts as the others do on average, and they are not full. */
  | { readonly is: 'exempt-average' }
  /** The points below do not add up to those above. */
  | { readonly is: 'undistributed'; readonly sum: Decimal }
  /** The best of the parts, some of them, or their mean. */
  | { readonly is: 'parts'; readonly rule: ScoringRule['rule'] }
  | { readonly is: 'cap'; readonly cap: Decimal }
  /** What rounding makes of it. */
  | { readonly is: 'rounded' }
  /** All deductions below together, which would be more than a limit allows. */
  | { readonly is: 'limited'; readonly cap: Decimal; readonly sum: Decimal }
  /** What a method of assessment counts for is not what its indicators add up to. */
  | { readonly is: 'methods' }
  | { readonly is: 'veto'; readonly veto: VetoCoverage };

export interface Loss {
  /** Nothing where only an answer is wanted, and other reasons have all the points that it is about. */
  readonly points: Decimal;
  /** May still be earned. */
  readonly undecided: boolean;
  readonly why: Why;
  /** The criterion that it is about, where that has points of its own. */
  readonly criterion: Criterion | undefined;
}

/** Points earned, with what is behind them. */
export interface Gain {
  readonly points: Decimal;
  readonly criterion: Criterion | undefined;
  /** Sorted by path. */
  readonly evidence: readonly Evidence[];
  readonly entries: readonly ScoreEntry[];
  /** Not applicable, and the points are given for that. */
  readonly exempt: boolean;
}

interface CriterionScore extends Tally {
  readonly criterion: Criterion;
}

export interface IndicatorScore extends Tally {
  readonly indicator: Indicator;
  /** `bonus`: what is at stake is what was claimed. */
  readonly part: 'indicators' | 'bonus';
  /** `false` when neither it nor anything below it has points. */
  readonly scored: boolean;
  readonly exempt: boolean;
  /** What it is worth where all of it applies. */
  readonly worth: Decimal | undefined;
  /** By deductions, here and below. */
  readonly taken: Taken;
  /** Those with points of their own. */
  readonly criteria: readonly CriterionScore[];
  readonly gains: readonly Gain[];
  /** Its own; of a leaf indicator they add up to what is lost. */
  readonly losses: readonly Loss[];
  /** Without those that do not apply to the unit. */
  readonly children: readonly IndicatorScore[];
}

/** Points or grade in `scores.yaml` above what the evidence bears. */
export interface Overclaim {
  readonly entry: ScoreEntry;
  readonly indicator: Indicator;
  readonly criterion: Criterion | undefined;
  readonly claimed: Decimal;
  /** What the evidence bears at the best. */
  readonly supported: Decimal;
}

/** What the indicators of one method of assessment come to. */
export interface MethodScore extends Tally {
  readonly method: string;
  /** Of the total. */
  readonly share: Decimal;
}

/** Of the indicators that apply, how many reach a grade. */
export interface GradeCount {
  readonly asked: BandGrade;
  readonly all: number;
  readonly sure: number;
  /** If all that is undecided came out well. */
  readonly most: number;
}

export interface BandScore {
  readonly band: Band;
  /** Empty where the band does not ask for grades. */
  readonly grades: readonly GradeCount[];
  readonly reached: boolean;
  /** Would be reached if all that is undecided came out well. */
  readonly reachable: boolean;
  /** The top band, and a veto bars from it; `undefined` while nobody has said whether that occurred. */
  readonly barred: boolean | undefined;
}

export interface Score {
  /** Of the base indicators. */
  readonly base: Tally;
  readonly bonus: Tally;
  /** Base and bonus together. */
  readonly total: Tally;
  /** Base and bonus, brought to the system's total, where indicators were left out of it. */
  readonly converted: Decimal | undefined;
  /** `false` when the system gives no points at all. */
  readonly scored: boolean;
  /** Of the base as a whole. */
  readonly losses: readonly Loss[];
  readonly indicators: readonly IndicatorScore[];
  readonly bonusIndicators: readonly IndicatorScore[];
  /** Empty where the system does not say what each method counts for. */
  readonly methods: readonly MethodScore[];
  /** Highest first; first those of the total. */
  readonly bands: readonly BandScore[];
  /** Those that apply to the unit. */
  readonly vetoes: readonly VetoCoverage[];
  /** A veto that puts out of the running has occurred; `undefined` while nobody has said. */
  readonly disqualified: boolean | undefined;
  readonly overclaims: readonly Overclaim[];
}
