/** A Code Quality report, https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format */
import type { Severity } from '../../core/rules/seen.js';
import type { Outcome, Speech } from './outcome.js';
import { placedMessage, placeShown, repositoryPath } from './place-shown.js';
import { runningNumbers } from './running-number.js';

const SEVERITY: Readonly<Record<Severity, string>> = {
  error: 'major',
  warning: 'minor',
  info: 'info',
};

/** GitLab drops all but one of those with the same fingerprint, so equal ones are numbered. */
export function checkGitlab(outcome: Outcome, { say }: Speech): string {
  const numberOf = runningNumbers();
  const entries = outcome.report.findings.map((finding) => {
    const { rule, severity, fingerprint } = finding;
    const place = placeShown(finding, outcome);
    const number = numberOf(fingerprint);
    return {
      description: placedMessage(finding, place, say),
      check_name: rule,
      fingerprint: number === 1 ? fingerprint : `${fingerprint}-${number}`,
      severity: SEVERITY[severity],
      location: { path: repositoryPath(outcome, place.file), lines: { begin: place.line } },
    };
  });
  return `${JSON.stringify(entries, null, 2)}\n`;
}
