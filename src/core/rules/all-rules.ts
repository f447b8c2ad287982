/** Facts of every rule, of the scoring system and of the archive, in display order. */
import { ARCHIVE_RULES } from './index.js';
import { SYSTEM_RULES } from './system-rules.js';
import type { RuleFacts } from './types.js';

export function allRules(): readonly RuleFacts[] {
  return [...SYSTEM_RULES, ...ARCHIVE_RULES];
}
