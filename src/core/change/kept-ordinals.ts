import { evidenceFolders } from '../archive/evidence.js';
import type { Archive } from '../archive/types.js';
import type { ArchivePath } from '../archive/paths.js';
import { sameOrdinals } from '../naming/renumber.js';
import type { Change } from './types.js';

/** The paper that keeps an ordinal which others had too. */
export interface KeptOrdinal {
  readonly path: ArchivePath;
  /** When it came into the repository, in seconds since 1970; `undefined` where that did not decide it. */
  readonly since: number | undefined;
}

/** Who keeps its ordinal in a plan that gives others of the same ordinal new ones. */
export function keptOrdinals(archive: Archive, changes: readonly Change[]): KeptOrdinal[] {
  const moved = new Set(changes.flatMap((change) => (change.do === 'move' ? [change.from] : [])));
  return evidenceFolders(archive).flatMap(({ files }) =>
    sameOrdinals(files, archive.settings.naming).flatMap(([first, second]) => {
      if (!first || !second || !moved.has(second.path)) return [];
      const isFirst = first.since !== undefined && first.since < (second.since ?? Infinity);
      return [{ path: first.path, since: isFirst ? first.since : undefined }];
    }),
  );
}
