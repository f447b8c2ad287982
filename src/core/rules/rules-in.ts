/** The rules of an archive: ours, and those that its unit declares. */
import type { Settings } from '../archive/settings.js';
import type { AnyRuleId } from './ids.js';
import { ARCHIVE_RULES } from './index.js';
import { ownRule } from '../own-rules/own-rule.js';
import type { OwnRule } from '../own-rules/types.js';
import type { ArchiveRule } from './types.js';

const made = new WeakMap<readonly OwnRule[], readonly ArchiveRule<AnyRuleId>[]>();

/** In display order. */
export function rulesIn({ own }: Pick<Settings, 'own'>): readonly ArchiveRule<AnyRuleId>[] {
  if (own.length === 0) return ARCHIVE_RULES;
  let rules = made.get(own);
  if (!rules) made.set(own, (rules = [...ARCHIVE_RULES, ...own.map(ownRule)]));
  return rules;
}
