import type { ArchivePath } from '../core/archive/types.js';
import type { Finding } from '../core/rules/findings.js';
import type { Severity } from '../core/rules/types.js';

/** The outcome of a check, for every format. */
export interface CheckReport {
  /** In the order of `compareFindings`. */
  readonly findings: readonly Finding[];
  /** Is there a folder at this place? */
  readonly isFolder: (path: ArchivePath) => boolean;
  /** What was looked at. */
  readonly files: number;
  readonly folders: number;
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
