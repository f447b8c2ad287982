import type { FileFormat, FormatClass } from '../documents/types.js';
import type { EvidenceKind, Place, Range } from '../system/types.js';
import type { OwnRuleId } from '../rules/ids.js';
import type { Severity } from '../rules/seen.js';

/** A rule that a unit declares in its `dangan.yaml`: of what it asks what. */
export interface OwnRule {
  readonly id: OwnRuleId;
  /** As the unit wrote it, whatever the language of the run. */
  readonly title: string;
  readonly severity: Severity;
  /** For its page: why it is asked, and what to do. */
  readonly why: string | undefined;
  readonly remedy: string | undefined;
  readonly where: OwnWhere;
  readonly name: OwnName;
  /** Of evidence in each place that `per` tells. */
  readonly count: Range | undefined;
  /** Kinds of evidence that all have to be in each of these places. */
  readonly of: readonly EvidenceKind[];
  readonly per: Per;
  /** Kinds of which each evidence has to be one; any will do when there are none. */
  readonly kinds: readonly EvidenceKind[];
  /** In bytes. */
  readonly size: Range | undefined;
  readonly formats: readonly (FileFormat | FormatClass)[] | undefined;
}

/** All of the evidence that all of these are true of. */
export interface OwnWhere {
  /** Codes of indicators, with what is below them; every indicator when there are none. */
  readonly indicators: readonly { readonly code: string; readonly at: Place }[];
  readonly kinds: readonly EvidenceKind[];
  /** A pattern of the whole name of the file. */
  readonly files: string | undefined;
}

/** What a title (题名) has to be. */
export interface OwnName {
  /** Patterns, of which one has to fit. */
  readonly matches: readonly string[];
  /** Words, of which one has to be in it. */
  readonly contains: readonly string[];
  /** Words, of which none may be. */
  readonly without: readonly string[];
}

/**
 * Where evidence is counted: in each leaf indicator, in each indicator that `where` names with all that is below it, in
 * the archive.
 */
export const PER = ['leaf', 'indicator', 'archive'] as const;
export type Per = (typeof PER)[number];
