/**
 * `scores.yaml`: what a person decides, because files cannot: points of a site visit, how often something happened,
 * whether a veto was triggered. Field names are the keys of the file; `schemas/scores.schema.json` tells a clerk what
 * each means.
 */
import type { ScoresFault, YamlFault } from '../../messages/faults.js';
import type { Decimal } from '../system/decimal.js';
import type { Day, Place } from '../system/types.js';
import type { ListChange } from '../yaml-file/edit-list.js';

interface Decision {
  readonly at: Place & { readonly file: string };
  readonly by: string;
  readonly on: Day;
  readonly because: string;
}

/** A value for an indicator, or for one of its criteria or scoring rules. Just one of the answers is given. */
export interface ScoreEntry extends Decision {
  /** Id of the indicator, whatever way it was named. */
  readonly indicator: string;
  /** Code of one of its criteria. */
  readonly criterion: string | undefined;
  /** Number of the scoring rule that it answers, from 1, of the criterion where one is named, else of the indicator. */
  readonly rule: number | undefined;
  /** What it is worth in all; with a deduction, what is taken off. */
  readonly points: Decimal | undefined;
  readonly grade: string | undefined;
  /** How often: occurrences of a deduction or bonus, things done. No whole number only where it was measured. */
  readonly times: number | undefined;
  /** Share done, as text such as `85%`. */
  readonly share: string | undefined;
  /** Words of the tier that holds. */
  readonly tier: string | undefined;
  /** Does the criterion hold, or what is all or nothing? */
  readonly met: boolean | undefined;
}

export interface VetoEntry extends Decision {
  /** Code of the veto. */
  readonly veto: string;
  readonly occurred: boolean;
}

/** One entry that comes or changes. */
export type ScoreChange = Extract<ListChange<'scores' | 'vetoes'>, { readonly values: object }>;

/** Entries that go. */
export type ScoresRemoval = Extract<ListChange<'scores' | 'vetoes'>, { readonly remove: object }>;

export type ScoresProblem = { readonly at: Place & { readonly file: string } } & (
  | { readonly kind: 'yaml'; readonly fault: YamlFault }
  | { readonly kind: 'shape'; readonly fault: ScoresFault }
);

export interface Scores {
  /** Path from the archive's folder. */
  readonly path: string;
  /** Those that are in order; each about something that is there, none about the same. */
  readonly entries: readonly ScoreEntry[];
  readonly vetoes: readonly VetoEntry[];
  /** What is wrong in the file, in its order. */
  readonly problems: readonly ScoresProblem[];
}

export const NO_SCORES: Scores = { path: 'scores.yaml', entries: [], vetoes: [], problems: [] };
