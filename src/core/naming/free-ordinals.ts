import { highestOrdinal, type Naming } from './format.js';
import type { EvidenceName } from './types.js';

/**
 * Ordinals that a folder has free, best first: those after the highest, then those in its gaps. A gap may be that of
 * a paper that comes back. Ends when the folder is full; what lies above the limit is no ordinal of this folder.
 */
export function* freeOrdinals(
  names: Iterable<Pick<EvidenceName, 'ordinal'>>,
  naming: Naming,
): Generator<number, undefined> {
  const limit = highestOrdinal(naming);
  const used = new Set<number>();
  let highest = 0;
  for (const { ordinal } of names) {
    if (ordinal === undefined || ordinal < 1 || ordinal > limit) continue;
    used.add(ordinal);
    highest = Math.max(highest, ordinal);
  }
  for (let ordinal = highest + 1; ordinal <= limit; ordinal += 1) yield ordinal;
  for (let ordinal = 1; ordinal < highest; ordinal += 1) if (!used.has(ordinal)) yield ordinal;
}
