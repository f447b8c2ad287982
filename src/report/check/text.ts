/** A check's findings for a person: by folder, the first few of each rule, and what to do next. */
import type { Finding } from '../../core/rules/findings.js';
import type { AnyRuleId } from '../../core/rules/ids.js';
import { countFindings, overviewLines, type CheckReport } from './check-report.js';
import { groupsOf, nameInGroup, type Group } from './groups.js';
import { printable } from '../printable.js';
import { messageOf, ruleTitle } from '../words.js';
import { levelPaint, type TextStyle } from '../text-style.js';
import { fit, wrap } from '../wrap.js';
import { textWidth } from '../text-width.js';

/** Of each rule so many are listed, one more when that is all there is. */
const FEW = 5;

export function checkText(report: CheckReport, all: boolean, style: TextStyle): string {
  const { findings } = report;
  const shown = all ? findings : firstOfEachRule(findings);
  const text = [
    ...groupsOf(shown, report).map((group) => groupText(group, style)),
    ...restText(findings, shown, style),
    summaryText(report, all, shown.length < findings.length, style),
  ].join('\n');
  return withoutCommands(text);
}

/**
 * Build servers of GitHub obey a line that begins with `::`, and `##[` anywhere: a file could be called so, and forge
 * annotations.
 */
function withoutCommands(text: string): string {
  return text.replace(/^([ ]*):(?=:)/gm, '$1\\u{3a}').replaceAll('##[', '#\\u{23}[');
}

function firstOfEachRule(findings: readonly Finding[]): Finding[] {
  const totals = new Map<AnyRuleId, number>();
  for (const { rule } of findings) totals.set(rule, (totals.get(rule) ?? 0) + 1);
  const taken = new Map<AnyRuleId, number>();
  return findings.filter(({ rule }) => {
    const count = (taken.get(rule) ?? 0) + 1;
    taken.set(rule, count);
    return count <= FEW || totals.get(rule) === FEW + 1;
  });
}

function groupText({ folder, findings }: Group, style: TextStyle): string {
  const lines = folder === '' ? [] : [style.paint.bold(printable(folder))];
  // The folder of the archive itself has no heading to stand under.
  const above = folder === '' ? '' : '  ';
  let last = '';
  for (const finding of findings) {
    const named = nameInGroup(finding, folder);
    if (named !== '' && named !== last) {
      lines.push(`${above}${fit(printable(named), style.columns - above.length)}`);
    }
    last = named;
    lines.push(...findingLines(finding, named === '' ? '  ' : `${above}  `, style));
  }
  return `${lines.join('\n')}\n`;
}

export function findingLines(finding: Finding, indent: string, style: TextStyle): string[] {
  const { say, paint, columns } = style;
  const { severity, rule, fix } = finding;
  const level = say.check.level[severity];
  const hanging = ' '.repeat(indent.length + textWidth(level) + 2);
  const { at } = finding;
  const message = messageOf(finding, say);
  // What is about a file that people edit has a line in it.
  const words = at && at.file === finding.file ? say.check.atLine({ ...at, message }) : message;
  const lines = wrap(printable(words), columns - hanging.length);
  const mark = say.check.mark[fix];
  const tag = mark === '' ? rule : `${rule} · ${mark}`;
  const lastWidth = textWidth(lines.at(-1) ?? '');
  const beside = hanging.length + lastWidth + 2 + textWidth(tag) <= columns;
  return [
    ...lines.map((line, at) => {
      const head = at === 0 ? `${indent}${levelPaint(severity, style)(level)}  ` : hanging;
      const end = beside && at === lines.length - 1 ? `  ${paint.dim(tag)}` : '';
      return `${head}${line}${end}`;
    }),
    ...(beside ? [] : [`${hanging}${paint.dim(tag)}`]),
  ];
}

/** The rules of which not every finding is listed, with the number of the others. */
function restText(
  findings: readonly Finding[],
  shown: readonly Finding[],
  { say, paint }: TextStyle,
): string[] {
  if (shown.length === findings.length) return [];
  const rest = new Map<AnyRuleId, number>();
  for (const { rule } of findings) rest.set(rule, (rest.get(rule) ?? 0) + 1);
  for (const { rule } of shown) rest.set(rule, (rest.get(rule) ?? 0) - 1);
  const rows = [...rest].filter(([, count]) => count > 0);
  const width = Math.max(...rows.map(([rule]) => textWidth(rule)));
  const lines = rows.map(
    ([rule, count]) =>
      `  ${rule}${' '.repeat(width - textWidth(rule))}  ${say.check.more({ count })}  ${ruleTitle(rule, say)}`,
  );
  return [`${paint.bold(say.check.moreHead)}\n${lines.join('\n')}\n`];
}

/** How many findings there are, and in how many files. */
export function totalText(report: CheckReport, { say, paint }: TextStyle): string {
  const { error, warning, info } = countFindings(report.findings);
  const total = say.check.summary({ total: report.findings.length, error, warning, info });
  const painted = paint.bold(error > 0 ? paint.red(total) : paint.yellow(total));
  return painted + paint.dim(say.check.looked(report));
}

function summaryText(report: CheckReport, all: boolean, isPart: boolean, style: TextStyle): string {
  const { say } = style;
  const { findings } = report;
  const { safe, unsafe } = countFindings(findings);
  const { next } = say.check;
  const rule = findings.find((finding) => finding.severity === 'error')?.rule ?? findings[0]?.rule;
  const lines = [
    totalText(report, style),
    ...(safe > 0 ? [`  ${next.safe({ count: safe })}`] : []),
    ...(unsafe > 0 ? [`  ${next.unsafe({ count: unsafe, more: safe > 0 })}`] : []),
    ...(isPart && !all ? [`  ${next.all}`] : []),
    ...(rule ? [`  ${next.explain({ rule })}`] : []),
    ...overviewLines(report, style),
  ];
  return `${lines.join('\n')}\n`;
}
