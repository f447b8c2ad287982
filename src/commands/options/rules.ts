import { RULE_IDS, type AnyRuleId } from '../../core/rules/ids.js';
import { areaOf, rulesNamed } from '../../core/rules/named.js';
import { nearest, nearestByParts } from '../../core/text.js';
import { DanganError } from '../../errors.js';

/**
 * The rules of `--rule WORD`.
 *
 * @param ids - Those that the command has.
 * @throws {DanganError} RULE_UNKNOWN, RULES_IN_ONE, RULE_ELSEWHERE
 */
export function rulesAsked<Id extends AnyRuleId>(word: string, ids: readonly Id[]): readonly Id[] {
  const named = rulesNamed(word, ids);
  if (named.length > 0) return named;
  if (rulesNamed(word, RULE_IDS).length > 0) {
    const command = word.startsWith('bundle') ? 'verify' : 'validate';
    throw new DanganError('RULE_ELSEWHERE', { rule: word, command });
  }
  const several = word.split(/[,，、;；\s]+/).filter((each) => each !== '');
  if (several.length > 1 && several.every((each) => rulesNamed(each, ids).length > 0)) {
    throw new DanganError('RULES_IN_ONE', { word, several });
  }
  const near = nearestByParts(word, ids) ?? nearest(word, new Set(ids.map(areaOf)));
  throw new DanganError('RULE_UNKNOWN', { rule: word, nearest: near, area: [] });
}
