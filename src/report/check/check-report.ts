import type { Overview } from '../../core/archive/overview.js';
import type { ArchivePath } from '../../core/archive/paths.js';
import type { JudgedPart } from '../../core/git/changes.js';
import type { Finding } from '../../core/rules/findings.js';
import type { Severity } from '../../core/rules/seen.js';
import type { Waived } from '../../core/waivers/types.js';
import type { Messages } from '../../messages/index.js';
import type { TextStyle } from '../text-style.js';

/** The outcome of a check, for every format. */
export interface CheckReport {
  /** That count, in the order of `compareFindings`. */
  readonly findings: readonly Finding[];
  /** What was judged, and what is told of it; absent for all of the folder on the disk. */
  readonly judged?: JudgedPart;
  /** Findings at other places than those asked about; absent where all were. */
  readonly elsewhere?: number;
  /** What is let pass, in the same order. */
  readonly waived: readonly Waived[];
  /** Is there a folder at this place? */
  readonly isFolder: (path: ArchivePath) => boolean;
  /** What was looked at. */
  readonly files: number;
  readonly folders: number;
  /** What of the indicators has evidence. */
  readonly overview: Overview;
  /** The order in which folders are shown: that of the scoring system. */
  readonly order: (a: ArchivePath, b: ArchivePath) => number;
}

interface Counts extends Readonly<Record<Severity, number>> {
  /** Mended by `fix --write`; with `--unsafe` too. */
  readonly safe: number;
  readonly unsafe: number;
}

export function countFindings(findings: readonly Finding[]): Counts {
  const counts = { error: 0, warning: 0, info: 0, safe: 0, unsafe: 0 };
  for (const { severity, fix } of findings) {
    counts[severity] += 1;
    if (fix === 'safe' || fix === 'unsafe') counts[fix] += 1;
  }
  return counts;
}

/** The totals in a line: what counts, what was looked at, what is let pass. */
export function totalsWords(report: CheckReport, say: Messages): string {
  return [foundWords(report, say), ...waivedWords(report, say)].join(say.marks.semicolon);
}

/** What counts, and what was looked at. */
export function foundWords(report: CheckReport, say: Messages): string {
  const { findings } = report;
  if (findings.length === 0 && report.elsewhere !== undefined)
    return say.check.inOrderHere({ count: report.elsewhere });
  if (findings.length === 0) return say.check.inOrder(report);
  const { error, warning, info } = countFindings(findings);
  const total = say.check.summary({ total: findings.length, error, warning, info });
  return total + say.check.looked(report);
}

/** How many are let pass, and by what; empty when none are. */
function waivedWords({ waived }: CheckReport, say: Messages): string[] {
  if (waived.length === 0) return [];
  const waivers = waived.filter(({ by }) => by.kind === 'waiver').length;
  return [say.reports.waived({ waivers, baseline: waived.length - waivers })];
}

/** What was judged, where that is not all of the folder on the disk; and what is told of it. */
function judgedWords({ judged }: CheckReport, { check }: Messages): string[] {
  if (!judged) return [];
  const { judged: words } = check;
  const { from, ref = '', commit = '', since } = judged;
  return [
    ...(from === 'commit' ? [words.commit({ ref, commit: commit.slice(0, SHORT_ID) })] : []),
    ...(from === 'index' ? [words.index] : []),
    ...(since ? [words.since(since)] : []),
    ...(since?.everything === true ? [words.everything] : []),
  ];
}

/** As many digits of a commit's id as people are shown. */
const SHORT_ID = 10;

/**
 * What no finding says, for the end of the summary: what was judged, what is let pass, indicators without evidence, evidence without an
 * indicator, and what was not looked at.
 */
export function overviewNotes(report: CheckReport, say: Messages): string[] {
  const { leaves, empty, notApplicable, outside, ignored, preset } = report.overview;
  const { overview } = say.check;
  return [
    ...judgedWords(report, say),
    ...waivedWords(report, say),
    ...(empty > 0 ? [overview.empty({ empty, leaves })] : []),
    ...(notApplicable > 0 ? [overview.notApplicable({ count: notApplicable })] : []),
    ...(outside > 0 ? [overview.outside({ count: outside })] : []),
    ...(ignored > 0 ? [overview.ignored({ count: ignored })] : []),
    ...(preset === 'clerk' ? [] : [overview.preset[preset]]),
  ];
}

/** The same below a summary; evidence that nobody will see is told from afar. */
export function overviewLines(report: CheckReport, { say, paint }: TextStyle): string[] {
  const { outside } = report.overview;
  const warning = say.check.overview.outside({ count: outside });
  return overviewNotes(report, say).map(
    (note) => `  ${note === warning ? paint.yellow(note) : note}`,
  );
}
