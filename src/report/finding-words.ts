import type { Finding } from '../core/rules/findings.js';
import type { Messages } from '../messages/index.js';

/** The sentence of a finding in the user's language. */
export function findingWords(finding: Finding, say: Messages): string {
  const words = say.findings[finding.messageId] as (data: object) => string;
  return words(finding.params);
}
