/** The baseline of what was found: made, brought up to date, and written. */
import { schemaLine } from '../archive/schema-line.js';
import type { Finding } from '../rules/findings.js';
import { compareText } from '../text.js';
import { writeValue } from '../yaml-file/write-value.js';
import { NO_BASELINE, type BaselineEntry, type WaiverOutcome } from './types.js';
import { isForBaseline } from './waivable.js';

/** Without the place: it is to be written yet. */
export type BaselineRow = Omit<BaselineEntry, 'at'>;

/** Findings that go into a baseline, one row for each fingerprint. */
export function baselineRows(findings: readonly Finding[]): readonly BaselineRow[] {
  const rows = new Map<string, BaselineRow>();
  for (const { rule, indicator, title, fingerprint } of findings) {
    if (!isForBaseline(rule)) continue;
    const count = (rows.get(fingerprint)?.count ?? 0) + 1;
    rows.set(fingerprint, { rule, indicator: indicator?.path ?? '', title, fingerprint, count });
  }
  return [...rows.values()];
}

/** What of a baseline stays when what is no longer found is taken out. */
export function prunedRows(
  entries: readonly BaselineEntry[],
  gone: WaiverOutcome['gone'],
): readonly BaselineRow[] {
  const fewer = new Map(gone.map(({ entry, count }) => [entry.fingerprint, count]));
  return entries.flatMap((entry) => {
    const count = entry.count - (fewer.get(entry.fingerprint) ?? 0);
    return count > 0 ? [{ ...entry, count }] : [];
  });
}

/** How many more there are of what in `after` than in `before`. */
export function moreIn(
  after: readonly BaselineRow[],
  before: readonly BaselineRow[],
): readonly BaselineRow[] {
  const counts = new Map(before.map(({ fingerprint, count }) => [fingerprint, count]));
  return after.flatMap((row) => {
    const count = row.count - (counts.get(row.fingerprint) ?? 0);
    return count > 0 ? [{ ...row, count }] : [];
  });
}

export function countIn(rows: readonly BaselineRow[]): number {
  return rows.reduce((sum, { count }) => sum + count, 0);
}

/**
 * The file: sorted, one row a line, so that two people's changes of it merge line by line. In both languages whoever
 * writes it, for the same bytes.
 */
export function formatBaseline(rows: readonly BaselineRow[]): string {
  const head = [
    schemaLine(NO_BASELINE.path, 'baseline'),
    '# 定基线时已有、留待以后改的问题；由 dangan baseline 写，不用手改。',
    '# Findings that were there when the baseline was drawn; written by dangan baseline.',
    'format: dangan/baseline@1',
  ];
  const lines = [...rows].sort(compareRows).map((row) => `  - ${rowText(row)}`);
  // Without lines it has nothing after the key: a union merge may put those of another branch below it.
  return `${[...head, 'findings:', ...lines].join('\n')}\n`;
}

function rowText({ rule, indicator, title, count, fingerprint }: BaselineRow): string {
  const text = (value: string) => writeValue(value, 'brackets');
  const parts = [
    `rule: ${text(rule)}`,
    ...(indicator === '' ? [] : [`indicator: ${text(indicator)}`]),
    ...(title === '' ? [] : [`title: ${text(title)}`]),
    ...(count === 1 ? [] : [`count: ${count}`]),
    `fingerprint: ${JSON.stringify(fingerprint)}`,
  ];
  return `{ ${parts.join(', ')} }`;
}

function compareRows(a: BaselineRow, b: BaselineRow): number {
  return (
    compareText(a.rule, b.rule) ||
    compareText(a.indicator, b.indicator) ||
    compareText(a.title, b.title) ||
    compareText(a.fingerprint, b.fingerprint)
  );
}
