/** Rules as they are named on the command line. */
import type { RuleId } from './ids.js';

/**
 * The rules that a word names: one by its id, or all of an area (`name`, also written `name-*`).
 *
 * @param ids - Of which there is a choice.
 * @returns Empty when it names none of them.
 */
export function rulesNamed(word: string, ids: readonly RuleId[]): readonly RuleId[] {
  const area = word.replace(/-\*$/, '');
  return ids.filter((id) => id === word || areaOf(id) === area);
}

/** Can it be judged by names alone, without ledgers and contents? */
export function judgesNames(id: RuleId): boolean {
  return NAME_AREAS.has(areaOf(id));
}

const NAME_AREAS: ReadonlySet<string> = new Set(['tree', 'name', 'port']);

function areaOf(id: RuleId): string {
  return id.slice(0, id.indexOf('-'));
}
