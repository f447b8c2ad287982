/** Which indicator is meant by what somebody wrote: an id, or a code. */
import { listIn } from '../group.js';
import type { ScoringSystem } from './types.js';
import { eachIndicator } from './walk.js';

export type Ids = ReadonlyMap<string, readonly string[]>;

/** Ids of indicators by id and by code: more than one where a code is there several times. */
export function idsByName(system: Pick<ScoringSystem, 'indicators' | 'bonus'>): Ids {
  const ids = new Map<string, string[]>();
  for (const { indicator } of eachIndicator(system)) ids.set(indicator.id, [indicator.id]);
  for (const { indicator } of eachIndicator(system)) {
    const { id, code } = indicator;
    if (code === id) continue;
    const known = ids.get(code);
    // An id goes before the codes that read like it.
    if (known?.[0] === code) continue;
    listIn(ids, code).push(id);
  }
  return ids;
}

/** Of the one indicator that is called so; `undefined` where none is, or several are. */
export function onlyId(ids: Ids, name: string): string | undefined {
  const [id, second] = ids.get(name) ?? [];
  return second === undefined ? id : undefined;
}
