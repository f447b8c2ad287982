/** Facts of every rule, of the archive and of the scoring system, in display order. */
import { RULE_IDS } from './ids.js';
import { ARCHIVE_RULES } from './index.js';
import { SYSTEM_RULES } from './system-rules.js';
import type { RuleFacts } from './types.js';

export function allRules(): readonly RuleFacts[] {
  const rules = new Map<string, RuleFacts>(
    [...SYSTEM_RULES, ...ARCHIVE_RULES].map((rule) => [rule.id, rule]),
  );
  return RULE_IDS.flatMap((id) => rules.get(id) ?? []);
}
