import type { Finding } from '../core/rules/findings.js';
import type { Messages } from '../messages/index.js';
import { messageOf } from './words.js';

/** A finding as every machine format has it. */
export function findingJson(finding: Finding, say: Messages): object {
  const { rule, severity, params, indicator, file, title, at, fix, fingerprint } = finding;
  return {
    rule,
    severity,
    message: messageOf(finding, say),
    params,
    indicator,
    file,
    ...(title !== '' && { title }),
    at,
    ...(fix !== 'none' && { fix: { tier: fix, summary: say.check.fix[fix] } }),
    fingerprint,
  };
}
