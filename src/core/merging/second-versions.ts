/** Two papers that got one name: each is to have its own. */
import { isNumbered, renumbered } from '../naming/renumber.js';
import { freeOrdinals } from '../naming/free-ordinals.js';
import type { Naming } from '../naming/format.js';
import { parseName } from '../naming/parse.js';
import { foldName } from '../text.js';

/**
 * Names for papers that come into a folder beside others of the same names: their titles, with the next free ordinals.
 *
 * @param there - Names of the evidence that is there.
 * @returns in the order of `names`; `undefined` where the folder is full.
 */
export function namesBeside(
  names: readonly string[],
  there: readonly string[],
  naming: Naming,
): (string | undefined)[] {
  const taken = there.map((name) => ({ name, parts: parseName(name) }));
  const free = freeOrdinals(
    taken.filter(isNumbered).map(({ parts }) => parts),
    naming,
  );
  const used = new Set(there.map(foldName));
  return names.map((name) => {
    for (;;) {
      const ordinal = free.next().value;
      if (ordinal === undefined) return undefined;
      const given = renumbered({ name, parts: parseName(name) }, ordinal, naming);
      if (used.has(foldName(given))) continue;
      used.add(foldName(given));
      return given;
    }
  });
}
