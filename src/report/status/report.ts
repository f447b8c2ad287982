import type { Status } from '../../core/status/status.js';
import type { Day } from '../../core/system/types.js';

/** What `status` tells, in whatever form. */
export interface StatusReport {
  readonly status: Status;
  readonly today: Day;
  /** Everything is listed, in full. */
  readonly all: boolean;
  readonly spareExample: SpareExample | undefined;
}

/** A file that counts for nothing, as it is typed, and what its ledger might say: which requirement, or occasion. */
export interface SpareExample {
  readonly file: string;
  readonly key: 'requirements' | 'occasion';
  readonly value: string;
}
