/** Which folder of the tree stands for which one that the scoring system asks for. */
import { isJunk } from '../naming/junk.js';
import { compareText, foldName } from '../text.js';
import { folderKey } from './folder-key.js';
import { groupsAlike } from './groups-alike.js';
import { expectedKeys, fullKey, prefixKey } from './expected-keys.js';
import { eachExpected, type ExpectedFolder } from './layout.js';
import { codeOf, isLike, namesAlike } from './likeness.js';
import { Pool } from './pool.js';
import { eachFolder, type Archive, type Folder } from './types.js';
import { joinPath, type ArchivePath } from './paths.js';

export interface FolderMatch {
  readonly expected: ExpectedFolder;
  readonly folder: Folder;
  /**
   * `exact`: by its name. `renamed`: the same indicator under another name. `moved`: the same name under another
   * parent. `doubtful`: the code is the same and the name wholly different, so that what it holds may belong to an
   * indicator that is no more.
   */
  readonly how: 'exact' | 'renamed' | 'moved' | 'doubtful';
}

export interface TreeMatch {
  readonly byExpected: ReadonlyMap<ExpectedFolder, FolderMatch>;
  readonly byFolder: ReadonlyMap<Folder, FolderMatch>;
  /** Expected folders that nothing stands for; of a missing folder and those in it only the outer one. */
  readonly missing: readonly ExpectedFolder[];
  /** Folders that stand for nothing, the outermost of each; those inside a leaf indicator's folder are its own. */
  readonly unknown: readonly Folder[];
  /** Where an expected folder belongs: its name below its parent, as that is called now. */
  readonly homeOf: (expected: ExpectedFolder) => ArchivePath;
}

/** Where an expected folder is in the tree now; else where it belongs. */
export function placeInTree(expected: ExpectedFolder, archive: Archive): ArchivePath {
  const { byExpected, homeOf } = matchFolders(archive);
  return byExpected.get(expected)?.folder.path ?? homeOf(expected);
}

const matches = new WeakMap<Archive, TreeMatch>();

/**
 * Match the tree with what is expected. In this order, so that a scoring system that has changed is followed and no
 * evidence slides into an indicator that it was not filed for:
 *
 * 1. the same name among the folders of one parent;
 * 2. the same name after the code (`1.2 工作制度` is now `1.3 工作制度`), or typed another way (`1.1、领导机构`);
 * 3. among the groups of one parent: most of the same folders in it and a name much alike, or all of the same folders;
 * 4. the same name under another parent, where there is just one such in the same outermost folder, or else in all;
 *    what a year's folder holds stays in it;
 * 5. the same code with a name that is much alike, or with the same folders in it;
 * 6. among the folders of one parent: a name that is much alike under another code, `doubtful`;
 * 7. the same code with another name: taken as that folder when it is empty, else `doubtful`.
 *
 * Linear in the number of folders. The order of the folders does not matter. Worked out once for each archive value.
 */
export function matchFolders(archive: Archive): TreeMatch {
  let match = matches.get(archive);
  if (!match) {
    match = new Matcher(archive).run();
    matches.set(archive, match);
  }
  return match;
}

/** Folders that have the code or nearly the name of an indicator, and may hold the evidence of another. */
export function doubtfulFolders(archive: Archive): readonly FolderMatch[] {
  return [...matchFolders(archive).byExpected.values()].filter(({ how }) => how === 'doubtful');
}

/** A folder that no pass has found a place for. */
interface Leftover {
  readonly folder: Folder;
  /** Inside a leaf indicator's folder, where folders of the clerk's own are in order. */
  readonly inLeaf: boolean;
}

class Matcher {
  readonly #archive: Archive;
  readonly #byExpected = new Map<ExpectedFolder, FolderMatch>();
  readonly #byFolder = new Map<Folder, FolderMatch>();
  readonly #parentOf = new Map<ExpectedFolder, ExpectedFolder>();
  /** Pairs of parents whose children have been looked at, the evidence root first. */
  readonly #parents: { readonly expected: readonly ExpectedFolder[]; readonly folder: Folder }[] =
    [];
  /** Folders of the evidence root, by name. */
  readonly #outermost: ReadonlyMap<string, Folder>;
  readonly #expected = new Pool<ExpectedFolder>((each) => this.#keysOfExpected(each));
  readonly #folders = new Pool<Folder>((each) => this.#keysOfFolder(each));
  readonly #leftovers = new Map<Folder, Leftover>();
  #names: Set<string> | undefined;

  constructor(archive: Archive) {
    this.#archive = archive;
    this.#outermost = new Map(archive.root.folders.map((each) => [each.name, each]));
    for (const each of eachExpected(archive.expected)) {
      for (const child of each.children) this.#parentOf.set(child, each);
    }
  }

