import { nameOf, parentOf, type ArchivePath } from '../../archive/paths.js';
import type { Archive } from '../../archive/types.js';
import { lastingTitle } from '../../naming/lasting-title.js';
import { foldName } from '../../text.js';
import { seenFiles, type SeenFile } from '../contents.js';
import type { ArchiveRule } from '../types.js';

/**
 * The same file is kept once, and referred to where else it serves: of two copies one is soon out of date.
 *
 * A ledger that says of one of them that it serves other indicators too, or that it is shared with another unit, has
 * told that this is meant.
 */
export const contentDuplicate: ArchiveRule = {
  id: 'content-duplicate',
  severity: 'info',
  fix: 'none',
  properties: ['GD-1-8'],

  *check(archive) {
    const groups = new Map<string, SeenFile[]>();
    for (const seen of seenFiles(archive)) {
      const { sha256 } = seen.facts;
      if (sha256 === undefined) continue;
      const group = groups.get(sha256);
      if (group) group.push(seen);
      else groups.set(sha256, [seen]);
    }
    const shared = new SharedFiles(archive);
    for (const [first, ...others] of groups.values()) {
      if (!first || others.length === 0) continue;
      if ([first, ...others].some(({ file }) => shared.has(file.path))) continue;
      for (const { file } of others) {
        const { path, parts } = file;
        const data = { first: first.file.path };
        yield { messageId: 'content-duplicate/same', data, path, title: lastingTitle(parts) };
      }
    }
  },
};

/** Files of which a ledger says that they serve others, too. */
class SharedFiles {
  readonly #archive: Archive;
  /** By folder, the names folded. */
  readonly #names = new Map<ArchivePath, ReadonlySet<string>>();

  constructor(archive: Archive) {
    this.#archive = archive;
  }

  has(path: ArchivePath): boolean {
    const folder = parentOf(path);
    const names = this.#names.get(folder) ?? this.#namesIn(folder);
    this.#names.set(folder, names);
    return names.has(foldName(nameOf(path)));
  }

  #namesIn(folder: ArchivePath): ReadonlySet<string> {
    const entries = this.#archive.known?.ledgers.get(folder)?.entries ?? [];
    return new Set(
      entries.flatMap(({ file, references, source }) =>
        file !== undefined && (references.length > 0 || source === 'shared')
          ? [foldName(file)]
          : [],
      ),
    );
  }
}
