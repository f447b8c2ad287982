/** Which volumes an archive has, and what belongs to which. */
import { systemOrder } from '../archive/system-order.js';
import type { Archive } from '../archive/types.js';
import type { ArchivePath } from '../archive/paths.js';
import type { Indicator } from '../system/types.js';
import { isLeaf, type IndicatorPlace } from '../system/walk.js';
import { homesOf, type Placed } from './additions.js';
import type { VolumeScope } from './types.js';

/** A volume before its rows are in it. */
export interface Draft {
  readonly number: number;
  readonly title: string;
  readonly indicator: Indicator | undefined;
  /** The indicator of the first level that it is of. */
  readonly part: Indicator | undefined;
  readonly path: ArchivePath;
}

/** The volumes that something belongs to, numbered in the order of the scoring system. */
export class Drafts {
  readonly #archive: Archive;
  readonly #scope: VolumeScope;
  readonly #homes: ReadonlyMap<string, ArchivePath>;
  readonly #byKey = new Map<string, Draft>();

  constructor(archive: Archive, scope: VolumeScope, contents: readonly Placed[]) {
    this.#archive = archive;
    this.#scope = scope;
    this.#homes = homesOf(archive);
    const folders = new Map(
      contents.map((each) => [`${each.folder}\0${each.place.indicator.id}`, each]),
    );
    const inOrder = systemOrder(archive);
    const sorted = [...folders.values()].sort((a, b) => inOrder(a.folder, b.folder));
    for (const placed of sorted) {
      const key = this.#keyOf(placed);
      if (key !== undefined && !this.#byKey.has(key)) this.#byKey.set(key, this.#draft(placed));
    }
  }

  get all(): readonly Draft[] {
    return [...this.#byKey.values()];
  }

  /** `undefined` for what is said of a group of indicators, where volumes are smaller. */
  of(placed: Placed): Draft | undefined {
    const key = this.#keyOf(placed);
    return key === undefined ? undefined : this.#byKey.get(key);
  }

  #keyOf({ place, folder }: Placed): string | undefined {
    if (this.#scope === 'archive') return '';
    if (this.#scope === 'part') return topOf(place).id;
    if (!isLeaf(place.indicator)) return undefined;
    return this.#scope === 'folder' ? folder : place.indicator.id;
  }

  #draft({ place, folder }: Placed): Draft {
    const number = this.#byKey.size + 1;
    const { root, system } = this.#archive;
    const { indicator } = place;
    const top = topOf(place);
    const home = this.#homes.get(indicator.id) ?? root.path;
    if (this.#scope === 'archive')
      return {
        number,
        title: system.title,
        indicator: undefined,
        part: undefined,
        path: root.path,
      };
    if (this.#scope === 'part') {
      const depth = home.split('/').length - place.above.length;
      const path = home.split('/').slice(0, depth).join('/');
      return { number, title: top.name, indicator: top, part: top, path };
    }
    const path = this.#scope === 'folder' ? folder : home;
    const within = path.slice(home.length + 1);
    const title = within === '' ? indicator.name : `${indicator.name} ${within}`;
    return { number, title, indicator, part: top, path };
  }
}

function topOf({ above, indicator }: IndicatorPlace): Indicator {
  return above[0] ?? indicator;
}
