import type { FindingMessages } from '../../messages/types.js';
import type { Archive, ArchivePath } from '../archive/types.js';
import type { Mend } from '../change/types.js';
import type { SystemSource } from '../system/source.js';
import type { Indicator, Place } from '../system/types.js';
import type { AnyRuleId, RuleId } from './ids.js';

export type Severity = 'error' | 'warning' | 'info';

/** `safe` is done by `fix --write`; `unsafe` also needs `--unsafe`; `proposes` only says what could be done. */
export type FixTier = 'safe' | 'unsafe' | 'proposes' | 'none';

/** `file`: judged by a file, its name and its ledger alone; `tree`: by what else is there, or is not. */
export type Scope = 'file' | 'tree';

export type FindingMessageId = keyof FindingMessages;

/** What a rule saw. It is data: the words are in `messages` under `messageId`. */
export type Seen = {
  [Id in FindingMessageId]: {
    readonly messageId: Id;
    /** What the sentence is made with; `{}` where it needs nothing. */
    readonly data: Parameters<FindingMessages[Id]> extends [infer Data] ? Data : object;
    /** The file or folder it is about. */
    readonly path?: ArchivePath;
    /** The title of the evidence it is about: renumbering does not make it another finding. */
    readonly title?: string;
    readonly indicator?: Indicator;
    /** Line and column in the scoring system. */
    readonly at?: Place;
    /** Where it differs from the rule's own. */
    readonly severity?: Severity;
    /** Where it differs from the rule's own: `none` when this one cannot be mended. */
    readonly fix?: FixTier;
  };
}[FindingMessageId];

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
