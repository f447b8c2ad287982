/** Findings that are let pass on purpose. */
import type { Finding } from '../rules/findings.js';
import type { Day, Place } from '../system/types.js';

/** Why a finding is let pass: somebody said so for a reason, or it was there when the baseline was drawn. */
export interface WaivedBy {
  readonly kind: 'waiver' | 'baseline';
  readonly reason?: string;
  readonly owner?: string;
  /** Last day on which it is let pass. */
  readonly until?: Day;
  /** Where that is written. */
  readonly at?: Place & { readonly file: string };
}

export interface Waived {
  readonly finding: Finding;
  readonly by: WaivedBy;
}
