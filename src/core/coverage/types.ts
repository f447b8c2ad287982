/** Which requirements are met: what `status` prints, what the coverage rules report, and what a score rests on. */
import type { Span } from '../dates/span.js';
import type { Evidence } from '../evidence/types.js';
import type { ExpectedFolder } from '../archive/layout.js';
import type { NotApplicable, Witness } from '../ledger/types.js';
import type { Day, EvidenceKind, Indicator, Range, Requirement, Veto } from '../system/types.js';

/**
 * `met` 已齐; `over` more than is allowed 超出; `short` not enough 欠缺; `late` not enough, and the day by which it was due
 * is past 逾期; `open` nothing is due yet 未到期; `exempt` not applicable 不适用; `person` a person must look 待核对;
 * `outside` not from files 非材料.
 */
export type State = 'met' | 'over' | 'short' | 'late' | 'open' | 'exempt' | 'person' | 'outside';

/** Why a requirement is not met, or why a person must look; every word of a finding can be made from it. */
export type Lack =
  | { readonly is: 'none' }
  | { readonly is: 'count'; readonly found: number; readonly wanted: Range }
  | {
      readonly is: 'over';
      readonly found: number;
      readonly wanted: Range;
      /** The one that holds too much. */
      readonly activity?: string;
      /** The period and the occasion of which there are too many: `2020-Q1`, `2020-Q1 春节`. */
      readonly time?: string;
      /** Activities themselves are too many, not what they hold. */
      readonly isOfActivities?: boolean;
    }
  /** A part of an activity, or of a set, that is not there. */
  | {
      readonly is: 'kind';
      readonly title: string;
      readonly kinds: readonly EvidenceKind[];
      readonly activity?: string;
      /** Where some are there, and not enough. */
      readonly found?: number;
      readonly wanted?: Range;
    }
  | {
      readonly is: 'period';
      readonly period: Period;
      readonly found: number;
      readonly wanted: Range;
    }
  | {
      readonly is: 'occasion';
      readonly occasion: string;
      readonly found: number;
      readonly wanted: Range;
    }
  | {
      readonly is: 'characters';
      readonly evidence: Evidence;
      readonly found: number | undefined;
      readonly wanted: Range;
    }
  | { readonly is: 'caption'; readonly evidence: Evidence; readonly missing: readonly string[] }
  /** Dated, and not within the window. */
  | { readonly is: 'window'; readonly evidence: Evidence; readonly window: Span }
  /** Undated, or dated too roughly, where the date decides. */
  | {
      readonly is: 'date';
      readonly evidence: Evidence;
      /** That it may be of, and that have not what they need without it. */
      readonly periods?: readonly Period[];
    }
  /** Handed in after the day on which handing in closed. */
  | { readonly is: 'submitted'; readonly evidence: Evidence; readonly closed: string }
  /** Said to be for it, and to be of another kind. */
  | {
      readonly is: 'other-kind';
      readonly evidence: Evidence;
      readonly kinds: readonly EvidenceKind[];
    }
  /** Draft, or returned. */
  | { readonly is: 'state'; readonly evidence: Evidence }
  /** Nothing but its kind says that it is for it; or it is of a part of the year that is asked for. */
  | { readonly is: 'unsure'; readonly evidence: Evidence; readonly because: 'title' | 'part' }
  /** What must be seen, or must not, for a person to judge. */
  | { readonly is: 'shows'; readonly evidence: Evidence; readonly what: readonly string[] }
  | { readonly is: 'avoids'; readonly evidence: Evidence; readonly what: readonly string[] }
  /** A condition in words, or one that the unit's profile does not answer. */
  | { readonly is: 'condition'; readonly text: string }
  /** 每种媒体: how many there are to be, files do not tell. */
  | { readonly is: 'per'; readonly per: string }
  | { readonly is: 'sample'; readonly of: string }
  /** Activities of one day, which count once. */
  | { readonly is: 'same-day'; readonly day: string; readonly activities: readonly string[] }
  /** `every`, and no window that says from when to when. */
  | { readonly is: 'no-window' }
  /** Declared not applicable, and what has to prove it is not there. */
  | { readonly is: 'proof'; readonly title: string };

/** A stretch in which something is due once: `2020-Q1`, `2020-03`, `2020-H1`, `2020`, or its first and last day. */
export interface Period extends Span {
  readonly label: string;
  /** The period of the calendar, where only a part of it is in the window. */
  readonly whole?: Span;
  /** When handing in closes for it, where the system says so. */
  readonly due?: Day | undefined;
}

export interface PeriodCoverage {
  readonly period: Period;
  readonly state: State;
  /** Activities, distinct days or files, as the requirement counts. */
  readonly found: number;
  readonly evidence: readonly Evidence[];
  /** How each of its occasions stands, in their order, where each is asked for by itself. */
  readonly occasions?: readonly Pick<PeriodCoverage, 'state' | 'found'>[];
}

export interface RequirementCoverage {
  readonly requirement: Requirement;
  readonly state: State;
  /** What is counted against `wanted`: periods that are met, occasions (of every period), activities, alternatives or files. */
  readonly found: number;
  readonly wanted: Range;
  readonly counts: 'files' | 'activities' | 'periods' | 'occasions' | 'parts';
  /** What counts for it, sorted by path. */
  readonly evidence: readonly Evidence[];
  /** With `every`; else empty. */
  readonly periods: readonly PeriodCoverage[];
  readonly lacks: readonly Lack[];
  /** With `of` (outside of activities) and `either`. */
  readonly parts: readonly RequirementCoverage[];
  readonly exemption: NotApplicable | undefined;
  /** How what it is kept with (`see`) stands there. */
  readonly elsewhere?: State;
}

export interface LeafCoverage {
  readonly indicator: Indicator;
  /** Where its evidence belongs; `undefined` when it has no folder (not applicable, or not from files). */
  readonly folder: ExpectedFolder | undefined;
  /** The worst of its requirements: late, short, over, person, open, met; `exempt` and `outside` where all are so. */
  readonly state: State;
  readonly requirements: readonly RequirementCoverage[];
  /** All that is filed here or refers here, sorted by path. */
  readonly evidence: readonly Evidence[];
  /** Of that, what counts for no requirement. */
  readonly spare: readonly Evidence[];
  /** Why the whole indicator is exempt or in a person's hands; else empty. */
  readonly lacks: readonly Lack[];
  readonly exemption: NotApplicable | undefined;
}

export interface VetoCoverage {
  readonly veto: Veto;
  /** `met`: did not occur, and what proves that is there; `short`: occurred, or proof missing; `person`: nobody said. */
  readonly state: State;
  readonly occurred: boolean | undefined;
  readonly witness: Witness | undefined;
  readonly window: Span | undefined;
  readonly proof: readonly RequirementCoverage[];
}

export interface Coverage {
  /** In the order of the scoring system, bonus after base. */
  readonly leaves: readonly LeafCoverage[];
  readonly vetoes: readonly VetoCoverage[];
}
