/** Archives with what is let pass in them, as texts. */
import type { Archive } from '../../src/core/archive/types.js';
import { NO_SCORES } from '../../src/core/scoring/scores.js';
import { RULE_IDS, type AnyRuleId } from '../../src/core/rules/ids.js';
import { ARCHIVE_RULES } from '../../src/core/rules/index.js';
import { runArchiveRules } from '../../src/core/rules/run.js';
import { letPass, type PassingOptions } from '../../src/core/waivers/let-pass.js';
import { isWaivable } from '../../src/core/waivers/waivable.js';
import type { Allowances } from '../../src/core/waivers/types.js';
import {
  baselineIn,
  parseBaselineText,
  parseWaiversText,
  waiversIn,
} from '../../src/io/waivers/read-waivers.js';

const RULES: readonly AnyRuleId[] = ARCHIVE_RULES.map(({ id }) => id);

/** What two texts let pass. */
export function allowancesIn(
  { system }: Pick<Archive, 'system'>,
  waivers = '',
  baseline = '',
): Allowances {
  return {
    waivers: waiversIn(parseWaiversText(waivers), { system, rules: RULES }),
    baseline: baselineIn(parseBaselineText(baseline), RULES),
  };
}

/** Every rule has run. */
export const ranAll = (
  { system }: Pick<Archive, 'system'>,
  today = '2020-08-15',
): PassingOptions => ({ system, today, ran: new Set(RULE_IDS), off: new Set() });

/** The archive as the rules about waivers judge it; entries as lines of YAML. */
export function withAllowances(
  given: Archive,
  waivers: readonly string[],
  baseline: readonly string[] = [],
): Archive {
  const archive: Archive = {
    ...given,
    known: given.known ?? {
      today: '2020-08-15',
      ledgers: new Map(),
      facts: new Map(),
      scores: NO_SCORES,
    },
  };
  const allowances = allowancesIn(
    archive,
    waivers.length === 0 ? '' : `waivers:\n${waivers.join('')}`,
    baseline.length === 0 ? '' : `findings:\n${baseline.join('')}`,
  );
  const rules = ARCHIVE_RULES.filter(({ id }) => isWaivable(id));
  const found = runArchiveRules(archive, rules);
  const { outcome } = letPass(found, allowances, ranAll(archive, archive.known?.today));
  return { ...archive, waivers: outcome };
}
