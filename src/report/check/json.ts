import type { Messages } from '../../messages/index.js';
import { countFindings, type CheckReport } from './check-report.js';
import { findingJson } from '../finding-json.js';

/** One document, `dangan/check@1`; see schemas/check.schema.json. */
export function checkJson(report: CheckReport, ok: boolean, say: Messages): string {
  const { findings, files, folders, overview } = report;
  const { error, warning, info, safe, unsafe } = countFindings(findings);
  const document = {
    schema: 'dangan/check@1',
    ok,
    findings: findings.map((finding) => findingJson(finding, say)),
    summary: { error, warning, info, fixable: { safe, unsafe }, files, folders, ...overview },
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}
