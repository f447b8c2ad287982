/** An archive on a disk that is read once; after that only what the file system says has changed. */
import { dirname, join } from 'node:path';
import type { ArchivePath } from '../../core/archive/paths.js';
import { foldName } from '../../core/text.js';
import { diskStore } from '../store/disk-store.js';
import type { Store } from '../store/types.js';
import { pathBelow } from '../within.js';
import { Changes } from './changes.js';
import { ComingChanges } from './coming-changes.js';
import { FolderWatches, isIn } from './folder-watches.js';
import { remembering } from './remembering.js';
import { WatchedTree } from './watched-tree.js';

export interface WatchedStore extends Store {
  /** Resolves when something has changed and nothing more does for a moment. @throws the reason of `signal`. */
  readonly changed: (signal: AbortSignal) => Promise<void>;
  /** Take up what has changed: all that is read from here on is as it is now. */
  readonly takeUp: () => { readonly outside: boolean };
  /** What was taken up could not be read to its end: it is taken up again with what changes next. */
  readonly putBack: () => void;
  readonly close: () => void;
}

interface WatchOptions {
  readonly cwd: string;
  /** For tests: told of every folder that is listed. */
  readonly onList?: (path: ArchivePath) => void;
}

/** @throws {DanganError} WATCH_LIMIT - from whatever reads it. */
export function watchedStore(root: string, options: WatchOptions): WatchedStore {
  const inner = diskStore(root, options.cwd);
  const coming = new ComingChanges();
  const watches = new FolderWatches((disk, name) => {
    if (isOfArchive(disk, name)) coming.add(pathBelow(root, disk), name);
  });
  const tree = new WatchedTree(root, watches, options.onList ?? (() => undefined));
  /** Beside the evidence: files that were read or looked for, as file systems compare names. */
  const asked = new Set<string>();
  const ask = (path: string) => {
    const file = inner.resolve(path);
    asked.add(foldName(file));
    return file;
  };
  // Whatever else lies beside the evidence, a report or the repository of git, is nothing of the archive.
  const isOfArchive = (disk: string, name: string | undefined) => {
    const evidence = join(root, tree.evidence);
    const changed = foldName(name === undefined ? disk : join(disk, name));
    return (
      isIn(disk, evidence) || [foldName(evidence), ...asked].some((each) => isIn(each, changed))
    );
  };
  const { forget, ...readers } = remembering(root, inner);
  let taken = new Changes();
  let left = new Changes();
  return {
    ...inner,
    ...readers,
    has: (path) => {
      ask(path);
      return inner.has(path);
    },
    readYaml: (path, known) => {
      watches.add(dirname(ask(path)));
      return inner.readYaml(path, known);
    },
    readTree: (settings) => Promise.resolve(tree.read(settings, taken)),
    changed: (signal) => coming.settled(signal),
    takeUp() {
      taken = coming.take();
      taken.addAll(left);
      left = new Changes();
      forget(taken);
      return { outside: taken.isOutside(tree.evidence) };
    },
    putBack() {
      left = taken;
      taken = new Changes();
    },
    close: () => watches.prune(() => false),
  };
}
