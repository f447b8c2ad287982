import type { Archive } from '../archive/types.js';
import type { Mend } from '../change/types.js';
import type { SystemSource } from '../system/source.js';
import type { AnyRuleId, RuleId } from './ids.js';
import type { FixTier, Seen, Severity } from './seen.js';

/** `file`: judged by a file, its name and its ledger alone; `tree`: by what else is there, or is not. */
export type Scope = 'file' | 'tree';

/** @typeParam Id - One of ours, unless a unit's own are meant too. */
export interface RuleFacts<Id extends AnyRuleId = RuleId> {
  readonly id: Id;
  readonly severity: Severity;
  readonly fix: FixTier;
  /** `tree` when it is left out: where only what changed is asked about, such a rule is judged in full. */
  readonly scope?: Scope;
  /** Items of the four-property check (四性检测) that it answers, `GD-2-6`; see DA/T 70-2018. */
  readonly properties: readonly string[];
}

/** A check of the archive; also of a bundle, and of a plan not yet carried out. */
export interface ArchiveRule<Id extends AnyRuleId = RuleId> extends RuleFacts<Id> {
  check(archive: Archive): Iterable<Seen>;
  /** Does it look at what files are? Ours are known to `filesWanted`. */
  readonly looks?: boolean;
  /** Of one that goes by names: does it leave open what only ledgers can tell? */
  asksLedgers?(archive: Archive): boolean;
  /** What would mend it. May propose mends that meet each other: the planner refuses those. */
  mend?(archive: Archive): Iterable<Mend>;
}

/** A check of the scoring system. */
export interface SystemRule extends RuleFacts {
  check(source: SystemSource): Iterable<Seen>;
}
