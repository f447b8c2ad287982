/** The verdict on a bundle for people: the verdict first, then every finding, then what to do. */
import { adviceOf, type Advice } from '../../core/bundle/judge/advice.js';
import type { VerifyReport } from '../../core/bundle/judge/judge.js';
import { visible } from '../../core/bundle/bag/paths.js';
import type { Refusal } from '../../core/bundle/judge/refusal.js';
import { BUNDLE_RULES, type BundleRuleId } from '../../core/bundle/judge/rules.js';
import type { Finding } from '../../core/rules/findings.js';
import type { Messages } from '../../messages/index.js';
import { partsText, verdictText } from './head.js';
import { notCheckedText, presenceText } from './presence.js';
import type { BundleView, Styles } from './view.js';
import { messageOf } from '../words.js';
import { textWidth } from '../text-width.js';
import { wrap } from '../wrap.js';
import { ruleTitle } from '../words.js';

export function bundleText(report: VerifyReport, name: string, view: BundleView): string {
  const { say, styles, atMost, columns } = view;
  const blocks = [
    verdictText(report, name, view),
    report.read ? partsText(report, view) : '',
    ...groupsOf(report.findings).map((group) => groupText(group, say, styles, atMost, columns)),
    todo(report, view),
    presenceText(report, view),
    notCheckedText(report, name, view),
  ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

/** What is the matter, and nothing else: for stderr, when the report is not read by a person. */
export function bundleMatters(
  report: VerifyReport,
  say: Messages,
  styles: Styles,
  atMost: number,
): string {
  const matters = report.findings.filter(({ severity }) => severity !== 'info');
  const groups = groupsOf(matters).map((group) => groupText(group, say, styles, atMost));
  return groups.length === 0 ? '' : `${groups.join('\n')}\n`;
}

/** Findings by rule, in the order of the rules; what only informs comes last. */
function groupsOf(findings: readonly Finding[]): readonly (readonly Finding[])[] {
  const groups = new Map<string, Finding[]>();
  const order = Object.keys(BUNDLE_RULES) as BundleRuleId[];
  for (const severity of ['error', 'warning', 'info'] as const) {
    for (const rule of order) groups.set(`${severity} ${rule}`, []);
  }
  for (const finding of findings) groups.get(`${finding.severity} ${finding.rule}`)?.push(finding);
  return [...groups.values()].filter((group) => group.length > 0);
}

function groupText(
  group: readonly Finding[],
  say: Messages,
  styles: Styles,
  atMost: number,
  columns = Infinity,
): string {
  const [first] = group;
  if (first === undefined) return '';
  const paint = { error: styles.red, warning: styles.yellow, info: styles.dim }[first.severity];
  const title = say.bundle.group({ title: ruleTitle(first.rule, say), count: group.length });
  const mark = { error: '✗', warning: '!', info: '·' }[first.severity];
  const words = group.map((finding) => messageOf(finding, say));
  const left = group.length - atMost;
  // One sentence for all of them is said once, above their paths.
  const [same] = new Set(words).size === 1 ? words : [];
  const saidAbove = same !== undefined && group.length > 1;
  const isBeside = saidAbove && textWidth(`${mark} ${title}  ${same}`) <= columns;
  const heading = isBeside ? `${title}  ${styles.dim(same)}` : title;
  const shown = group.slice(0, atMost);
  const lines = saidAbove
    ? [
        ...(isBeside ? [] : indented(same, 2, columns).map(styles.dim)),
        ...shown.flatMap((each) => (namesItself(each, same) ? [] : (placeOf(each) ?? []))),
      ]
    : listed(shown, words, styles, columns);
  if (left > 0) lines.push(`    ${say.bundle.more({ count: left })}`);
  return [`${paint(mark)} ${heading}`, ...lines].join('\n');
}

/** Each with what is the matter on a line of its own; the place of several that follow one another is told once. */
function listed(
  findings: readonly Finding[],
  words: readonly string[],
  styles: Styles,
  columns: number,
): string[] {
  let above: string | undefined;
  return findings.flatMap((finding, at) => {
    const said = words[at] ?? '';
    const place = namesItself(finding, said) ? undefined : placeOf(finding);
    const isSame = place === above;
    above = place;
    if (place === undefined) return indented(said, 4, columns);
    const lines = indented(said, 6, columns).map(styles.dim);
    return isSame ? lines : [place, ...lines];
  });
}

/** With its indicator. */
function placeOf({ file, indicator }: Finding): string | undefined {
  if (file === undefined) return undefined;
  return `    ${indicator === undefined ? '' : `[${indicator.path}] `}${visible(file)}`;
}

/** Does the sentence name the place? */
function namesItself({ rule, file }: Finding, words: string): boolean {
  return rule === 'bundle-refused' || (file !== undefined && words.startsWith(visible(file)));
}

function indented(words: string, by: number, columns: number): string[] {
  if (words === '') return [];
  return wrap(words, Math.max(20, columns - by)).map((line) => ' '.repeat(by) + line);
}

function todo(report: VerifyReport, { say, styles, columns }: BundleView): string {
  const advice = adviceOf(report);
  const lines = advice.flatMap((each) => adviceLines(each, report, say));
  if (lines.length === 0) return '';
  const wrapped = lines.flatMap((line) => wrap(line, columns - 2));
  return [styles.bold(say.bundle.todo.title), ...wrapped.map((line) => `  ${line}`)].join('\n');
}

function adviceLines(advice: Advice, report: VerifyReport, say: Messages): readonly string[] {
  if (advice === 'refused') return hintsOn(report, say);
  if (advice === 'whole') return [say.spotCheck.whole];
  const isPart = advice === 'warnings' && report.share !== undefined;
  return [isPart ? say.spotCheck.warnings : say.bundle.todo[advice]];
}

/** What to do about a refused zip depends on why it was: each hint once. */
function hintsOn({ findings }: VerifyReport, say: Messages): readonly string[] {
  const hints = findings.flatMap(({ messageId, params }) => {
    if (messageId !== 'bundle-refused/zip') return [];
    const refusal = params as Refusal;
    return say.errors[refusal.code](refusal)[1];
  });
  return [...new Set(hints)];
}
