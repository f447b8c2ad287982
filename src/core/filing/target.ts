/** Which folders of the archive a clerk means by `--to`. */
import type { ExpectedFolder } from '../archive/layout.js';
import type { ArchivePath } from '../archive/paths.js';
import { BY_CODE, BY_NAME, typed, type Means } from '../system/meant.js';

/** A folder that the scoring system asks for, and the year of what is in it. */
export interface Target {
  readonly folder: ExpectedFolder;
  /** Its own, or that of the year folder above it. */
  readonly year: number | undefined;
}

/**
 * Find the folders for evidence: by their path, else by the indicator's code or path of codes, else by its name, else by
 * a part of its name. What names a group stands for every leaf indicator in it.
 *
 * @param year - Only folders of this year, where years are a level of their own.
 */
export function findTargets(
  expected: readonly ExpectedFolder[],
  query: string,
  year?: number,
): readonly Target[] {
  const places = [...eachTarget(expected, undefined)];
  const written = query.trim().replaceAll('\\', '/').replace(/\/$/, '');
  const word = typed(written);
  for (const means of word === '' ? [] : MEANINGS) {
    const named = places.filter((place) => means(place.folder, word, written));
    const found = leavesBelow(places, named, year);
    if (found.length > 0) return found;
  }
  return [];
}

function* eachTarget(
  folders: readonly ExpectedFolder[],
  above: number | undefined,
): Generator<Target> {
  for (const folder of folders) {
    const year = folder.year ?? above;
    yield { folder, year };
    yield* eachTarget(folder.children, year);
  }
}

type Meaning = (folder: ExpectedFolder, word: string, written: string) => boolean;

/** What a word may mean, surest first. */
const MEANINGS: readonly Meaning[] = [
  ({ path }, word) => typed(path) === word || typed(withoutRoot(path)) === word,
  ...BY_CODE.map((means) => ofIndicator(means)),
  ...BY_NAME.map((means): Meaning => {
    const isIndicator = ofIndicator(means);
    return (folder, word, written) =>
      isIndicator(folder, word, written) ||
      means({ code: '', id: '', name: folder.name }, word, written);
  }),
];

function ofIndicator(means: Means): Meaning {
  return ({ indicator }, word, written) =>
    indicator !== undefined && means(indicator, word, written);
}

function withoutRoot(path: ArchivePath): ArchivePath {
  return path.slice(path.indexOf('/') + 1);
}

/** The folders that hold evidence, among those named and below them; each once, in the order of the system. */
function leavesBelow(
  places: readonly Target[],
  named: readonly Target[],
  year: number | undefined,
): readonly Target[] {
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
