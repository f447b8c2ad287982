import type { Overview } from '../../core/archive/overview.js';
import type { ArchivePath } from '../../core/archive/types.js';
import type { Finding } from '../../core/rules/findings.js';
import type { Severity } from '../../core/rules/types.js';
import type { Waived } from '../../core/waivers/types.js';
import type { TextStyle } from '../text-style.js';

/** The outcome of a check, for every format. */
export interface CheckReport {
  /** That count, in the order of `compareFindings`. */
  readonly findings: readonly Finding[];
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

export interface Counts extends Readonly<Record<Severity, number>> {
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

/** What no finding says, at the end of the summary: indicators without evidence, and evidence without an indicator. */
export function overviewLines(
  { leaves, empty, notApplicable, outside }: Overview,
  { say, paint }: TextStyle,
): string[] {
  const { overview } = say.check;
  return [
    ...(empty > 0 ? [`  ${overview.empty({ empty, leaves })}`] : []),
    ...(notApplicable > 0 ? [`  ${overview.notApplicable({ count: notApplicable })}`] : []),
    ...(outside > 0 ? [`  ${paint.yellow(overview.outside({ count: outside }))}`] : []),
  ];
}
