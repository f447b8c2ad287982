/** The verdict on a bundle for people: the verdict first, then every finding, then what to do. */
import type { VerifyReport } from '../core/bundle/judge.js';
import { visible } from '../core/bundle/paths.js';
import type { Refusal } from '../core/bundle/refusal.js';
import { BUNDLE_RULES, type BundleRuleId } from '../core/bundle/rules.js';
import type { Share } from '../core/bundle/spot-check.js';
import type { Finding } from '../core/rules/findings.js';
import type { Messages } from '../messages/index.js';
import { formatBytes } from './bytes.js';
import { quoted } from './quoted.js';
import { groupsOfFour } from './digest-groups.js';
import { findingWords } from './finding-words.js';

/** The styles that are used; the command has one for the terminal. */
export type Styles = Readonly<
  Record<'bold' | 'dim' | 'red' | 'yellow' | 'green', (text: string) => string>
>;

export function bundleText(
  report: VerifyReport,
  name: string,
  say: Messages,
  styles: Styles,
  atMost = Infinity,
): string {
  const blocks = [
    head(report, name, say, styles),
    ...groupsOf(report.findings).map((group) => groupText(group, say, styles, atMost)),
    todo(report, say, styles),
  ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

/** What is the matter, and nothing else: for stderr, when the report is not read by a person. */
export function bundleMatters(
  report: VerifyReport,
  say: Messages,
  styles: Styles,
  atMost = Infinity,
): string {
  const matters = report.findings.filter(({ severity }) => severity !== 'info');
  const groups = groupsOf(matters).map((group) => groupText(group, say, styles, atMost));
  return groups.length === 0 ? '' : `${groups.join('\n')}\n`;
}

function head(report: VerifyReport, name: string, say: Messages, styles: Styles): string {
  const { bundle } = say;
  const { share } = report;
  const verdict = report.holds
    ? styles.green(`✓ ${share ? say.spotCheck.holds : bundle.holds}`)
    : styles.red(`✗ ${bundle.doesNotHold}`);
  const lines = [`${styles.bold(verdict)}  ${visible(name)}`];
  if (!report.read) return [...lines, `  ${bundle.notRead}`].join('\n');
  const parts = (['fixity', 'form', 'contents', 'profile'] as const)
    .filter((part) => part !== 'contents' || report.ours)
    .filter((part) => part !== 'profile' || report.profile !== undefined)
    .map((part) => partWords(part, report, say));
  const kind = report.ours ? bundle.kind.ours : bundle.kind.bag;
  const version = report.version === undefined ? '' : ` (BagIt ${report.version})`;
  const facts = bundle.facts({
    files: report.payload.files,
    size: formatBytes(report.payload.bytes),
    tagFiles: report.tagFiles,
    algorithms: report.algorithms.join(', '),
  });
  lines.push(
    `  ${kind}${version} · ${parts.join(' · ')}`,
    `  ${facts}`,
    ...(share ? shareLines(share, say).map((line) => `  ${styles.yellow(line)}`) : []),
    ...remarks(report, say, styles),
  );
  return lines.join('\n');
}

function partWords(
  part: keyof VerifyReport['parts'],
  { parts, share }: VerifyReport,
  { bundle, spotCheck }: Messages,
): string {
  if (!parts[part]) return bundle.parts[part].no;
  return share === undefined || part === 'form' || part === 'profile'
    ? bundle.parts[part].yes
    : spotCheck.parts[part];
}

/** How much of the payload the verdict is about. */
export function shareLines(share: Share, { spotCheck }: Messages): string[] {
  const { files, bytes, ofFiles, ofBytes, asked } = share;
  const percent = percentOf(files, ofFiles);
  const [size, ofSize] = [formatBytes(bytes), formatBytes(ofBytes)];
  const { indicators: codes, sample } = asked;
  return [
    spotCheck.share({ files, ofFiles, percent, size, ofSize }),
    ...(codes.length > 0 ? [spotCheck.indicators({ codes: codes.map(visible) })] : []),
    ...(sample ? [spotCheck.seed({ ...sample, seed: quoted(sample.seed) })] : []),
    spotCheck.rest,
  ];
}

/** Never 0% of something, never 100% of less than all. */
function percentOf(part: number, whole: number): string {
  const tenths = Math.floor((part / whole) * 1000);
  return tenths === 0 && part > 0 ? '<0.1%' : `${(tenths / 10).toFixed(1)}%`;
}

/** What an inspector should know even of a bundle that holds. */
function remarks(report: VerifyReport, { bundle }: Messages, styles: Styles): string[] {
  const { digest, errorsAtPacking: errors = 0, algorithms } = report;
  const lines =
    digest === undefined ? [] : [`  ${bundle.digest({ digest: groupsOfFour(digest) })}`];
  if (errors > 0) lines.push(`  ${styles.yellow(bundle.errorsAtPacking({ count: errors }))}`);
  const weak = algorithms.every((each) => each === 'md5' || each === 'sha1');
  if (weak && algorithms.length > 0) {
    lines.push(`  ${styles.yellow(bundle.weak({ algorithms: algorithms.join(', ') }))}`);
  }
  return lines;
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
): string {
  const [first] = group;
  if (first === undefined) return '';
  const paint = { error: styles.red, warning: styles.yellow, info: styles.dim }[first.severity];
  const title = say.bundle.group({ title: say.rules[first.rule], count: group.length });
  const mark = { error: '✗', warning: '!', info: '·' }[first.severity];
  const words = group.map((finding) => findingWords(finding, say));
  const left = group.length - atMost;
  // One sentence for all of them is said once, above their paths.
  const [same] = new Set(words).size === 1 ? words : [];
  const saidAbove = same !== undefined && group.length > 1;
  const heading = saidAbove ? `${title}  ${styles.dim(same)}` : title;
  const lines = group
    .slice(0, atMost)
    .flatMap((finding, at) => findingLines(finding, saidAbove ? '' : (words[at] ?? ''), styles));
  if (left > 0) lines.push(`    ${say.bundle.more({ count: left })}`);
  return [`${paint(mark)} ${heading}`, ...lines].join('\n');
}

/** The place, with its indicator; what is the matter goes on a line of its own below it. */
function findingLines(finding: Finding, words: string, styles: Styles): string[] {
  if (finding.file === undefined) return words === '' ? [] : [`    ${words}`];
  const code = finding.indicator === undefined ? '' : `[${finding.indicator.path}] `;
  // These sentences name the place by themselves.
  if (finding.rule === 'bundle-file-moved') return [`    ${code}${words}`];
  if (finding.rule === 'bundle-refused') return [`    ${words}`];
  const place = `    ${code}${visible(finding.file)}`;
  return words === '' ? [place] : [place, `      ${styles.dim(words)}`];
}

function todo(report: VerifyReport, say: Messages, styles: Styles): string {
  const { todo: words } = say.bundle;
  const advice = adviceOf(report);
  if (advice === undefined) return '';
  const lines = advice === 'refused' ? hintsOn(report, say) : [adviceWords(advice, report, say)];
  return [styles.bold(words.title), ...lines.map((line) => `  ${line}`)].join('\n');
}

function adviceWords(
  advice: 'whole' | Exclude<keyof Messages['bundle']['todo'], 'title'>,
  { share }: VerifyReport,
  { bundle, spotCheck }: Messages,
): string {
  if (advice === 'whole') return spotCheck.whole;
  return advice === 'warnings' && share ? spotCheck.warnings : bundle.todo[advice];
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

function adviceOf({ holds, read, parts, findings, share }: VerifyReport) {
  if (holds) {
    if (findings.some(({ severity }) => severity === 'warning')) return 'warnings';
    return share ? 'whole' : undefined;
  }
  if (!read) return 'refused';
  if (!parts.fixity || !parts.form) return 'resend';
  return parts.contents ? 'profile' : 'contents';
}
