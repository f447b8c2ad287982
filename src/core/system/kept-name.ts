/** A name that was kept beside a code when it was written down: by it codes that shift give themselves away. */
import { isSimilarName, squash } from '../archive/folder-key.js';
import { listIn } from '../group.js';

/** Something with a code and a name. */
interface Named {
  readonly id: string;
  readonly name: string;
}

/**
 * Is what has the code now another thing than what was meant? Its name may have been worded anew, as long as nothing
 * else has the name that was kept.
 *
 * @param all - What the name may be that of.
 */
export function isAnother(kept: string, now: Named, all: NamesKept): boolean {
  if (squash(kept) === squash(now.name)) return false;
  return all.called(kept).length > 0 || !isSimilarName(squash(kept), squash(now.name));
}

/** Things by what they are called; nobody remembers which comma a name had. */
export class NamesKept {
  readonly #ids = new Map<string, string[]>();

  constructor(all: Iterable<Named>) {
    for (const { id, name } of all) listIn(this.#ids, squash(name)).push(id);
  }

  /** Ids, in the order of the system. */
  called(name: string): readonly string[] {
    return this.#ids.get(squash(name)) ?? [];
  }
}
