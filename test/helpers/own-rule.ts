import { decodeSettings } from '../../src/core/archive/settings/decode.js';
import type { OwnRule } from '../../src/core/own-rules/types.js';
import { parseYaml } from '../../src/io/yaml/yaml.js';

/** A rule of the unit's own: `ownRuleOf('own-plans', '{ title: 甲, count: 1 }')`. */
export function ownRuleOf(id: string, declared: string): OwnRule {
  const { problems, settings } = decodeSettings(parseYaml(`rules: { ${id}: ${declared} }`));
  const [rule] = settings.own;
  if (!rule || problems.length > 0) throw new Error(JSON.stringify(problems));
  return rule;
}
