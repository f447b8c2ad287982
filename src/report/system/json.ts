import { formatDecimal } from '../../core/system/decimal.js';
import type { Decimal } from '../../core/system/decimal.js';
import type { ScoringSystem } from '../../core/system/types.js';
import type { Messages } from '../../messages/index.js';
import { countFindings } from '../check/check-report.js';
import { findingJson } from '../finding-json.js';
import type { SystemReport } from './text.js';

/**
 * One document, `dangan/validate@1`; see schemas/validate.schema.json.
 *
 * @param system - In full where it was asked for; decimals as text, so that no program rounds them.
 */
export function systemJson(
  report: SystemReport,
  ok: boolean,
  system: ScoringSystem | undefined,
  say: Messages,
): string {
  const { findings, facts, usable } = report;
  const { error, warning, info } = countFindings(findings);
  const document = {
    schema: 'dangan/validate@1',
    ok,
    findings: findings.map((finding) => findingJson(finding, say)),
    summary: { error, warning, info, usable, ...facts },
    ...(system && { system }),
  };
  return `${JSON.stringify(document, decimalsAsText, 2)}\n`;
}

function decimalsAsText(_: string, value: unknown): unknown {
  return isDecimal(value) ? formatDecimal(value) : value;
}

function isDecimal(value: unknown): value is Decimal {
  return (
    typeof value === 'object' &&
    value !== null &&
    'units' in value &&
    typeof value.units === 'bigint'
  );
}
