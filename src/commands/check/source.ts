import { posix } from 'node:path';
import type { ArchivePath } from '../../core/archive/paths.js';
import { Changes, type JudgedPart, type JudgedSince } from '../../core/git/changes.js';
import type { OpenArchive } from '../../io/archive/read-archive.js';
import { SETTINGS_FILE } from '../../io/archive/read-settings.js';
import type { Store } from '../../io/store/types.js';
import { slashed } from '../../io/within.js';

export interface SourceOptions {
  readonly ref?: string;
  readonly staged?: boolean;
  readonly changedSince?: string;
}

export interface Compared {
  readonly changes: Changes;
  readonly since: JudgedSince;
}

export interface CheckSource {
  readonly store: Store;
  /** What was asked about; everything when there are none. */
  readonly places: readonly ArchivePath[];
  /** The archive's folder from the top of its repository. */
  readonly prefix: string;
  /** The same on this disk; `undefined` where there is none. */
  readonly root: string | undefined;
  /** As against git. */
  readonly isOnDisk: boolean;
  /** An archive that this one lies in. */
  readonly outer: string | undefined;
  /** `undefined` when it is simply the folder on the disk. */
  readonly part: JudgedPart | undefined;
  /** What is another since a commit, where only that is asked about. */
  readonly compare: (opened: OpenArchive) => Promise<Compared | undefined>;
  readonly close: () => void;
}

/** @param folder - The archive's, from the top of the repository. */
export function comparedWith(
  changes: ConstructorParameters<typeof Changes>[0],
  folder: string,
  { archive, source }: OpenArchive,
  since: Pick<JudgedSince, 'ref' | 'commit'>,
): Compared {
  const yardstick = [SETTINGS_FILE, ...source.files].map((path) =>
    posix.join(folder, slashed(path)),
  );
  const found = new Changes(changes, folder, archive.settings.evidence, yardstick);
  return { changes: found, since: { ...since, ...found.told() } };
}
