/** The one indicator that somebody means, or why it cannot be told which one that is. */
import { DanganError } from '../../errors.js';
import { indicatorsMeant, notMeant, shownCode, typed } from './meant.js';
import type { Indicator, ScoringSystem } from './types.js';

/** @throws {DanganError} TARGET_UNKNOWN, TARGET_IS_VETO, INDICATOR_AMBIGUOUS */
export function theIndicator(word: string, system: ScoringSystem): Indicator {
  const { found, isCode } = indicatorsMeant(word, system);
  const [first, second] = found;
  if (!first) throw unknownIndicator(word, system);
  if (second) throw ambiguousIndicator(word, found, isCode, system);
  return first;
}

export function unknownIndicator(word: string, system: ScoringSystem): DanganError {
  const veto = system.vetoes.find(({ code }) => typed(code) === typed(word.trim()));
  if (!veto) return new DanganError('TARGET_UNKNOWN', { to: word, ...notMeant(word, system) });
  return new DanganError('TARGET_IS_VETO', { code: veto.code, proof: veto.evidence[0]?.title });
}

/** @param isCode - They have the code that was typed; else their names have it. */
export function ambiguousIndicator(
  word: string,
  found: readonly Indicator[],
  isCode: boolean,
  system: ScoringSystem,
): DanganError {
  return new DanganError('INDICATOR_AMBIGUOUS', {
    name: word,
    isCode,
    found: found.map((each) => ({ code: shownCode(each, system), name: each.name })),
  });
}
