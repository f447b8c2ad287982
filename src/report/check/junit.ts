/**
 * JUnit XML as Jenkins, GitLab and Gitee read it. Every finding is a test: failed from the level of `--fail-on` up,
 * skipped where it is let pass, else passed with the finding as its output, so that the verdict is that of the exit
 * code. Time and place of the run are left out: two runs give equal bytes.
 */
import { compareText } from '../../core/text.js';
import type { Finding } from '../../core/rules/findings.js';
import type { Messages } from '../../messages/index.js';
import type { WaivedBy } from '../../core/waivers/types.js';
import { messageOf, ruleTitle } from '../words.js';
import { reaches, type Outcome, type Speech } from './outcome.js';
import { placeShown, placeWords, repositoryPath } from './place-shown.js';
import { runningNumbers } from './running-number.js';
import { attributes, xmlText } from './xml.js';

interface Case {
  readonly finding: Finding;
  readonly by?: WaivedBy;
}

export function checkJunit(outcome: Outcome, { say }: Speech): string {
  const { findings, waived } = outcome.report;
  const cases: Case[] = [...findings.map((finding) => ({ finding })), ...waived];
  const suites = new Map<string, Case[]>();
  for (const each of cases) {
    const { rule } = each.finding;
    const suite = suites.get(rule) ?? [];
    suites.set(rule, suite);
    suite.push(each);
  }
  const sorted = [...suites.values()].sort((a, b) =>
    compareText(a[0]?.finding.rule ?? '', b[0]?.finding.rule ?? ''),
  );
  const { tests, failures } = countsOf(cases, outcome);
  const totals = { tests: Math.max(tests, 1), failures, errors: 0 };
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites${attributes({ name: 'dangan check', ...totals })}>`,
    ...(tests === 0 ? inOrderSuite(outcome, say) : []),
    ...sorted.flatMap((suite) => suiteXml(suite, outcome, say)),
    '</testsuites>',
    '',
  ].join('\n');
}

function countsOf(cases: readonly Case[], { failOn }: Outcome) {
  const skipped = cases.filter(({ by }) => by).length;
  const fails = ({ finding, by }: Case) => !by && reaches(finding.severity, failOn);
  return { tests: cases.length, failures: cases.filter(fails).length, errors: 0, skipped };
}

/** A report without any test is an error to most readers. */
function inOrderSuite({ report }: Outcome, say: Messages): string[] {
  const counts = { tests: 1, failures: 0, errors: 0, skipped: 0 };
  const test = { name: say.check.inOrder(report), classname: 'dangan' };
  return [
    `  <testsuite${attributes({ name: 'dangan', ...counts })}>`,
    `    <testcase${attributes(test)}/>`,
    '  </testsuite>',
  ];
}

function suiteXml(cases: readonly Case[], outcome: Outcome, say: Messages): string[] {
  const rule = cases[0]?.finding.rule ?? 'own-';
  const numberOf = runningNumbers();
  const name = `${rule} ${ruleTitle(rule, say)}`;
  return [
    `  <testsuite${attributes({ name, ...countsOf(cases, outcome) })}>`,
    ...cases.flatMap((each) => {
      const { finding } = each;
      const about = { place: placeWords(finding), message: messageOf(finding, say) };
      const title = say.reports.about(about);
      // Readers know a test by its name.
      const number = numberOf(title);
      const test = number === 1 ? title : `${title} (${number})`;
      return [
        `    <testcase${attributes({ name: test, classname: `dangan.${rule}` })}>`,
        `      ${verdictXml(each, outcome, say)}`,
        '    </testcase>',
      ];
    }),
    '  </testsuite>',
  ];
}

function verdictXml({ finding, by }: Case, outcome: Outcome, say: Messages): string {
  const { severity, fingerprint } = finding;
  const { file, line, column } = placeShown(finding, outcome);
  const message = messageOf(finding, say);
  const lines = [
    `${say.check.level[severity]} ${message}`,
    `${repositoryPath(outcome, file)}:${line}:${column}`,
    `fingerprint: ${fingerprint}`,
  ];
  const body = lines.map(xmlText).join('\n');
  if (by) {
    const why = say.reports.waivedBy(by);
    return `<skipped${attributes({ message: why, type: by.kind })}>${body}</skipped>`;
  }
  if (reaches(severity, outcome.failOn))
    return `<failure${attributes({ message, type: severity })}>${body}</failure>`;
  return `<system-out>${body}</system-out>`;
}
