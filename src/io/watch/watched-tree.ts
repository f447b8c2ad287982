import { join } from 'node:path';
import { parentOf, type ArchivePath } from '../../core/archive/paths.js';
import type { Settings } from '../../core/archive/settings.js';
import { eachFolder, type Folder } from '../../core/archive/types.js';
import { ignoresOf } from '../../core/globs/ignore.js';
import { diskLister, walk, type ListFolder } from '../archive/walk.js';
import { evidenceTree } from '../store/disk-store.js';
import type { Changes } from './changes.js';
import { isIn, type FolderWatches } from './folder-watches.js';

/** The evidence tree, of which those folders are read again in which something changed. */
export class WatchedTree {
  readonly #root: string;
  readonly #watches: FolderWatches;
  readonly #list: ListFolder;
  #tree: Folder | undefined;
  #ignore = '';
  evidence: ArchivePath = '';

  /** @param onList - Told of every folder that is listed. */
  constructor(root: string, watches: FolderWatches, onList: (path: ArchivePath) => void) {
    this.#root = root;
    this.#watches = watches;
    const list = diskLister(root);
    this.#list = (path) => {
      onList(path);
      watches.add(join(root, path), path === this.evidence);
      return list(path);
    };
  }

  /** @returns the tree as it is now; folders in and below which nothing changed are the same values as before. */
  read(settings: Settings, changes: Changes): Folder {
    const { evidence } = settings;
    const ignore = JSON.stringify(settings.ignore);
    const before = this.#tree;
    const isOther = evidence !== this.evidence || ignore !== this.#ignore;
    [this.evidence, this.#ignore] = [evidence, ignore];
    if (before && !isOther && !changes.touches(evidence)) {
      this.#tree = this.#again(before, settings, changes, 0);
    } else {
      this.#watchAnew(settings);
      this.#tree = evidenceTree(this.#root, settings, this.#list);
    }
    if (this.#tree !== before) this.#forgetOthers(this.#tree);
    return this.#tree;
  }

  #again(folder: Folder, settings: Settings, changes: Changes, depth: number): Folder {
    const { name, path } = folder;
    if (!changes.isWithin(path)) return folder;
    if (!changes.isIn(path)) {
      const folders = folder.folders.map((each) => this.#again(each, settings, changes, depth + 1));
      return { ...folder, folders };
    }
    const before = new Map(folder.folders.map((each) => [each.path, each]));
    return walk(this.#list, ignoresOf(settings.ignore), name, path, depth, (child) => {
      const known = before.get(child);
      // One of that name came anew, or went and came back as another.
      if (known && !changes.has(path, known.name)) {
        return this.#again(known, settings, changes, depth + 1);
      }
      if (known) this.#watches.prune((each) => !isIn(each, join(this.#root, child)));
      return undefined;
    });
  }

  /** That the evidence itself comes and goes is told by the folders above it. */
  #watchAnew({ evidence }: Settings): void {
    this.#watches.prune((each) => !isIn(each, join(this.#root, evidence)));
    for (let path = evidence; path !== ''; path = parentOf(path)) {
      this.#watches.add(join(this.#root, parentOf(path)));
    }
  }

  /** Folders that are gone need not be watched. */
  #forgetOthers(tree: Folder): void {
    const evidence = join(this.#root, this.evidence);
    const there = new Set([...eachFolder(tree)].map(({ path }) => join(this.#root, path)));
    this.#watches.prune((each) => !isIn(each, evidence) || there.has(each));
  }
}
