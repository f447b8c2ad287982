import type { Cli } from '../../cli/context.js';
import type { Finding } from '../../core/rules/findings.js';

/** Say on stderr that the scoring system has findings of its own, how grave they are and how to see them. */
export function noteSystem(findings: readonly Finding[], path: string, cli: Cli): void {
  if (findings.length === 0) return;
  const count = (level: Finding['severity']) =>
    findings.filter(({ severity }) => severity === level).length;
  const counts = { error: count('error'), warning: count('warning'), info: count('info') };
  cli.note(`${cli.say.check.notices.system({ path, total: findings.length, ...counts })}\n`);
}
