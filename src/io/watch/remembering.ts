import type { ArchivePath } from '../../core/archive/paths.js';
import type { ContentFacts } from '../../core/evidence/types.js';
import type { YamlSource } from '../../core/yaml-file/node.js';
import type { CachedFile } from '../facts/formats-cache.js';
import type { Store } from '../store/types.js';
import type { Changes } from './changes.js';

interface Remembering extends Pick<Store, 'readYamls' | 'identify' | 'readFacts'> {
  readonly forget: (changed: Changes) => void;
}

/** What has been read of files is kept until they change. */
export function remembering(root: string, inner: Store): Remembering {
  const yamls = new Map<ArchivePath, YamlSource | undefined>();
  const facts = new Map<ArchivePath, ContentFacts>();
  let looked = new Map<ArchivePath, CachedFile>();
  let isFirst = true;
  return {
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
    forget(changed) {
      for (const known of [yamls, facts, looked]) {
        for (const path of known.keys()) if (changed.touches(path)) known.delete(path);
      }
    },
  };
}
