/** Rules as they are named on the command line. */
import type { AnyRuleId } from './ids.js';

/**
 * The rules that a word names: one by its id, or all of an area (`name`, also written `name-*`).
 *
 * @param ids - Of which there is a choice.
 * @returns Empty when it names none of them.
 */
export function rulesNamed<Id extends AnyRuleId>(word: string, ids: readonly Id[]): readonly Id[] {
  const area = word.replace(/-\*$/, '');
  return ids.filter((id) => id === word || areaOf(id) === area);
}

/** Can it be judged by names alone, without ledgers and contents? */
export function judgesNames(id: AnyRuleId): boolean {
  return NAME_AREAS.has(areaOf(id));
}

const NAME_AREAS: ReadonlySet<string> = new Set(['tree', 'name', 'port']);

export function areaOf(id: AnyRuleId): string {
  return id.slice(0, id.indexOf('-'));
}
