/** Which evidence of two copies of an archive is the same: what has the same bytes, whatever it is called by now. */
import type { ArchivePath } from '../archive/paths.js';
import { parseName } from '../naming/parse.js';
import { listIn } from '../group.js';
import { foldName } from '../text.js';

/** Evidence in either copy. */
export interface Content {
  readonly path: ArchivePath;
  readonly name: string;
  /** Where it is here, or would be. */
  readonly folder: ArchivePath;
  /** That of its indicator here. */
  readonly home: ArchivePath;
  /** Its own, and those of what it was before it was stamped; none where nothing in the other copy has its size. */
  readonly digests: readonly string[];
}

/**
 * What files of the same bytes can have in common besides, the most telling first: one that stayed where it was is not
 * given away to another that was moved.
 */
const LIKENESSES: readonly ((each: Content) => string)[] = [
  ({ folder, name }) => `${folder}\0${foldName(name)}`,
  ({ folder, name }) => `${folder}\0${titleOf(name)}`,
  ({ folder }) => folder,
  ({ home, name }) => `${home}\0${titleOf(name)}`,
  ({ home }) => home,
  ({ name }) => titleOf(name),
  () => '',
];

/** @returns the path here by the path there; each has one other at most. */
export function pairContents(
  there: readonly Content[],
  here: readonly Content[],
): Map<ArchivePath, ArchivePath> {
  const pairs = new Map<ArchivePath, ArchivePath>();
  const taken = new Set<ArchivePath>();
  for (const likeness of LIKENESSES) {
    const free = new Map<string, ArchivePath[]>();
    for (const each of here) {
      if (taken.has(each.path)) continue;
      for (const digest of each.digests) {
        listIn(free, `${digest}\0${likeness(each)}`).push(each.path);
      }
    }
    for (const each of there) {
      if (pairs.has(each.path)) continue;
      const alike = each.digests.flatMap(
        (digest) => free.get(`${digest}\0${likeness(each)}`) ?? [],
      );
      const path = alike.find((one) => !taken.has(one));
      if (path === undefined) continue;
      pairs.set(each.path, path);
      taken.add(path);
    }
  }
  return pairs;
}

function titleOf(name: string): string {
  const { title, extension } = parseName(name);
  return foldName(title + extension);
}
