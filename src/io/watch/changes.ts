/** What has changed in an archive since it was last read, as the file system tells it. */
import { isWithin, nameOf, parentOf, type ArchivePath } from '../../core/archive/paths.js';

/** Names in a folder; `all` when the system did not say which. */
type Names = Set<string> | 'all';

export class Changes {
  readonly #folders = new Map<ArchivePath, Names>();
  #above = new Set<ArchivePath>();
  readonly #newFolders = new Map<ArchivePath, boolean>();

  get isEmpty(): boolean {
    return this.#folders.size === 0;
  }

  /** @param folder - `''` is the archive's own. */
  add(folder: ArchivePath, name: string | undefined): void {
    this.#newFolders.clear();
    const names = this.#folders.get(folder);
    if (name === undefined || names === 'all') this.#folders.set(folder, 'all');
    else if (names) names.add(name);
    else this.#folders.set(folder, new Set([name]));
    for (let path = folder; path !== '' && !this.#above.has(path); path = parentOf(path)) {
      this.#above.add(path);
    }
  }

  /** Changes that come while these are worked on are of the next round. */
  take(): Changes {
    const taken = new Changes();
    for (const [folder, names] of this.#folders) taken.#folders.set(folder, names);
    taken.#above = this.#above;
    this.#folders.clear();
    this.#above = new Set();
    return taken;
  }

  addAll(others: Changes): void {
    for (const [folder, names] of others.#folders) {
      if (names === 'all') this.add(folder, undefined);
      else for (const name of names) this.add(folder, name);
    }
  }

  /** Did anything change in this folder itself? */
  isIn(folder: ArchivePath): boolean {
    return this.#folders.has(folder);
  }

  /** Did anything change in this folder, or in one below? */
  isWithin(folder: ArchivePath): boolean {
    return this.#above.has(folder);
  }

  /** Is this what changed, or may it be? */
  has(folder: ArchivePath, name: string): boolean {
    const names = this.#folders.get(folder);
    return names === 'all' || names?.has(name) === true;
  }

  /** Is a file or folder what changed, or in a folder that is? */
  touches(path: ArchivePath): boolean {
    const folder = parentOf(path);
    return this.#isNew(folder) || this.has(folder, nameOf(path));
  }

  /** Asked of each of ten thousand files, which have few folders. */
  #isNew(folder: ArchivePath): boolean {
    if (folder === '') return false;
    let isNew = this.#newFolders.get(folder);
    if (isNew === undefined) this.#newFolders.set(folder, (isNew = this.touches(folder)));
    return isNew;
  }

  /** Did anything change outside of the evidence: settings, scoring system, waivers? */
  isOutside(evidence: ArchivePath): boolean {
    return [...this.#folders.keys()].some((folder) => !isWithin(folder, evidence));
  }
}
