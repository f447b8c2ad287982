/** Facts of every rule, of the scoring system, of the archive and of bundles, in display order. */
import { BUNDLE_RULES } from '../bundle/judge/rules.js';
import { RULE_IDS } from './ids.js';
import { ARCHIVE_RULES } from './index.js';
import { SYSTEM_RULES } from './system-rules.js';
import type { RuleFacts } from './types.js';

export function allRules(): readonly RuleFacts[] {
  const facts = new Map<string, RuleFacts>();
  for (const rule of [...SYSTEM_RULES, ...ARCHIVE_RULES]) facts.set(rule.id, rule);
  for (const [id, rule] of Object.entries(BUNDLE_RULES)) {
    facts.set(id, { id: id as keyof typeof BUNDLE_RULES, fix: 'none', ...rule });
  }
  return RULE_IDS.flatMap((id) => facts.get(id) ?? []);
}
