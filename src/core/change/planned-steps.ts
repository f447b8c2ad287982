/** What comes of changes that are put into an order. */
import type { ArchivePath } from '../archive/paths.js';

/** A step before the disk has been asked what its thing is. */
export type PlannedStep =
  | { readonly do: 'make'; readonly path: ArchivePath }
  | {
      readonly do: 'move';
      readonly of: 'file' | 'folder';
      readonly from: ArchivePath;
      readonly to: ArchivePath;
      /** Where the thing is before any step. */
      readonly origin: ArchivePath;
    }
  | {
      readonly do: 'file';
      readonly source: string;
      readonly to: ArchivePath;
      readonly keep: boolean;
    }
  | {
      readonly do: 'rewrite';
      readonly path: ArchivePath;
      /** `undefined` for a new file. */
      readonly origin: ArchivePath | undefined;
      readonly text: string;
    };

/** Why the changes cannot all be made. */
export interface Block {
  /** `missing`: it is not there (any more). `taken`: something that stays, or another change, has its name. */
  readonly because: 'missing' | 'taken';
  readonly path: ArchivePath;
  readonly to: ArchivePath | undefined;
}

export interface Schedule {
  readonly steps: readonly PlannedStep[];
  /** When there are any, there are no steps. */
  readonly blocks: readonly Block[];
}
