/** Why a piece may or may not turn out to be missing: not due, its condition, which rule counts it, a person. */
export type OpenBecause = 'due' | 'condition' | 'rule' | 'person';
