/** `baseline.yaml`, from text with positions to how many findings of each fingerprint it lets pass. */
import type { WaiverFault } from '../../messages/faults.js';
import { fingerprintOf } from '../rules/findings.js';
import type { AnyRuleId } from '../rules/ids.js';
import type { Fields } from '../system/fields.js';
import { WrittenFile } from '../system/written-file.js';
import { nearestByParts } from '../text.js';
import type { YamlSource } from '../yaml-file/node.js';
import type { ShapeProblem } from '../yaml-file/schema-faults.js';
import { NO_BASELINE, type Baseline, type BaselineEntry } from './types.js';
import { isForBaseline } from './waivable.js';

/**
 * @param yaml - That was read without a problem.
 * @param faults - What the schema has against its entries.
 * @param rules - That judge an archive, those of the unit's own included.
 * @returns the entries that are in order. One that a merge has left twice counts once, with the larger number.
 */
export function decodeBaseline(
  yaml: YamlSource,
  faults: readonly ShapeProblem[],
  rules: readonly AnyRuleId[],
): Baseline {
  const file = new WrittenFile<WaiverFault>(NO_BASELINE.path, yaml);
  file.reportShape(faults);
  const entries = new Map<string, BaselineEntry>();
  for (const each of file.fields()?.list('findings') ?? []) {
    if (file.isFaulty(each)) continue;
    const entry = entryIn(each, file.placed(each.at));
    const fault = faultIn(entry, rules);
    if (fault) file.report(each.at, fault);
    else {
      const before = entries.get(entry.fingerprint);
      if (!before || before.count < entry.count) entries.set(entry.fingerprint, entry);
    }
  }
  return { path: file.path, entries: [...entries.values()], problems: file.problems };
}

function entryIn(fields: Fields, at: BaselineEntry['at']): BaselineEntry {
  return {
    at,
    fingerprint: fields.text('fingerprint') ?? '',
    rule: (fields.text('rule') ?? '') as AnyRuleId,
    indicator: fields.text('indicator') ?? '',
    title: fields.text('title') ?? '',
    count: Number(fields.text('count') ?? '1'),
  };
}

function faultIn(
  { fingerprint, rule, indicator, title }: BaselineEntry,
  rules: readonly AnyRuleId[],
): WaiverFault | undefined {
  if (!rules.includes(rule)) {
    return { wrong: 'no-rule', name: rule, nearest: nearestByParts(rule, rules) };
  }
  if (!isForBaseline(rule)) return { wrong: 'not-for-baseline', name: rule };
  // Whoever changes what can be read of a line has not changed what it is about.
  return fingerprintOf(rule, indicator, title) === fingerprint
    ? undefined
    : { wrong: 'fingerprint', found: fingerprint };
}
