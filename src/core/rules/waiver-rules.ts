/** The rules on what is let pass, in display order; they are judged when it is known what the others have found. */
import type { ArchiveRule } from './types.js';
import { waiverExpired } from './waiver-expired/index.js';
import { waiverInvalid } from './waiver-invalid/index.js';
import { waiverNoReason } from './waiver-no-reason/index.js';
import { waiverUnused } from './waiver-unused/index.js';

export const WAIVER_RULES: readonly ArchiveRule[] = [
  waiverInvalid,
  waiverNoReason,
  waiverExpired,
  waiverUnused,
];
