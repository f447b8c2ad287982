/** `rules` of `dangan.yaml`: levels of our rules, and rules of the unit's own. */
import { RULE_IDS, type AnyRuleId, type RuleId } from '../../rules/ids.js';
import { LEVELS, type Level } from '../../rules/levels.js';
import type { OwnRule } from '../../own-rules/types.js';
import { nearest } from '../../text.js';
import type { YamlMap, YamlNode } from '../../yaml-file/node.js';
import { OWN, ownRuleIn } from './own-rules.js';
import type { Settings } from '../settings.js';
import type { SettingsReader } from './reader.js';

export function ruleSettings(
  node: YamlNode | undefined,
  reader: SettingsReader,
): Pick<Settings, 'rules' | 'own'> {
  const rules: Partial<Record<AnyRuleId, Level>> = {};
  const own: OwnRule[] = [];
  const entries = node ? reader.mapping(node, 'rules') : new Map<string, YamlNode>();
  for (const key of entries.keys()) {
    const map = node as YamlMap;
    if (key.startsWith(OWN)) {
      const decoded = ownRuleIn(key, map, reader);
      if (!decoded) continue;
      own.push(decoded.rule);
      if (decoded.level === 'off') rules[decoded.rule.id] = 'off';
    } else if (isRuleId(key)) {
      const level = reader.choice(entries, `rules.${key}`, LEVELS);
      if (level) rules[key] = level;
    } else {
      const data = { rule: key, nearest: nearest(key, RULE_IDS) };
      const at = reader.keyPlace(map, key);
      reader.problems.push({ at, messageId: 'unknown-rule', data });
    }
  }
  return { rules, own };
}

function isRuleId(text: string): text is RuleId {
  return (RULE_IDS as readonly string[]).includes(text);
}
