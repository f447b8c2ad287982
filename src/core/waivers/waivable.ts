/** What may be let pass. */
import type { AnyRuleId } from '../rules/ids.js';

/** Can a person waive what it finds? Not what is wrong with the waivers themselves. */
export function isWaivable(rule: string): boolean {
  return !rule.startsWith('waiver-');
}

/**
 * What a baseline never takes: where ledgers or scores are misread nobody knows what else there is to find, and a veto
 * is decided by a person, who says why in `waivers.yaml`.
 */
const NEVER_IN_BASELINE: ReadonlySet<string> = new Set<AnyRuleId>([
  'coverage-veto',
  'meta-ledger-invalid',
  'score-entry-invalid',
]);

export function isForBaseline(rule: string): boolean {
  return isWaivable(rule) && !NEVER_IN_BASELINE.has(rule);
}
