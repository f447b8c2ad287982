import { BETWEEN, orderOf } from '../naming/order.js';
import { parseName } from '../naming/parse.js';
import type { EvidenceFile, Folder } from './types.js';

/**
 * A folder, and its files from their names.
 *
 * Where the names are in order most rules never ask for the files: until somebody does, the folder keeps one text with
 * all of its names, which takes a tenth of their room.
 */
export function folderFromNames(
  place: Omit<Folder, 'files' | 'order'>,
  names: readonly string[],
): Folder {
  const order = orderOf(names);
  if (!order) return { ...place, files: filesOf(place, names.toSorted()) };
  let files: readonly EvidenceFile[] | undefined;
  return {
    ...place,
    order,
    get files() {
      return (files ??= filesOf(place, order.text.split(BETWEEN)));
    },
  };
}

function filesOf({ path }: Pick<Folder, 'path'>, names: readonly string[]): EvidenceFile[] {
  return names.map((name) => ({ name, path: `${path}/${name}`, parts: parseName(name) }));
}
