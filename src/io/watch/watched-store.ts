/** An archive on a disk that is read once; after that only what the file system says has changed. */
import { dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { ArchivePath } from '../../core/archive/paths.js';
import type { ContentFacts } from '../../core/evidence/types.js';
import { foldName } from '../../core/text.js';
import type { YamlSource } from '../../core/yaml-file/node.js';
import type { CachedFile } from '../facts/formats-cache.js';
import { diskStore } from '../store/disk-store.js';
import type { Store } from '../store/types.js';
import { pathBelow } from '../within.js';
import { Changes } from './changes.js';
import { FolderWatches, isIn } from './folder-watches.js';
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

/** Saving a file is several events; copying many files is many, with gaps. */
const QUIET_MS = 40;
/** So long is waited for quiet at most. */
const LONGEST_MS = 1000;

/** @throws {DanganError} WATCH_LIMIT - from whatever reads it. */
export function watchedStore(root: string, options: WatchOptions): WatchedStore {
  const inner = diskStore(root, options.cwd);
  const coming = new Changes();
  let wake: () => void = () => undefined;
  const watches = new FolderWatches((disk, name) => {
    if (!isOfArchive(disk, name)) return;
    coming.add(pathBelow(root, disk), name);
    wake();
  });
  let taken = new Changes();
  let left = new Changes();
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
  const yamls = new Map<ArchivePath, YamlSource | undefined>();
  const facts = new Map<ArchivePath, ContentFacts>();
  let looked = new Map<ArchivePath, CachedFile>();
  let isFirst = true;
  return {
    ...inner,
    has: (path) => {
      ask(path);
      return inner.has(path);
    },
    readYaml: (path, known) => {
      watches.add(dirname(ask(path)));
      return inner.readYaml(path, known);
    },
    readTree: (settings) => Promise.resolve(tree.read(settings, taken)),
    async readYamls(paths, known) {
      const unread = paths.filter((path) => !yamls.has(path));
      const read = await inner.readYamls(unread, known);
      for (const [at, path] of unread.entries()) yamls.set(path, read[at]);
      return paths.map((path) => yamls.get(path));
    },
    async identify(paths, asked) {
      const { identifyFiles } = await import('../facts/identify-files.js');
      const before = (path: ArchivePath) => looked.get(path);
      // What comes afterwards is put into the cache by the next run.
      const seen = await identifyFiles(root, paths, { ...asked, before, cache: isFirst });
      [looked, isFirst] = [new Map(seen), false];
      return looked;
    },
    async readFacts(paths, asked) {
      const unread = paths.filter((path) => !facts.has(path));
      const read = unread.length === 0 ? facts : await inner.readFacts(unread, asked);
      for (const [path, fact] of read) facts.set(path, fact);
      return new Map(paths.map((path) => [path, facts.get(path) as ContentFacts]));
    },
    async changed(signal) {
      while (coming.isEmpty) await woken((on) => (wake = on), signal);
      await quiet((on) => (wake = on));
      signal.throwIfAborted();
    },
    takeUp() {
      taken = coming.take();
      taken.addAll(left);
      left = new Changes();
      for (const known of [yamls, facts, looked]) {
        for (const path of known.keys()) if (taken.touches(path)) known.delete(path);
      }
      return { outside: taken.isOutside(tree.evidence) };
    },
    putBack() {
      left = taken;
      taken = new Changes();
    },
    close: () => watches.prune(() => false),
  };
}

async function woken(onWake: (wake: () => void) => void, signal: AbortSignal): Promise<void> {
  signal.throwIfAborted();
  await new Promise<void>((resolve) => {
    const wake = () => {
      signal.removeEventListener('abort', wake);
      resolve();
    };
    signal.addEventListener('abort', wake);
    onWake(wake);
  });
  signal.throwIfAborted();
}

/** Waits until nothing has come for a moment. */
async function quiet(onWake: (wake: () => void) => void): Promise<void> {
  const end = Date.now() + LONGEST_MS;
  let last = Date.now();
  onWake(() => (last = Date.now()));
  for (;;) {
    const left = Math.min(last + QUIET_MS, end) - Date.now();
    if (left <= 0) return;
    await setTimeout(left);
  }
}
