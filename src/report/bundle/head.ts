/** The verdict on a bundle, and what it is made of. */
import { isWhole, lackingSignature } from '../../core/bundle/judge/advice.js';
import type { VerifyReport } from '../../core/bundle/judge/judge.js';
import { visible } from '../../core/bundle/bag/paths.js';
import { bundleRuleOf } from '../../core/bundle/judge/rules.js';
import type { Share } from '../../core/bundle/judge/spot-check.js';
import type { Finding } from '../../core/rules/findings.js';
import type { Messages } from '../../messages/index.js';
import type { BundleView } from './view.js';
import { formatBytes } from '../bytes.js';
import { padded } from '../columns.js';
import { digestLines } from '../digest-groups.js';
import { quoted } from '../../messages/quoted.js';
import { fit, wrap } from '../wrap.js';
import { textWidth } from '../text-width.js';

/** The verdict; below it what the bundle says it is. */
export function verdictText(report: VerifyReport, name: string, view: BundleView): string {
  const { say, styles } = view;
  const words = verdictWords(report, say);
  const verdict = report.holds ? styles.green(`✓ ${words}`) : styles.red(`✗ ${words}`);
  const { part } = report;
  const told = [
    toldOf(report),
    ...(part
      ? [say.bundle.part({ ...part, group: part.group && fit(visible(part.group), LONGEST) })]
      : []),
    ...(report.read ? [] : [say.bundle.notRead]),
  ];
  const lines = told.filter((line) => line !== '').flatMap((line) => wrap(line, view.columns - 2));
  return [`${styles.bold(verdict)}  ${visible(name)}`, ...lines.map((line) => `  ${line}`)].join(
    '\n',
  );
}

/** Of a bundle that is whole, and is not what was asked for besides, it is told what that is. */
export function verdictWords(report: VerifyReport, say: Messages): string {
  const { bundle, spotCheck } = say;
  if (report.holds) return report.share ? spotCheck.holds : bundle.holds;
  if (!isWhole(report)) return bundle.doesNotHold;
  const but = partsOf(report).filter((part) => !report.parts[part]);
  const words = but.map((part) => partWords(part, report, say)).join(say.marks.list);
  return report.share ? spotCheck.wholeBut({ words }) : bundle.wholeBut({ words });
}

/** Longest of the sender's words that is repeated. */
const LONGEST = 100;

/** Whose it is, by what scoring system, of which day: in the sender's own words. */
function toldOf({ info }: VerifyReport): string {
  const first = (label: string) => info.find(([each]) => each.toLowerCase() === label)?.[1] ?? '';
  const system = [first('criteria-name'), first('criteria-version')].filter((each) => each !== '');
  const words = [
    first('source-organization'),
    system.join(' ') || first('external-description'),
    first('bagging-date'),
  ];
  return words
    .filter((each) => each !== '')
    .map((each) => fit(visible(each), LONGEST))
    .join(' · ');
}

/** Each part of the verdict on a line of its own, so that nobody has to look for what does not hold. */
export function partsText(report: VerifyReport, view: BundleView): string {
  const { say, styles } = view;
  const rows = partsOf(report).map((part) => {
    const holds = report.parts[part];
    const mark = holds ? styles.green('✓') : styles.red('✗');
    return [mark, partWords(part, report, say), detailOf(part, report, say)] as const;
  });
  const width = Math.max(...rows.map(([, words]) => textWidth(words)));
  const indent = 4 + width + 2;
  return [
    styles.bold(say.bundle.unchanged),
    ...rows.flatMap(([mark, words, detail]) => {
      const [first = '', ...rest] = wrap(detail, Math.max(20, view.columns - indent));
      const label = padded(words, width);
      return [`  ${mark} ${label}  ${first}`, ...rest.map((line) => ' '.repeat(indent) + line)];
    }),
    ...remarks(report, view),
  ].join('\n');
}

type Part = keyof VerifyReport['parts'];

function partsOf(report: VerifyReport): readonly Part[] {
  return (['fixity', 'form', 'contents', 'system', 'profile', 'signature'] as const)
    .filter((part) => part !== 'contents' || report.ours)
    .filter((part) => part !== 'system' || report.held !== undefined)
    .filter((part) => part !== 'profile' || report.profile !== undefined)
    .filter((part) => part !== 'signature' || report.signatures?.key !== undefined);
}

function partWords(part: Part, report: VerifyReport, { bundle, spotCheck }: Messages): string {
  const { parts, share } = report;
  if (!parts[part]) {
    const lacking = lackingOf(part, report);
    return lacking === undefined ? bundle.parts[part].no : bundle.partsLacking[lacking];
  }
  return share !== undefined && (part === 'fixity' || part === 'contents')
    ? spotCheck.parts[part]
    : bundle.parts[part].yes;
}

/** Nothing is wrong with what is not there. */
function lackingOf(
  part: Part,
  report: VerifyReport,
): keyof Messages['bundle']['partsLacking'] | undefined {
  const found = [...report.findings, ...report.echoes];
  const has = (id: Finding['messageId']) => found.some(({ messageId }) => messageId === id);
  if (part === 'contents') return has('bundle-index-mismatch/none') ? 'index' : undefined;
  if (part === 'system') return has('bundle-system-other/none') ? 'system' : undefined;
  return part === 'signature' ? lackingSignature(report) : undefined;
}

