/** What codes of indicators meant before the folders follow a changed scoring system, and what is meant by which now. */
import type { Change } from '../change/types.js';
import { folderMoves } from '../change/place-of.js';
import { groupBy } from '../group.js';
import { idsByName, onlyId, type Ids } from '../system/ids.js';
import { isAnother, NamesKept } from '../system/kept-name.js';
import type { Indicator } from '../system/types.js';
import { eachIndicator } from '../system/walk.js';
import { squash } from './folder-key.js';
import { isNewlyMade, keyOf, knownFolders, type Known } from './known-folders.js';
import { nameOf, parentOf } from './paths.js';
import type { Archive } from './types.js';

/**
 * Why nobody but a person knows what a code means now.
 *
 * - `gone`: it was the code of a folder whose indicator is no more.
 * - `several`: more than one folder had it.
 * - `other-name`: its indicator has another name, and may be another one.
 * - `no-folder`: it has no folder, and the codes beside it have changed.
 * - `nowhere`: neither a folder nor an indicator has it.
 */
export type CodeDoubt = 'gone' | 'several' | 'other-name' | 'no-folder' | 'nowhere';

type CodeNow =
  /** `of`: that indicator, as its folder shows, which gets another name. */
  | { readonly is: 'same'; readonly of?: Indicator }
  | { readonly is: 'other'; readonly to: string; readonly of: Indicator }
  | { readonly is: 'unsure'; readonly because: CodeDoubt };

/** A code that somebody wrote down. */
interface Written {
  readonly name: string;
  /** The name that its indicator had, where that was kept beside it. */
  readonly kept: string | undefined;
}

const SAME: CodeNow = { is: 'same' };

/**
 * What is meant now by a code, or a path of codes, that was written down when the folders were called as they are
 * called in `archive`. Each is looked up on its own, so that codes that change places never chain. Where the name of
 * the indicator was kept beside the code, that tells where folders do not, and what was written under the new code
 * already.
 *
 * @param archive - With the changed scoring system, and its folders as they are still called.
 * @param changes - What brings the folders in line. A folder that keeps its name keeps its code.
 */
export function renumbering(
  archive: Archive,
  changes: readonly Change[],
): (all: readonly Written[]) => readonly CodeNow[] {
  const codes = new Codes(archive, knownFolders(archive, folderMoves(changes)));
  return (all) => {
    const taken = codes.taken(all);
    return all.map(({ name, kept }) =>
      kept === undefined ? codes.byFolder(name) : codes.byName(name, kept, taken),
    );
  };
}

class Codes {
  readonly #ids: Ids;
  readonly #indicators: ReadonlyMap<string, Indicator>;
  readonly #names: NamesKept;
  readonly #byKey: ReadonlyMap<string, readonly Known[]>;
  readonly #byCode: ReadonlyMap<string, readonly Known[]>;
  /** Folders whose indicators have other codes now. */
  readonly #shifted: ReadonlySet<Known>;
  /** Their keys, and those of the folders that they are in. */
  readonly #moved: ReadonlySet<string>;
  readonly #groups: ReadonlySet<string>;

  constructor({ system }: Archive, known: readonly Known[]) {
    this.#ids = idsByName(system);
    this.#indicators = new Map(
      [...eachIndicator(system)].map(({ indicator }) => [indicator.id, indicator]),
    );
    this.#names = new NamesKept(this.#indicators.values());
    this.#byKey = groupBy(known, ({ key }) => key);
    this.#byCode = groupBy(known, ({ key }) => nameOf(key));
    this.#shifted = new Set(
      known.filter(({ key, indicator }) => indicator && key !== keyOf(indicator.id)),
    );
    this.#moved = new Set([...this.#shifted].map(({ key }) => key));
    this.#groups = new Set([...this.#moved].map(parentOf));
  }

  /** Indicators that are written down under the codes that they have now. */
  taken(all: readonly Written[]): ReadonlySet<Indicator> {
    const taken = new Set<Indicator>();
    for (const { name, kept } of all) {
      const here = this.#here(name);
      if (here && kept !== undefined && squash(kept) === squash(here.name)) taken.add(here);
    }
    return taken;
  }

  byName(name: string, kept: string, taken: ReadonlySet<Indicator>): CodeNow {
    const told = this.byFolder(name);
    const here = this.#here(name);
    const [only, other] = this.#names.called(kept);
    const called =
      only === undefined || other !== undefined ? undefined : this.#indicators.get(only);
    // Written down under the new code already.
    if (here && here === called) return SAME;
    if (told.is === 'other' || (told.is === 'same' && told.of)) return told;
    if (here && !isAnother(kept, here, this.#names)) return told;
    if (called && !taken.has(called)) {
      return { is: 'other', to: this.#now(called, name, name.includes('/')), of: called };
    }
    if (told.is === 'unsure') return told;
    return { is: 'unsure', because: here ? 'other-name' : 'nowhere' };
  }

  byFolder(name: string): CodeNow {
    const key = keyOf(name);
    const byId = this.#byKey.has(key);
    const all = this.#byKey.get(key) ?? this.#byCode.get(key) ?? [];
    // A folder that was made for a new indicator is nobody's yet.
    const old = byId ? all.filter((each) => !isNewlyMade(each)) : all;
    const found = old.length > 0 ? old : all;
    const [first] = found;
    if (!first) return this.#withoutFolder(name);
    const meant = new Set(found.map((each) => each.indicator?.id));
    if (meant.size > 1 || new Set(found.map((each) => each.key)).size > 1) {
      const isAsBefore = found.every((each) => each.indicator && !this.#shifted.has(each));
      return isAsBefore ? SAME : { is: 'unsure', because: 'several' };
    }
    const { indicator: of } = first;
    if (!of) return { is: 'unsure', because: 'gone' };
    if (found.some(({ doubtful }) => doubtful)) return { is: 'unsure', because: 'other-name' };
    const to = this.#now(of, name, byId);
    if (to !== name) return { is: 'other', to, of };
    return found.some(({ isNamed }) => !isNamed) ? { is: 'same', of } : SAME;
  }

  #withoutFolder(name: string): CodeNow {
    const [id] = this.#ids.get(name) ?? [];
    if (id === undefined) {
      return this.#shifted.size > 0 ? { is: 'unsure', because: 'nowhere' } : SAME;
    }
    const parent = parentOf(keyOf(id));
    const isNear =
      this.#groups.has(parent) || above(`${parent}/`).some((key) => this.#moved.has(key));
    return isNear ? { is: 'unsure', because: 'no-folder' } : SAME;
  }

  /** What to write: the same words where they mean it still, else the code, else the whole path. */
  #now({ id, code }: Indicator, name: string, byId: boolean): string {
    if (onlyId(this.#ids, name) === id) return name;
    return !byId && onlyId(this.#ids, code) === id ? code : id;
  }

  #here(name: string): Indicator | undefined {
    const id = onlyId(this.#ids, name);
    return id === undefined ? undefined : this.#indicators.get(id);
  }
}

function above(key: string): string[] {
  const parts = key.split('/').slice(0, -1);
  return parts.map((_, at) => parts.slice(0, at + 1).join('/'));
}