  run(): TreeMatch {
    const { expected, root } = this.#archive;
    this.#descend(expected, root);
    for (let found = -1; found !== this.#byFolder.size;) {
      found = this.#byFolder.size;
      this.#elsewhere();
      if (found === this.#byFolder.size) this.#bySameCode();
    }
    return {
      byExpected: this.#byExpected,
      byFolder: this.#byFolder,
      missing: this.#missing(),
      unknown: this.#unknown(),
      homeOf: (each) => this.#homeOf(each),
    };
  }

  /** Steps 1 to 3, and of step 5 what no other indicator can claim, among the children of a matched pair. */
  #descend(expected: readonly ExpectedFolder[], folder: Folder): void {
    this.#parents.push({ expected, folder });
    let lacking = this.#sameName(expected, folder);
    if (lacking.length > 0) {
      const rest = this.#free(folder);
      lacking = this.#sameKey(lacking, rest);
      for (const [each, own] of this.#sameCode(lacking, rest)) {
        if (this.#isClaimed(own) || !isLike(each, own)) continue;
        this.#match(each, own, 'renamed');
      }
      for (const [each, own] of groupsAlike(this.#still(lacking), this.#free(folder))) {
        if (!this.#isClaimed(own)) this.#match(each, own, 'renamed');
      }
    }
    for (const each of lacking) if (!this.#byExpected.has(each)) this.#leaveExpected(each);
    for (const own of this.#free(folder)) this.#leaveFolder(own, false);
  }

  #sameName(expected: readonly ExpectedFolder[], folder: Folder): ExpectedFolder[] {
    const byName = new Map<string, Folder>();
    for (const own of folder.folders) {
      if (!this.#byFolder.has(own)) byName.set(own.name, own);
    }
    const pairs: [ExpectedFolder, Folder][] = [];
    let lacking: ExpectedFolder[] = [];
    for (const each of expected) {
      if (this.#byExpected.has(each)) continue;
      const own = byName.get(each.name);
      if (own) pairs.push([each, own]);
      else lacking.push(each);
    }
    for (const [each, own] of pairs) this.#match(each, own, 'exact');
    if (lacking.length === 0 || this.#free(folder).length === 0) return lacking;
    const byFold = firstBy(this.#free(folder), ({ name }) => foldName(name));
    lacking = lacking.filter((each) => {
      const own = byFold.get(foldName(each.name));
      // macOS may give names in decomposed form, whatever was written: that is no other name.
      if (own)
        this.#match(each, own, own.name.normalize('NFC') === each.name ? 'exact' : 'renamed');
      return !own;
    });
    return lacking;
  }

  #sameKey(lacking: readonly ExpectedFolder[], rest: readonly Folder[]): ExpectedFolder[] {
    const wanted = new Map<string, ExpectedFolder[]>();
    for (const each of lacking) {
      for (const key of expectedKeys(each)) {
        const same = wanted.get(key);
        if (same) same.push(each);
        else wanted.set(key, [each]);
      }
    }
    for (const own of sorted(rest)) {
      const key = folderKey(own.name);
      const found = [key.whole, key.name, prefixKey(own.name, key)]
        .flatMap((each) => wanted.get(each) ?? [])
        .filter((each) => !this.#byExpected.has(each));
      // Of several with one name, the one whose code it has.
      const best = found.find((each) => codeOf(each) === key.code) ?? found[0];
      if (best) this.#match(best, own, 'renamed');
    }
    return this.#still(lacking);
  }

  #still(lacking: readonly ExpectedFolder[]): ExpectedFolder[] {
    return lacking.filter((each) => !this.#byExpected.has(each));
  }

  /** Pairs that share their code, each folder and each expected folder at most once. */
  *#sameCode(
    lacking: readonly ExpectedFolder[],
    rest: readonly Folder[],
  ): Generator<[ExpectedFolder, Folder]> {
    const byCode = firstBy(
      sorted(rest).filter((own) => !this.#byFolder.has(own) && folderKey(own.name).code !== ''),
      (own) => folderKey(own.name).code,
    );
    for (const each of lacking) {
      const own = byCode.get(codeOf(each));
      if (own && !this.#byFolder.has(own) && !this.#byExpected.has(each)) yield [each, own];
    }
  }

  /** Step 4: by full name, then by the name after the code, when it is the only one on both sides. */
  #elsewhere(): void {
    for (const each of this.#expected.items()) this.#fromElsewhere(each, [fullKey(each.name)]);
    for (const each of this.#expected.items()) {
      const keys = expectedKeys(each).filter((key) => key.length > 1);
      this.#fromElsewhere(each, keys);
    }
  }

  #fromElsewhere(each: ExpectedFolder, keys: readonly string[]): void {
    const top = this.#topOf(each.path);
    for (const key of [...keys.map((own) => within(top, own)), ...keys]) {
      if (this.#byExpected.has(each)) return;
      const own = this.#expected.only(key) === each ? this.#folders.only(key) : undefined;
      if (own) this.#match(each, own, 'moved');
    }
  }

  /** Steps 5 to 7. */
  #bySameCode(): void {
    for (const { expected, folder } of [...this.#parents]) {
      const lacking = expected.filter((each) => !this.#byExpected.has(each));
      if (lacking.length === 0) continue;
      const rest = this.#free(folder);
      for (const [each, own] of this.#sameCode(lacking, rest)) {
        if (isLike(each, own)) this.#match(each, own, 'renamed');
      }
      const filled = rest.filter((own) => !this.#byFolder.has(own) && !isEmpty(own));
      for (const [each, own] of namesAlike(this.#still(lacking), filled)) {
        this.#match(each, own, 'doubtful');
      }
      for (const [each, own] of this.#sameCode(this.#still(lacking), this.#free(folder))) {
        this.#match(each, own, isEmpty(own) ? 'renamed' : 'doubtful');
      }
    }
  }

  #match(expected: ExpectedFolder, folder: Folder, how: FolderMatch['how']): void {
    const match: FolderMatch = { expected, folder, how };
    this.#byExpected.set(expected, match);
    this.#byFolder.set(folder, match);
    this.#expected.delete(expected);
    this.#folders.delete(folder);
    this.#leftovers.delete(folder);
    if (expected.children.length > 0) this.#descend(expected.children, folder);
    else for (const own of folder.folders) this.#leaveFolder(own, true);
  }

  #leaveExpected(expected: ExpectedFolder): void {
    if (this.#byExpected.has(expected)) return;
    this.#expected.add(expected);
    for (const child of expected.children) this.#leaveExpected(child);
  }

  #leaveFolder(folder: Folder, inLeaf: boolean): void {
    for (const own of eachFolder(folder)) {
      if (this.#byFolder.has(own) || isJunk(own.name)) continue;
      this.#leftovers.set(own, { folder: own, inLeaf });
      this.#folders.delete(own);
      this.#folders.add(own);
    }
  }

  #keysOfExpected(each: ExpectedFolder): string[] {
    const top = this.#topOf(each.path);
    return expectedKeys(each).flatMap((key) => [within(top, key), key]);
  }

  #keysOfFolder(folder: Folder): string[] {
    const keys = this.#ownKeys(folder);
    const outermost = this.#outermost.get(this.#topOf(folder.path));
    const top = outermost && this.#byFolder.get(outermost)?.expected;
    if (!top) return keys;
    const isOfYear = top.year !== undefined;
    return keys.flatMap((key) => [within(top.name, key), ...(isOfYear ? [] : [key])]);
  }

  /** The outermost of the folders that a path goes through, below the evidence root. */
  #topOf(path: ArchivePath): string {
    const [top = ''] = path.slice(this.#archive.root.path.length + 1).split('/', 1);
    return top;
  }

  #ownKeys(folder: Folder): string[] {
    const key = folderKey(folder.name);
    const full = fullKey(folder.name);
    // A folder of the clerk's own inside a leaf indicator's may well be called 工作总结.
    if (this.#leftovers.get(folder)?.inLeaf) return key.code === '' ? [] : [full];
    return [full, key.whole, key.name, prefixKey(folder.name, key)].filter((each) => each !== '');
  }

  /** Is there an indicator anywhere that has just this folder's name? */
  #isClaimed(folder: Folder): boolean {
    this.#names ??= new Set([...eachExpected(this.#archive.expected)].flatMap(expectedKeys));
    const key = folderKey(folder.name);
    return this.#names.has(key.name) || this.#names.has(key.whole);
  }

  #free(folder: Folder): Folder[] {
    return folder.folders.filter((own) => !this.#byFolder.has(own) && !isJunk(own.name));
  }

  #missing(): ExpectedFolder[] {
    const isMissing = (each: ExpectedFolder | undefined) => each && !this.#byExpected.has(each);
    return [...eachExpected(this.#archive.expected)].filter(
      (each) => isMissing(each) && !isMissing(this.#parentOf.get(each)),
    );
  }

  #unknown(): Folder[] {
    const isUnknown = (folder: Folder) => this.#leftovers.get(folder)?.inLeaf === false;
    const found: Folder[] = [];
    const look = (folder: Folder) => {
      for (const own of folder.folders) {
        if (isUnknown(own)) found.push(own);
        else look(own);
      }
    };
    if (this.#leftovers.size > 0) look(this.#archive.root);
    return found;
  }

  #homeOf(expected: ExpectedFolder): ArchivePath {
    const parent = this.#parentOf.get(expected);
    if (!parent) return joinPath(this.#archive.root.path, expected.name);
    const above = this.#byExpected.get(parent)?.folder.path ?? this.#homeOf(parent);
    return joinPath(above, expected.name);
  }
}

/** A key of what is in one outermost folder. */
function within(top: string, key: string): string {
  return `${top}/${key}`;
}

function isEmpty(folder: Folder): boolean {
  for (const { files, oddities } of eachFolder(folder)) {
    if (files.length > 0 || oddities.length > 0) return false;
  }
  return true;
}

function sorted(folders: readonly Folder[]): Folder[] {
  return folders.toSorted((a, b) => compareText(a.name, b.name));
}

function firstBy(folders: readonly Folder[], keyOf: (folder: Folder) => string) {
  const first = new Map<string, Folder>();
  for (const folder of folders) {
    const key = keyOf(folder);
    if (!first.has(key)) first.set(key, folder);
  }
  return first;
}