/** What the part is about: what was looked at, and how much of it is wrong. */
function detailOf(part: Part, report: VerifyReport, say: Messages): string {
  const { bundle } = say;
  const errors = report.findings.filter(
    (finding) => finding.severity === 'error' && bundleRuleOf(finding).part === part,
  );
  const counts = countsOf(
    part,
    errors.map(({ rule }) => rule),
    bundle,
  );
  // What the index still lists, though the files are gone, is told once.
  if (!report.parts[part] && counts.length === 0) return bundle.counts.echo;
  return [counts.join(say.marks.list), aboutPart(part, report, say)]
    .filter((words) => words !== '')
    .join(say.marks.semicolon);
}

function aboutPart(part: Part, report: VerifyReport, say: Messages): string {
  const { about } = say.bundle;
  const { payload, presence, algorithms, tagFiles, version, profile, held, ours, share } = report;
  switch (part) {
    case 'fixity':
      if (share) return shareWords(share, say);
      return about.fixity({
        files: payload.files,
        ledgers: presence?.reliable === true ? presence.ledgers : 0,
        size: formatBytes(payload.bytes),
        algorithms: algorithms.join(', '),
      });
    case 'form':
      return about.form({ version, tagFiles, ours });
    case 'contents':
      return lackingOf(part, report) === undefined ? about.contents : '';
    case 'system':
      return about.system({ title: visible(held?.system.title ?? '') });
    case 'profile':
      return profile?.from === 'inspector'
        ? about.given({ description: visible(profile.profile?.description ?? '') })
        : about.carried;
    case 'signature':
      return signatureWords(report, say);
  }
}

/** What was signed with it says whose signature it is; of one that is not valid anybody may have written it. */
function signatureWords({ signatures, parts }: VerifyReport, { bundle }: Messages): string {
  const key = signatures?.key ?? '';
  const valid = signatures?.found.find(({ state }) => state === 'valid');
  return parts.signature && valid
    ? bundle.about.signed({ key, comment: valid.comment ?? '' })
    : bundle.about.expected({ key });
}

const COUNTED = ['missing', 'changed', 'unexpected', 'moved', 'unreadable'] as const;

function countsOf(
  part: Part,
  rules: readonly string[],
  { counts }: Messages['bundle'],
): readonly string[] {
  if (rules.length === 0) return [];
  const told = COUNTED.flatMap((kind) => {
    const count = rules.filter((rule) => rule === `bundle-file-${kind}`).length;
    return count === 0 ? [] : [counts[kind]({ count })];
  });
  return part === 'fixity' && told.length > 0 ? told : [counts.errors({ count: rules.length })];
}

/** What an inspector should know even of a bundle that holds. */
function remarks(report: VerifyReport, view: BundleView): string[] {
  const { share, digest, algorithms } = report;
  const { errorsAtPacking: errors = 0, waivedAtPacking: waived = 0 } = report;
  const { bundle } = view.say;
  const loud = [
    ...(share ? askedLines(share, view.say) : []),
    ...(errors > 0 ? [bundle.errorsAtPacking({ count: errors })] : []),
    ...(waived > 0 ? [bundle.waivedAtPacking({ count: waived })] : []),
    ...(isWeak(algorithms) ? [bundle.weak({ algorithms: algorithms.join(', ') })] : []),
  ];
  return [
    ...loud
      .flatMap((line) => wrap(line, view.columns - 2))
      .map((line) => `  ${view.styles.yellow(line)}`),
    ...(digest === undefined ? [] : labelledDigest(digest, view)),
  ];
}

function isWeak(algorithms: readonly string[]): boolean {
  return algorithms.length > 0 && algorithms.every((each) => each === 'md5' || each === 'sha1');
}

function labelledDigest(digest: string, { say, columns }: BundleView): string[] {
  const label = `  ${say.bundle.digest}  `;
  const indent = textWidth(label);
  const lines = digestLines(digest, columns - indent);
  return lines.map((line, at) => (at === 0 ? label : ' '.repeat(indent)) + line);
}

/** How much of the payload the verdict is about. */
export function shareWords(share: Share, { spotCheck }: Messages): string {
  const { files, bytes, ofFiles, ofBytes } = share;
  const percent = percentOf(files, ofFiles);
  const [size, ofSize] = [formatBytes(bytes), formatBytes(ofBytes)];
  return spotCheck.share({ files, ofFiles, percent, size, ofSize });
}

/** What was asked for, and how to ask for it again. */
export function askedLines(
  { asked: { indicators, sample } }: Share,
  { spotCheck }: Messages,
): string[] {
  return [
    ...(indicators.length > 0 ? [spotCheck.indicators({ codes: indicators.map(visible) })] : []),
    ...(sample
      ? [spotCheck.seed({ ...sample, seed: quoted(sample.seed), codes: indicators.map(quoted) })]
      : []),
  ];
}

/** Never 0% of something, never 100% of less than all. */
function percentOf(part: number, whole: number): string {
  const tenths = Math.floor((part / whole) * 1000);
  return tenths === 0 && part > 0 ? '<0.1%' : `${(tenths / 10).toFixed(1)}%`;
}
