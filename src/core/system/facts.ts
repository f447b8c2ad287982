import { formatDecimal } from './decimal.js';
import type { ScoringSystem } from './types.js';
import { eachIndicator, eachRequirement, isLeaf } from './walk.js';

/** A scoring system in numbers. */
export interface SystemFacts {
  readonly title: string;
  readonly indicators: number;
  readonly leaves: number;
  /** Levels of the deepest branch. */
  readonly depth: number;
  /** `undefined` when the system gives none. */
  readonly total: string | undefined;
  readonly bonus: number;
  readonly vetoes: number;
  /** Requirements as they are listed; the parts of one are not counted by themselves. */
  readonly requirements: number;
  readonly owners: number;
}

/** How large a scoring system is. */
export function factsOf(system: ScoringSystem): SystemFacts {
  let indicators = 0;
  let leaves = 0;
  let depth = 0;
  let requirements = 0;
  // Where departments are listed, a name that is not among them is a mistake, and no further department.
  const isListed = Object.keys(system.owners).length > 0;
  const owners = new Set<string>(Object.keys(system.owners));
  for (const { indicator, above } of eachIndicator(system)) {
    indicators += 1;
    depth = Math.max(depth, above.length + 1);
    if (isLeaf(indicator)) leaves += 1;
    requirements += indicator.evidence.length;
    if (isListed) continue;
    for (const owner of indicator.owner) owners.add(owner);
    for (const each of eachRequirement(indicator.evidence)) {
      for (const owner of each.owner) owners.add(owner);
    }
  }
  return {
    title: system.title,
    indicators,
    leaves,
    depth,
    total: system.total && formatDecimal(system.total),
    bonus: system.bonus.length,
    vetoes: system.vetoes.length,
    requirements,
    owners: owners.size,
  };
}
