/** What `validate` says to a person: findings by file, the system in numbers, and on request all of it. */
import { groupBy } from '../../core/group.js';
import type { Finding } from '../../core/rules/findings.js';
import type { AnyRuleId } from '../../core/rules/ids.js';
import type { SystemFacts } from '../../core/system/facts.js';
import { countFindings } from '../check/check-report.js';
import { printable } from '../printable.js';
import { levelPaint, type TextStyle } from '../text-style.js';
import { messageOf } from '../words.js';
import { wrap, wrapItems } from '../wrap.js';
import { textWidth } from '../text-width.js';

export interface SystemReport {
  readonly path: string;
  /** What git holds cannot be mended where it is. */
  readonly inGit?: boolean;
  readonly findings: readonly Finding[];
  readonly facts: SystemFacts;
  readonly usable: boolean;
}

/** Of each rule so many are listed. */
const FEW = 10;

export function systemText(report: SystemReport, all: boolean, style: TextStyle): string {
  const shown = all ? report.findings : fewOfEachRule(report.findings);
  const blocks = filesOf(shown).map(([file, findings]) => fileText(file, findings, style));
  return [...blocks, summaryText(report, shown.length, style)].join('\n');
}

function fewOfEachRule(findings: readonly Finding[]): Finding[] {
  const taken = new Map<AnyRuleId, number>();
  return findings.filter(({ rule }) => {
    const count = (taken.get(rule) ?? 0) + 1;
    taken.set(rule, count);
    return count <= FEW;
  });
}

function filesOf(findings: readonly Finding[]): [string, Finding[]][] {
  return [...groupBy(findings, ({ at }) => at?.file ?? '')];
}

function fileText(file: string, findings: readonly Finding[], style: TextStyle): string {
  const places = findings.map(({ at }) => (at ? `${at.line}:${at.column}` : ''));
  const width = Math.max(...places.map((place) => place.length));
  const lines = findings.flatMap((finding, at) =>
    findingLines(finding, (places[at] ?? '').padEnd(width), style),
  );
  return `${[style.paint.bold(printable(file)), ...lines].join('\n')}\n`;
}

function findingLines(finding: Finding, place: string, style: TextStyle): string[] {
  const { say, paint, columns } = style;
  const { severity, rule, fix, indicator } = finding;
  const level = say.check.level[severity];
  const hanging = ' '.repeat(2 + place.length + 2 + textWidth(level) + 2);
  const whose = indicator ? `${indicator.path}${say.validate.show.colon}` : '';
  const lines = wrap(printable(whose + messageOf(finding, say)), columns - hanging.length);
  const mark = say.check.mark[fix];
  const tag = mark === '' ? rule : `${rule} · ${mark}`;
  const last = lines.at(-1) ?? '';
  const beside = hanging.length + textWidth(last) + 2 + textWidth(tag) <= columns;
  return [
    ...lines.map((line, at) => {
      const head =
        at === 0 ? `  ${paint.dim(place)}  ${levelPaint(severity, style)(level)}  ` : hanging;
      const end = beside && at === lines.length - 1 ? `  ${paint.dim(tag)}` : '';
      return head + line + end;
    }),
    ...(beside ? [] : [hanging + paint.dim(tag)]),
  ];
}

function summaryText(report: SystemReport, shown: number, style: TextStyle): string {
  const { say, paint, columns } = style;
  const { findings, facts, usable, path, inGit = false } = report;
  const { error, warning, info, safe } = countFindings(findings);
  const total = findings.length;
  const words =
    total === 0
      ? paint.green(say.validate.inOrder)
      : (error > 0 ? paint.red : paint.yellow)(say.check.summary({ total, error, warning, info }));
  const first = findings.find(({ severity }) => severity === 'error') ?? findings[0];
  return `${[
    ...wrap(printable(facts.title || path), columns).map((line) => paint.bold(line)),
    ...wrapItems(say.validate.facts(facts).split(/(?<=，|, )/), columns - 2).map(
      (line) => `  ${line}`,
    ),
    `  ${words}`,
    ...(usable ? [] : [`  ${say.validate.unusable}`]),
    ...(shown < total ? [`  ${say.validate.more({ count: total - shown })}`] : []),
    ...(safe > 0 && !inGit ? [`  ${say.validate.mend({ count: safe, path })}`] : []),
    ...(first ? [`  ${paint.dim(say.validate.explain({ rule: first.rule }))}`] : []),
    ...(error > 0 && !inGit ? [`  ${paint.dim(say.validate.again({ path }))}`] : []),
  ].join('\n')}\n`;
}
