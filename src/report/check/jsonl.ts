/** One line for each finding, then for what is let pass, then the totals; see `schemas/check-line.schema.json`. */
import { findingJson } from '../finding-json.js';
import { summaryJson, waivedJson } from './json.js';
import type { Outcome, Speech } from './outcome.js';

export function checkJsonl({ report, ok }: Outcome, { say }: Speech): string {
  const lines = [
    ...report.findings.map((finding) => ({ type: 'finding', ...findingJson(finding, say) })),
    ...report.waived.map((waived) => ({ type: 'waived', ...waivedJson(waived, say) })),
    { type: 'summary', ok, ...summaryJson(report) },
  ];
  const schema = 'dangan/check-line@1';
  return lines.map((line) => `${JSON.stringify({ schema, ...line })}\n`).join('');
}
