import { nameOf } from '../../core/archive/paths.js';
import type { LeftReason, StampRow } from '../../core/stamp/plan.js';

interface StampResult {
  readonly rows: readonly StampRow[];
  readonly template: string;
  readonly write: boolean;
  readonly entry: string | undefined;
}

/** One document, `dangan/stamp@1`; see schemas/stamp.schema.json. */
export function stampJson({ rows, template, write, entry }: StampResult): string {
  const document = {
    schema: 'dangan/stamp@1',
    ok: true,
    write,
    template,
    files: rows.map(rowJson),
    summary: summaryOf(rows),
    entry: entry ?? null,
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

function rowJson({ path, format, text, outcome }: StampRow): object {
  const base = { file: path, format: format ?? null, did: outcome.did };
  switch (outcome.did) {
    case 'same':
      return { ...base, text };
    case 'left':
      return { ...base, because: outcome.because, detail: outcome.detail };
    case 'stamped': {
      const { before, converted } = outcome;
      return { ...base, text, before, becomes: converted && nameOf(converted.to) };
    }
  }
}

function summaryOf(rows: readonly StampRow[]) {
  const because: Partial<Record<LeftReason, number>> = {};
  const counts = { stamped: 0, converted: 0, same: 0, left: 0 };
  for (const { outcome } of rows) {
    counts[outcome.did] += 1;
    if (outcome.did === 'stamped' && outcome.converted) counts.converted += 1;
    if (outcome.did === 'left') because[outcome.because] = (because[outcome.because] ?? 0) + 1;
  }
  return { ...counts, because };
}
