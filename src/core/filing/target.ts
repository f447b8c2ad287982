/** Which folder of the archive a clerk means by `--to`. */
import type { ExpectedFolder } from '../archive/layout.js';
import type { ArchivePath } from '../archive/paths.js';
import { hasCode, hasCodeAsWritten, isNamed, isNamedLike, typed } from '../system/meant.js';
import { nearest } from '../text.js';

export type Target =
  | { readonly found: 'one'; readonly folder: ExpectedFolder }
  | { readonly found: 'several'; readonly folders: readonly ExpectedFolder[] }
  | { readonly found: 'none'; readonly nearest: string | undefined };

/**
 * Find the folder for evidence: by its path, else by the indicator's code or path of codes, else by its name, else by a
 * part of its name. What names a group stands for every leaf indicator in it.
 *
 * @param year - Only folders of this year, where years are a level of their own.
 */
export function findTarget(
  expected: readonly ExpectedFolder[],
  query: string,
  year?: number,
): Target {
  const places = [...eachPlace(expected, undefined)];
  const written = query.trim().replaceAll('\\', '/').replace(/\/$/, '');
  const word = typed(written);
  for (const means of word === '' ? [] : MEANINGS) {
    const named = places.filter((place) => means(place.folder, word, written));
    const folders = leavesBelow(places, named, year).map((place) => place.folder);
    const [folder] = folders;
    if (folder) {
      return folders.length === 1 ? { found: 'one', folder } : { found: 'several', folders };
    }
  }
  return { found: 'none', nearest: word === '' ? undefined : nearest(word, words(places)) };
}

interface Place {
  readonly folder: ExpectedFolder;
  /** Its own, or that of the year folder above it. */
  readonly year: number | undefined;
}

function* eachPlace(
  folders: readonly ExpectedFolder[],
  above: number | undefined,
): Generator<Place> {
  for (const folder of folders) {
    const year = folder.year ?? above;
    yield { folder, year };
    yield* eachPlace(folder.children, year);
  }
}

/** What a word may mean, surest first. */
const MEANINGS: readonly ((folder: ExpectedFolder, word: string, written: string) => boolean)[] = [
  ({ path }, word) => typed(path) === word || typed(withoutRoot(path)) === word,
  ({ indicator }, _, written) => indicator !== undefined && hasCodeAsWritten(indicator, written),
  ({ indicator }, word) => indicator !== undefined && hasCode(indicator, word),
  (folder, word) => isNamed(folder, word) || isNamed(folder.indicator ?? NAMELESS, word),
  (folder, word) => isNamedLike(folder, word) || isNamedLike(folder.indicator ?? NAMELESS, word),
];

const NAMELESS = { name: undefined };

function withoutRoot(path: ArchivePath): ArchivePath {
  return path.slice(path.indexOf('/') + 1);
}

/** The folders that hold evidence, among those named and below them; each once, in the order of the system. */
function leavesBelow(
  places: readonly Place[],
  named: readonly Place[],
  year: number | undefined,
): readonly Place[] {
  const wanted = new Set<ExpectedFolder>();
  const rest = named.map((place) => place.folder);
  for (let folder = rest.pop(); folder; folder = rest.pop()) {
    if (folder.leaf) wanted.add(folder);
    rest.push(...folder.children);
  }
  return places.filter(
    (place) => wanted.has(place.folder) && (year === undefined || place.year === year),
  );
}

function* words(places: readonly Place[]): Generator<string> {
  for (const { folder } of places) {
    if (folder.indicator) yield folder.indicator.code;
    if (folder.indicator) yield folder.indicator.name;
  }
}
