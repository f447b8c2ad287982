/**
 * Reviews (测评意见): what inspectors give for the items of a bundle, and what they say. Field names are the keys of the
 * file; `schemas/review.schema.json` tells a clerk what each means.
 */
import type { ReviewFault, YamlFault } from '../../messages/faults.js';
import type { LeafCoverage } from '../coverage/types.js';
import type { Decimal } from '../system/decimal.js';
import type { Profile } from '../system/profile.js';
import type { Day, Indicator, Place, ScoringSystem, Veto } from '../system/types.js';
import type { IndicatorPlace } from '../system/walk.js';

/** An indicator that is given points or a grade as a whole. */
export interface ReviewItem extends IndicatorPlace {
  /** What it is worth for this unit; `undefined` where the system gives no number, as for much of a bonus. */
  readonly full: Decimal | undefined;
}

export interface ReviewForm {
  readonly system: ScoringSystem;
  readonly profile: Profile;
  /** Leaf indicators that the unit has shown not to apply. */
  readonly exempt: readonly LeafCoverage[];
  /** In the order of the system, bonus after base; without those that do not apply to the unit. */
  readonly items: readonly ReviewItem[];
  readonly vetoes: readonly Veto[];
  /** Names of the system's grades, best first; empty where it has none. */
  readonly grades: readonly string[];
}

/** The bundle that was looked at. */
export interface ReviewedBundle {
  readonly name: string;
  /** On which it was packed. */
  readonly date: Day | undefined;
  /** SHA-256 of its `manifest-sha256.txt`, on which all of the evidence hangs. */
  readonly manifest: string | undefined;
}

/** A scoring system by which scores are given: what it is called, and the digest of its text where that is known. */
export interface Edition {
  readonly title: string;
  readonly sha256: string | undefined;
}

/** What one inspector gives for one item, and says of it. Points or a grade, or neither. */
export interface Mark {
  readonly indicator: Indicator;
  readonly points: Decimal | undefined;
  readonly grade: string | undefined;
  readonly remark: string | undefined;
  /** What the unit is to mend. */
  readonly rectify: string | undefined;
}

export interface VetoMark {
  readonly veto: Veto;
  readonly occurred: boolean | undefined;
  readonly remark: string | undefined;
}

/** One inspector's word on one bundle. */
export interface Review {
  /** Of the file, from the archive's folder. */
  readonly path: string;
  readonly unit: string;
  readonly system: Edition;
  readonly bundle: ReviewedBundle | undefined;
  readonly by: string;
  /** 组长: what this one gives counts where others give something else. */
  readonly lead: boolean;
  readonly on: Day;
  /** Those that are in order, each about another item. */
  readonly marks: readonly Mark[];
  readonly vetoes: readonly VetoMark[];
  /** Of the whole. */
  readonly note: string | undefined;
}

export type ReviewProblem = {
  readonly at: Place & { readonly file: string };
  /** Code of the indicator or veto that the mark is about, as it is written. */
  readonly about?: string | undefined;
} & (
  | { readonly kind: 'yaml'; readonly fault: YamlFault }
  | { readonly kind: 'shape'; readonly fault: ReviewFault }
);

/** A file of `reviews/`: what could be read of it, and what is wrong in it. */
export interface ReviewRead {
  readonly path: string;
  /** `undefined` where nobody can say whose word it is. */
  readonly review: Review | undefined;
  readonly problems: readonly ReviewProblem[];
}
