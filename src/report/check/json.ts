import type { Waived } from '../../core/waivers/types.js';
import type { Messages } from '../../messages/index.js';
import { findingJson } from '../finding-json.js';
import { countFindings, type CheckReport } from './check-report.js';
import type { Outcome, Speech } from './outcome.js';

/** One document, `dangan/check@1`; see schemas/check.schema.json. */
export function checkJson({ report, ok }: Outcome, { say }: Speech): string {
  const document = {
    schema: 'dangan/check@1',
    ok,
    judged: report.judged,
    findings: report.findings.map((finding) => findingJson(finding, say)),
    waived: report.waived.map((waived) => waivedJson(waived, say)),
    summary: summaryJson(report),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

/** A finding that is let pass, and why. */
export function waivedJson({ finding, by }: Waived, say: Messages): object {
  const { kind, reason, owner, until, at } = by;
  return { ...findingJson(finding, say), waivedBy: { kind, reason, owner, until, at } };
}

export function summaryJson({ findings, waived, files, folders, overview }: CheckReport): object {
  const { error, warning, info, safe, unsafe } = countFindings(findings);
  const fixable = { safe, unsafe };
  return { error, warning, info, waived: waived.length, fixable, files, folders, ...overview };
}
