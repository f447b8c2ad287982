/** Annotations of GitHub Actions, https://docs.github.com/actions/reference/workflow-commands-for-github-actions */
import type { Finding } from '../../core/rules/findings.js';
import type { Severity } from '../../core/rules/types.js';
import type { Messages } from '../../messages/index.js';
import { countFindings, type CheckReport } from './check-report.js';
import { messageOf, ruleTitle } from '../words.js';

/** GitHub shows so many of each level for one step, and drops the rest without a word. */
const SHOWN: Readonly<Record<Severity, number>> = { error: 10, warning: 10, info: 10 };
const COMMAND: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  info: 'notice',
};
const LEVELS: readonly Severity[] = ['error', 'warning', 'info'];

/**
 * Worst first, as many as GitHub shows; the last one counts the rest.
 *
 * @param prefix - Path of the archive in the repository, so that annotations find their file; empty when it is the
 *   repository itself.
 */
export function checkGithub({ findings }: CheckReport, prefix: string, say: Messages): string {
  const lines: string[] = [];
  let hidden = 0;
  for (const severity of LEVELS) {
    const level = findings.filter((finding) => finding.severity === severity);
    // One place is kept for the line that counts the rest.
    const room = SHOWN[severity] - (severity === 'info' ? 1 : 0);
    lines.push(...level.slice(0, room).map((finding) => annotation(finding, prefix, say)));
    hidden += Math.max(level.length - room, 0);
  }
  if (hidden > 0) {
    const { error, warning, info } = countFindings(findings);
    const message = say.check.githubRest({ hidden, error, warning, info });
    lines.push(`::notice title=dangan::${escapeData(message)}`);
  }
  return lines.map((line) => `${line}\n`).join('');
}

function annotation(finding: Finding, prefix: string, say: Messages): string {
  const { rule, severity, file, at } = finding;
  const place = at ?? (file === undefined ? undefined : { file });
  const properties = {
    ...(place && { file: prefix === '' ? place.file : `${prefix}/${place.file}` }),
    ...(at && { line: String(at.line), col: String(at.column) }),
    title: `${rule} ${ruleTitle(rule, say)}`,
  };
  const list = Object.entries(properties).map(([key, value]) => `${key}=${escapeProperty(value)}`);
  const about = at && file !== undefined && file !== at.file ? `${file}: ` : '';
  return `::${COMMAND[severity]} ${list.join(',')}::${escapeData(about + messageOf(finding, say))}`;
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
