/** Annotations of GitHub Actions, https://docs.github.com/actions/reference/workflow-commands-for-github-actions */
import type { Finding } from '../../core/rules/findings.js';
import { SEVERITIES } from '../../core/rules/levels.js';
import type { Severity } from '../../core/rules/seen.js';
import type { Messages } from '../../messages/index.js';
import { ruleTitle } from '../words.js';
import { totalsWords } from './check-report.js';
import type { Outcome, Speech } from './outcome.js';
import { placedMessage, placeShown, repositoryPath } from './place-shown.js';

/**
 * GitHub shows so many of each level for one step, 50 for a whole job, and drops the rest without a word. One of the
 * notices is kept for the totals.
 */
const SHOWN: Readonly<Record<Severity, number>> = { error: 10, warning: 10, info: 9 };
const COMMAND: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  info: 'notice',
};
/** UTF-16 units of a title. */
const TITLE = 255;

/** Worst first, as many as GitHub shows; the last one gives the totals. Nothing where nothing is out of order. */
export function checkGithub(outcome: Outcome, { say }: Speech): string {
  const { findings, waived } = outcome.report;
  if (findings.length + waived.length === 0) return '';
  const shown = SEVERITIES.flatMap((level) =>
    findings.filter(({ severity }) => severity === level).slice(0, SHOWN[level]),
  );
  const hidden = findings.length - shown.length;
  const rest = hidden > 0 ? [say.reports.notAnnotated({ hidden })] : [];
  const totals = [totalsWords(outcome.report, say), ...rest].join('\n');
  return [
    ...shown.map((finding) => annotation(finding, outcome, say)),
    `::notice title=dangan::${escapeData(totals)}\n`,
  ].join('');
}

function annotation(finding: Finding, outcome: Outcome, say: Messages): string {
  const { rule, severity, at } = finding;
  const place = placeShown(finding, outcome);
  const properties = {
    file: repositoryPath(outcome, place.file),
    line: String(place.line),
    // Where it is not the finding’s own place, a column would say too much.
    ...(at && !place.asked && { col: String(place.column) }),
    title: `${rule} ${ruleTitle(rule, say)}`.slice(0, TITLE),
  };
  const list = Object.entries(properties).map(([key, value]) => `${key}=${escapeProperty(value)}`);
  const message = placedMessage(finding, place, say);
  return `::${COMMAND[severity]} ${list.join(',')}::${escapeData(message)}\n`;
}

export function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

export function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
