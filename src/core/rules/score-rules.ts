/** The rules on what people decided of the self score, in display order. */
import { scoreEntryInvalid } from './score-entry-invalid/index.js';
import { scoreOverclaim } from './score-overclaim/index.js';
import type { ArchiveRule } from './types.js';

export const SCORE_RULES: readonly ArchiveRule[] = [scoreOverclaim, scoreEntryInvalid];
