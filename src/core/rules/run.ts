/** Run the rules over an archive. */
import { indicatorFinder } from '../archive/indicator-finder.js';
import { nameOf } from '../archive/paths.js';
import type { Archive } from '../archive/types.js';
import type { Indicator } from '../system/types.js';
import { compareFindings, fingerprintOf, type Finding } from './findings.js';
import type { AnyRuleId } from './ids.js';
import type { ArchiveRule } from './types.js';
import type { Seen, Severity } from './seen.js';

/** What a finding is made with. */
interface Facts {
  readonly rule: Pick<ArchiveRule<AnyRuleId>, 'id' | 'severity' | 'fix'>;
  /** As the settings have it, over what the rule says. */
  readonly severity: Severity | undefined;
  /** Path of the scoring system, for findings with a line in it. */
  readonly system: string;
}

/**
 * What the rules find in an archive, in the order of `compareFindings`.
 *
 * Severities are those of the settings; rules that are `off` do not run. A finding about a file or folder belongs to
 * the indicator in whose folder that is.
 */
export function runArchiveRules(
  archive: Archive,
  rules: readonly ArchiveRule<AnyRuleId>[],
): Finding[] {
  const { settings } = archive;
  const indicatorAt = indicatorFinder(archive);
  const findings: Finding[] = [];
  for (const rule of rules) {
    const severity = settings.rules[rule.id];
    if (severity === 'off') continue;
    const facts: Facts = { rule, severity, system: settings.system };
    for (const seen of rule.check(archive)) {
      findings.push(findingOf(seen, facts, seen.indicator ?? indicatorAt(seen.path)));
    }
  }
  return findings.sort(compareFindings);
}

/** A finding from what a rule saw. */
function findingOf(seen: Seen, facts: Facts, indicator: Indicator | undefined): Finding {
  const { rule, system } = facts;
  const title = seen.title ?? (seen.path === undefined ? '' : nameOf(seen.path));
  return {
    rule: rule.id,
    severity: facts.severity ?? seen.severity ?? rule.severity,
    messageId: seen.messageId,
    params: seen.data,
    indicator: indicator && { code: indicator.code, path: indicator.id },
    file: seen.path,
    title,
    at: seen.at && { line: seen.at.line, column: seen.at.column, file: seen.at.file ?? system },
    fix: seen.fix ?? rule.fix,
    fingerprint: fingerprintOf(rule.id, indicator?.id ?? '', title),
  };
}
