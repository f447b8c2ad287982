import type { Whereabouts } from '../../core/archive/whereabouts.js';
import type { OwnRule } from '../../core/own-rules/types.js';
import type { Finding } from '../../core/rules/findings.js';
import type { AnyRuleId } from '../../core/rules/ids.js';
import { SEVERITIES } from '../../core/rules/levels.js';
import type { Severity } from '../../core/rules/seen.js';
import type { Day } from '../../core/system/types.js';
import type { Language, Messages } from '../../messages/index.js';
import type { CheckReport } from './check-report.js';

/** One result of a check, to be shown in any format. */
export interface Outcome {
  readonly report: CheckReport;
  /** No finding reaches the level of `--fail-on`. */
  readonly ok: boolean;
  readonly failOn: Severity;
  /**
   * Path of the archive from the top of its repository, `/` between the parts; empty when it is that. Those who show
   * findings beside the files know them by such paths.
   */
  readonly prefix: string;
  /** Name of the unit, title of the scoring system, and the day on which it was judged. */
  readonly unit: string;
  readonly system: string;
  readonly today: Day;
  /** Of this program. */
  readonly version: string;
  readonly where: Whereabouts;
  /** The page of a rule, in Markdown; rules of the unit's own have what they declare. */
  readonly pageOf: (rule: AnyRuleId) => string | undefined;
  readonly own: readonly OwnRule[];
}

/** Why a check could not be carried out. */
export interface CheckFailure {
  readonly code: string;
  readonly message: string;
  readonly hint: string;
  readonly exitCode: number;
  /** As that of an outcome; empty where it is not known either. */
  readonly prefix: string;
  /** Of this program. */
  readonly version: string;
}

/** In whose words. */
export interface Speech {
  readonly say: Messages;
  readonly language: Language;
}

export function reaches(severity: Severity, level: Severity): boolean {
  return SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(level);
}

/** Worst first, else in their own order. */
export function worstFirst(findings: readonly Finding[]): Finding[] {
  return SEVERITIES.flatMap((level) => findings.filter(({ severity }) => severity === level));
}
