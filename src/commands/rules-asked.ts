import { RULE_IDS, type RuleId } from '../core/rules/ids.js';
import { rulesNamed } from '../core/rules/named.js';
import { nearestByParts } from '../core/text.js';
import { DanganError } from '../errors.js';

/**
 * The rules of `--rule WORD`.
 *
 * @param ids - Those that the command has.
 * @throws {DanganError} RULE_UNKNOWN, RULE_ELSEWHERE
 */
export function rulesAsked(word: string, ids: readonly RuleId[]): readonly RuleId[] {
  const named = rulesNamed(word, ids);
  if (named.length > 0) return named;
  if (rulesNamed(word, RULE_IDS).length > 0) {
    const command = word.startsWith('bundle') ? 'verify' : 'validate';
    throw new DanganError('RULE_ELSEWHERE', { rule: word, command });
  }
  throw new DanganError('RULE_UNKNOWN', { rule: word, nearest: nearestByParts(word, ids) });
}
