/** Is a folder like the one that is asked for, when it has not its name? */
import { codeKey, folderKey, isSimilarName, numbersIn, squash } from './folder-key.js';
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

/** More than so many of one parent are not compared with each other. */
const MOST_COMPARED = 60;

/** Pairs whose names are two wordings of one, whatever their codes. Where two could be meant, neither is. */
export function namesAlike(
  expected: readonly ExpectedFolder[],
  folders: readonly Folder[],
): readonly (readonly [ExpectedFolder, Folder])[] {
  if (Math.max(expected.length, folders.length) > MOST_COMPARED) return [];
  const pairs = expected.flatMap((each) =>
    folders.filter((own) => isAlike(each, own)).map((own) => [each, own] as const),
  );
  return pairs.filter((pair) => pairs.every((other) => other === pair || !shareOne(pair, other)));
}

function isAlike(expected: ExpectedFolder, folder: Folder): boolean {
  const [name, own] = [nameKeyOf(expected), folderKey(folder.name).name];
  if (expected.year !== undefined || name === '' || own === '') return false;
  return numbersIn(name) === numbersIn(own) && (isSimilarName(name, own) || isShortened(name, own));
}

/** Has the longer one all of the other, four characters or more, in their order: 网络与数据安全 and 网络安全? */
function isShortened(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (short.length < 4 || short.length * 2 < long.length) return false;
  let found = 0;
  for (const character of long) if (character === short[found]) found += character.length;
  return found === short.length;
}

function shareOne<A, B>([a, b]: readonly [A, B], [c, d]: readonly [A, B]): boolean {
  return a === c || b === d;
}
