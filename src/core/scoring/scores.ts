/**
 * `scores.yaml`: what a person decides, because files cannot: points of a site visit, how often something happened,
 * whether a veto was triggered. Field names are the keys of the file.
 */
import type { Decimal } from '../system/decimal.js';
import type { Day, Place } from '../system/types.js';

interface Decision {
  readonly at: Place;
  readonly by: string;
  readonly on: Day;
  readonly because: string;
}

/** A value for an indicator, or for one of its criteria or scoring rules. */
export interface ScoreEntry extends Decision {
  /** Path of codes, or a code that is there once. */
  readonly indicator: string;
  /** Code of one of its criteria. */
  readonly criterion: string | undefined;
  /** Number of the scoring rule that it answers, from 1, where an indicator has several. */
  readonly rule: number | undefined;
  readonly points: Decimal | undefined;
  readonly grade: string | undefined;
  /** How often: occurrences of a deduction or bonus. */
  readonly times: number | undefined;
  /** Share done, as text such as `85%`. */
  readonly share: string | undefined;
  /** Words of the tier that holds. */
  readonly tier: string | undefined;
}

export interface VetoEntry extends Decision {
  readonly veto: string;
  readonly occurred: boolean;
}

export interface Scores {
  /** Path from the archive's folder. */
  readonly path: string;
  readonly entries: readonly ScoreEntry[];
  readonly vetoes: readonly VetoEntry[];
}

export const NO_SCORES: Scores = { path: 'scores.yaml', entries: [], vetoes: [] };
