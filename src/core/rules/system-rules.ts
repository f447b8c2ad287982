/** The rules that judge a scoring system, in display order, and running them. */
import type { SystemSource } from '../system/source.js';
import { compareFindings, fingerprintOf } from './findings.js';
import type { Finding } from './findings.js';
import type { AnyRuleId } from './ids.js';
import { scoringCodeUnquoted } from './scoring-code-unquoted/index.js';
import { scoringDuplicateCode } from './scoring-duplicate-code/index.js';
import { scoringFullwidthColon } from './scoring-fullwidth-colon/index.js';
import { scoringNameUnusable } from './scoring-name-unusable/index.js';
import { scoringOwnerMissing } from './scoring-owner-missing/index.js';
import { scoringPointsInvalid } from './scoring-points-invalid/index.js';
import { scoringRequirementConflict } from './scoring-requirement-conflict/index.js';
import { scoringSchemaViolation } from './scoring-schema-violation/index.js';
import { scoringSiblingNameClash } from './scoring-sibling-name-clash/index.js';
import { scoringSumMismatch } from './scoring-sum-mismatch/index.js';
import { scoringYamlInvalid } from './scoring-yaml-invalid/index.js';
import type { Level } from './levels.js';
import type { SystemRule } from './types.js';

export const SYSTEM_RULES: readonly SystemRule[] = [
  scoringYamlInvalid,
  scoringFullwidthColon,
  scoringSchemaViolation,
  scoringDuplicateCode,
  scoringCodeUnquoted,
  scoringSumMismatch,
  scoringPointsInvalid,
  scoringSiblingNameClash,
  scoringNameUnusable,
  scoringRequirementConflict,
  scoringOwnerMissing,
];

/** Of a broken file only what is wrong with its text is told: the rest waits until it is read as it was meant. */
const OF_TEXT: readonly SystemRule[] = [scoringYamlInvalid, scoringFullwidthColon];

/** What the rules find in a scoring system, in the order of the file. @param levels - Of the archive's settings. */
export function runSystemRules(
  source: SystemSource,
  levels: Readonly<Partial<Record<AnyRuleId, Level>>> = {},
): Finding[] {
  const findings: Finding[] = [];
  for (const rule of source.broken ? OF_TEXT : SYSTEM_RULES) {
    const level = levels[rule.id];
    if (level === 'off') continue;
    for (const seen of rule.check(source)) {
      const { at, indicator } = seen;
      findings.push({
        rule: rule.id,
        severity: level ?? seen.severity ?? rule.severity,
        messageId: seen.messageId,
        params: seen.data,
        indicator: indicator && { code: indicator.code, path: indicator.id },
        file: undefined,
        title: '',
        at: at && { file: at.file ?? source.path, line: at.line, column: at.column },
        fix: seen.fix ?? rule.fix,
        fingerprint: fingerprintOf(rule.id, indicator?.id ?? '', seen.title ?? ''),
      });
    }
  }
  return findings.sort(compareFindings);
}
