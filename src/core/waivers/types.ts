/** Findings that are let pass on purpose. */
import type { WaiverFault } from '../../messages/faults.js';
import type { Finding } from '../rules/findings.js';
import type { AnyRuleId } from '../rules/ids.js';
import type { Day } from '../system/types.js';
import type { PlaceIn } from '../system/written-file.js';

/** Why a finding is let pass: somebody said so for a reason, or it was there when the baseline was drawn. */
export interface WaivedBy {
  readonly kind: 'waiver' | 'baseline';
  readonly reason?: string;
  readonly owner?: string;
  /** Last day on which it is let pass. */
  readonly until?: Day;
  /** Where that is written. */
  readonly at?: PlaceIn;
}

export interface Waived {
  readonly finding: Finding;
  readonly by: WaivedBy;
}

/** One entry of `waivers.yaml`. Field names are the keys of the file. */
export interface Waiver {
  readonly at: PlaceIn;
  /** Its number in the file, from 1. */
  readonly nth: number;
  /** As written: a rule, or an area of rules. */
  readonly rule: string;
  /** The rules that this means. */
  readonly rules: readonly AnyRuleId[];
  /** Id of the indicator, whatever way it was named: it and those below it. */
  readonly indicator: string | undefined;
  readonly title: string | undefined;
  readonly reason: string;
  readonly owner: string;
  /** The last day on which it holds. */
  readonly until: Day;
  /** The day on which it was written. */
  readonly since: Day | undefined;
}

/** What somebody who lets something pass has to say. */
export const ANSWERED = ['reason', 'owner', 'until'] as const;
export type Answered = (typeof ANSWERED)[number];

export type WaiverProblem = { readonly at: PlaceIn } & (
  | { readonly kind: 'shape'; readonly fault: WaiverFault }
  /** Why, who or until when is not said. */
  | { readonly kind: 'lacks'; readonly keys: readonly Answered[]; readonly of: string }
);

export interface Waivers {
  /** Path from the archive's folder. */
  readonly path: string;
  /** Those that are in order; none of the others lets anything pass. */
  readonly entries: readonly Waiver[];
  /** What is wrong in entries, in the order of the file. */
  readonly problems: readonly WaiverProblem[];
}

/** One entry of `baseline.yaml`: so many findings of a fingerprint were there when it was drawn. */
export interface BaselineEntry {
  readonly at: PlaceIn;
  readonly fingerprint: string;
  readonly rule: AnyRuleId;
  /** Id of the indicator; empty where it has none. */
  readonly indicator: string;
  readonly title: string;
  readonly count: number;
}

export interface Baseline {
  readonly path: string;
  /** One for each fingerprint. */
  readonly entries: readonly BaselineEntry[];
  readonly problems: readonly WaiverProblem[];
}

/** What is let pass, as it is written. */
export interface Allowances {
  readonly waivers: Waivers;
  readonly baseline: Baseline;
}

export const NO_WAIVERS: Waivers = { path: 'waivers.yaml', entries: [], problems: [] };
export const NO_BASELINE: Baseline = { path: 'baseline.yaml', entries: [], problems: [] };
export const NO_ALLOWANCES: Allowances = { waivers: NO_WAIVERS, baseline: NO_BASELINE };

/** What became of them in a check: what the rules about them judge. */
export interface WaiverOutcome extends Allowances {
  /** That would let findings pass, had their last day not gone by; how many. */
  readonly expired: readonly { readonly waiver: Waiver; readonly count: number }[];
  /** That no finding needs. */
  readonly unused: readonly Waiver[];
  /** That no finding needs as they are written, and some would with the title inside the file name; that title. */
  readonly misnamed: readonly { readonly waiver: Waiver; readonly title: string }[];
  /** Entries of the baseline of which there are fewer findings now, and how many fewer. */
  readonly gone: readonly { readonly entry: BaselineEntry; readonly count: number }[];
}
