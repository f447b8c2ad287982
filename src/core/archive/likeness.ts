/** Is a folder like the one that is asked for, when it has not its name? */
import { codeKey, folderKey, isSimilarName, squash } from './folder-key.js';
import { expectedKeys } from './expected-keys.js';
import type { ExpectedFolder } from './layout.js';
import type { Folder } from './types.js';

/** Of the indicator, as codes are compared; a folder of a year has none. */
export function codeOf({ indicator, year }: ExpectedFolder): string {
  return indicator && year === undefined ? codeKey(indicator.code) : '';
}

/** Of the indicator, as names are compared: its alias where it has one. */
export function nameKeyOf({ indicator }: ExpectedFolder): string {
  return squash(indicator?.folder ?? indicator?.name ?? '');
}

/** A name much alike, or half of the same folders in it. */
export function isLike(expected: ExpectedFolder, folder: Folder): boolean {
  return (
    isSimilarName(nameKeyOf(expected), folderKey(folder.name).name) ||
    haveSameChildren(expected, folder)
  );
}

function haveSameChildren({ children }: ExpectedFolder, { folders }: Folder): boolean {
  const names = new Set(children.flatMap(expectedKeys));
  const shared = folders.filter(({ name }) => names.has(folderKey(name).name)).length;
  return shared > 0 && shared * 2 >= Math.min(children.length, folders.length);
}
