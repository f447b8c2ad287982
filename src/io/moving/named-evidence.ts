/** The files of an archive that a clerk names to be moved. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { leafFolders, type EvidenceFolder } from '../../core/archive/evidence.js';
import { placeInTree } from '../../core/archive/match.js';
import { isWithin, parentOf, type ArchivePath } from '../../core/archive/paths.js';
import {
  eachFolder,
  type Archive,
  type EvidenceFile,
  type Folder,
} from '../../core/archive/types.js';
import { compareFiles } from '../../core/archive/reading-order.js';
import { findTargets } from '../../core/filing/target.js';
import { LEDGER } from '../../core/ledger/file.js';
import type { Chosen } from '../../core/moving/types.js';
import { isEvidence } from '../../core/naming/junk.js';
import { foldName } from '../../core/text.js';
import { DanganError, notFound } from '../../errors.js';
import { pathIn, type Where } from '../filing/folder-inside.js';
import { matchingFiles } from '../ledger/matching-files.js';

/**
 * The evidence that words name: a file, a pattern, a folder in an indicator with all that is in it, or such a folder
 * (by its path or its indicator) and an ordinal, `2.2/05`. Each once, in the order of the words.
 *
 * @throws {DanganError} FILE_NOT_FOUND, MOVE_NO_EVIDENCE, MOVE_AMBIGUOUS
 */
export async function namedEvidence(
  archive: Archive,
  words: readonly string[],
  where: Where,
): Promise<readonly Chosen[]> {
  const tree = new Tree(archive);
  const found = new Map<EvidenceFile, Chosen>();
  for (const word of await matchingFiles(words, where.cwd)) {
    for (const chosen of tree.filesCalled(word, where)) found.set(chosen.file, chosen);
  }
  if (found.size === 0) throw new DanganError('MOVE_NO_EVIDENCE', { path: words[0] ?? '' });
  return [...found.values()];
}

/**
 * The folders that words name, by path or by indicator, with those in them.
 *
 * @throws {DanganError} FILE_NOT_FOUND, MOVE_NO_EVIDENCE
 */
export function namedFolders(
  archive: Archive,
  words: readonly string[],
  where: Where,
): readonly Folder[] {
  const tree = new Tree(archive);
  const found = words.map((word) => {
    const folder = tree.folderCalled(word, where);
    if (folder) return folder;
    if (!existsSync(resolve(where.cwd, word))) throw notFound(word);
    throw new DanganError('MOVE_NO_EVIDENCE', { path: word });
  });
  return [...new Set(found.flatMap((folder) => [...eachFolder(folder)]))];
}

/** A folder, by its path or its indicator, and an ordinal: `2.2/05`. */
const NUMBERED = /^(.+)[/\\](\d{1,3})$/su;

/** Is that how a word reads that names no file? */
export function isNumbered(word: string, cwd: string): boolean {
  return NUMBERED.test(word) && !existsSync(resolve(cwd, word));
}

/**
 * Where the evidence lies that a word names by its ordinal; see `isNumbered`.
 *
 * @throws {DanganError} FILE_NOT_FOUND, MOVE_AMBIGUOUS
 */
export function numberedPlace(archive: Archive, word: string, where: Where): ArchivePath {
  return new Tree(archive).numbered(word, where).file.path;
}

class Tree {
  readonly #archive: Archive;
  readonly #folders: ReadonlyMap<ArchivePath, Folder>;
  readonly #leaves: ReadonlyMap<Folder, EvidenceFolder>;

  constructor(archive: Archive) {
    this.#archive = archive;
    this.#folders = new Map([...eachFolder(archive.root)].map((folder) => [folder.path, folder]));
    this.#leaves = new Map(leafFolders(archive).map((each) => [each.folder, each]));
  }

  folderCalled(word: string, where: Where): Folder | undefined {
    return this.#folderAt(word, where) ?? this.#folderOf(word);
  }

  filesCalled(word: string, where: Where): readonly Chosen[] {
    const folder = this.#folderAt(word, where);
    if (folder) return this.#filesIn(folder, word);
    const path = pathIn(word, where);
    const above = this.#folders.get(parentOf(path));
    if (above && isWithin(path, this.#archive.root.path)) {
      const name = foldName(path.slice(above.path.length + 1));
      const file = above.files.find((each) => foldName(each.name) === name);
      if (file?.name === LEDGER) return [];
      if (file) return [this.#chosen(file, above)];
    }
    if (existsSync(resolve(where.cwd, word)))
      throw new DanganError('MOVE_NO_EVIDENCE', { path: word });
    return [this.numbered(word, where)];
  }

  numbered(word: string, where: Where): Chosen {
    const [, place = '', digits = ''] = NUMBERED.exec(word) ?? [];
    const folder = place === '' ? undefined : this.folderCalled(place, where);
    if (!folder) throw notFound(word);
    const files = folder.files.filter(({ parts }) => parts.ordinal === Number(digits));
    const [file, ...others] = files;
    if (!file) throw notFound(word);
    if (others.length > 0) {
      throw new DanganError('MOVE_AMBIGUOUS', { path: word, names: files.map(({ name }) => name) });
    }
    return this.#chosen(file, folder);
  }

  #filesIn(folder: Folder, word: string): readonly Chosen[] {
    if (!this.#leaves.has(folder)) throw new DanganError('MOVE_NO_EVIDENCE', { path: word });
    return [...eachFolder(folder)].flatMap((each) =>
      each.files
        .filter(({ name }) => isEvidence(name))
        .toSorted(compareFiles)
        .map((file) => this.#chosen(file, each)),
    );
  }

  #chosen(file: EvidenceFile, folder: Folder): Chosen {
    const leaf = this.#leaves.get(folder);
    return { file, folder, match: leaf?.match, year: leaf?.year };
  }

  #folderAt(word: string, where: Where): Folder | undefined {
    return this.#folders.get(pathIn(word, where));
  }

  /** That of the indicator which a code or a name means, where it is one. */
  #folderOf(word: string): Folder | undefined {
    const [target, ...others] = findTargets(this.#archive.expected, word);
    if (!target || others.length > 0) return undefined;
    return this.#folders.get(placeInTree(target.folder, this.#archive));
  }
}
