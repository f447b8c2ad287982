/** Why a piece may or may not turn out to be missing: not due, its condition, which rule counts it, a person. */
export type OpenBecause = 'due' | 'condition' | 'rule' | 'person';

/** What an indicator has to earn for a band: a share such as `90%`, or points. */
export interface BandPartWords {
  readonly indicator: string;
  readonly least: string;
}

/** How many of some indicators have to reach each grade for a band: a share such as `90%`, or a number. */
interface BandGradeWords {
  readonly of: readonly string[];
  readonly least: readonly { readonly grade: string; readonly share: string }[];
}

export interface BandAsks {
  readonly from: string;
  readonly each: string | undefined;
  readonly parts: readonly BandPartWords[];
  readonly grades: readonly BandGradeWords[];
}

/** Of so many indicators, how many reach each grade, and how many more may. */
export interface GradeCountWords {
  readonly of: readonly string[];
  readonly all: number;
  readonly counts: readonly {
    readonly grade: string;
    readonly sure: number;
    /** `undefined` where there are none. */
    readonly share: string | undefined;
    readonly open: number;
  }[];
}

/** The evidence that points rest on: pieces and folders of several, and how many pieces are not named. */
export interface Resting {
  readonly named: readonly { readonly name: string; readonly count: number }[];
  readonly more: number;
}

/** So many pieces of those that are due, and what a person would answer to say so: a percentage, or points. */
export interface Offer {
  readonly done: number;
  readonly due: number;
  readonly value: string;
}
