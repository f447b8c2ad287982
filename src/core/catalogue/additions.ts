/** What a volume tells besides what is kept in it: what is used from elsewhere, and what does not apply. */
import { leafFolders } from '../archive/evidence.js';
import type { Archive } from '../archive/types.js';
import type { ArchivePath } from '../archive/paths.js';
import { references } from '../evidence/references.js';
import type { NotApplicable } from '../ledger/types.js';
import { eachIndicator, type IndicatorPlace } from '../system/walk.js';
import type { Item } from './items.js';

/** An indicator, and the folder that something of it is in. */
export interface Placed {
  readonly place: IndicatorPlace;
  readonly folder: ArchivePath;
}

/** Evidence that is kept elsewhere and used for an indicator too. */
export interface Use extends Placed {
  readonly item: Item;
}

export interface Statement extends Placed {
  readonly said: NotApplicable;
}

/** By id of a leaf indicator, its own folder; of several the first. */
export function homesOf(archive: Archive): ReadonlyMap<string, ArchivePath> {
  const homes = new Map<string, ArchivePath>();
  for (const { match } of leafFolders(archive)) {
    const id = match.expected.indicator?.id;
    if (id !== undefined && !homes.has(id)) homes.set(id, match.folder.path);
  }
  return homes;
}

/** Each once for an indicator, in the order of the scoring system. */
export function usesOf(archive: Archive, items: readonly Item[]): readonly Use[] {
  const byPath = new Map(items.map((item) => [item.evidence.path, item]));
  const homes = homesOf(archive);
  const referring = references(archive);
  return [...eachIndicator(archive.system)].flatMap((place): Use[] => {
    const evidence = new Set(referring.get(place.indicator.id)?.map((each) => each.evidence));
    const folder = homes.get(place.indicator.id) ?? archive.root.path;
    return [...evidence].flatMap(({ path }) => {
      const item = byPath.get(path);
      return item ? [{ place, folder, item }] : [];
    });
  });
}

export function statementsOf(archive: Archive): readonly Statement[] {
  const places = new Map(
    [...eachIndicator(archive.system)].map((place) => [place.indicator.id, place]),
  );
  return leafFolders(archive).flatMap(({ folder, match }) => {
    const place = places.get(match.expected.indicator?.id ?? '');
    if (!place || match.how === 'doubtful') return [];
    const said = archive.known?.ledgers.get(folder.path)?.notApplicable ?? [];
    return said.map((each) => ({ place, folder: folder.path, said: each }));
  });
}
