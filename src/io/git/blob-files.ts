import type { ArchivePath } from '../../core/archive/paths.js';
import type { LfsPointer } from '../../core/git/lfs-pointer.js';
import type { Blobs } from './blobs.js';

/** The files of the evidence tree, in a commit or in the index. */
export interface BlobFiles {
  readonly blobs: Blobs;
  /** Where git stands. */
  readonly cwd: string;
  /** Ids of what they hold, by path. */
  readonly oids: ReadonlyMap<ArchivePath, string>;
  /** Is what this file holds to be kept by Git LFS? */
  readonly isLfs: (path: ArchivePath) => boolean;
  /** What stands for a file that Git LFS keeps. @param sizeBytes - Of what is in the repository. */
  readonly pointerAt: (
    path: ArchivePath,
    sizeBytes: number | undefined,
  ) => Promise<LfsPointer | undefined>;
  /** Where this disk has such a file, if it does. */
  readonly objectOf: (pointer: LfsPointer) => string | undefined;
  /** The archive's folder on this disk, where what was found out may be kept. */
  readonly cacheAt: string | undefined;
}
