/** Why a piece may or may not turn out to be missing: not due, its condition, which rule counts it, a person. */
export type OpenBecause = 'due' | 'condition' | 'rule' | 'person';

/** So many pieces of those that are due, and what a person would answer to say so: a percentage, or points. */
export interface Offer {
  readonly done: number;
  readonly due: number;
  readonly value: string;
}
