import type { Finding } from '../core/rules/findings.js';
import type { AnyRuleId } from '../core/rules/ids.js';
import type { OwnRule } from '../core/own-rules/types.js';
import type { Messages } from '../messages/index.js';

/** What a finding says, in the user's language. */
export function messageOf({ messageId, params }: Finding, say: Messages): string {
  const words = say.findings[messageId] as (data: object) => string;
  return words(params);
}

/** What a rule is called, in the user's language. */
export function ruleTitle(rule: AnyRuleId, say: Messages): string {
  const titles: Readonly<Partial<Record<AnyRuleId, string>>> = say.rules;
  return titles[rule] ?? rule;
}

/** The words of a run, with what the unit calls its own rules. */
export function withOwnTitles(say: Messages, own: readonly OwnRule[]): Messages {
  const titles = Object.fromEntries(own.map(({ id, title }) => [id, title]));
  return { ...say, rules: { ...say.rules, ...titles } };
}
