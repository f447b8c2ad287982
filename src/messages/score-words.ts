/** Why a piece may or may not turn out to be missing: not due, its condition, which rule counts it, a person. */
export type OpenBecause = 'due' | 'condition' | 'rule' | 'person';

/** What an indicator has to earn for a band: a share such as `90%`, or points. */
export interface BandPartWords {
  readonly indicator: string;
  readonly least: string;
}

/** So many pieces of those that are due, and what a person would answer to say so: a percentage, or points. */
export interface Offer {
  readonly done: number;
  readonly due: number;
  readonly value: string;
}
