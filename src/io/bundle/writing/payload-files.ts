/** The files that a bundle is packed for. */
import type { SourceFile } from '../../filing/source-file.js';
import type { PackThread } from './pack-thread.js';

/** The files of a payload in the order of their paths; asked for one at a time, so that no list of them is kept. */
export interface PayloadFiles {
  readonly count: number;
  readonly bytes: number;
  /** In the bundle, `data/…`. */
  pathAt(number: number): string;
  sourceAt(number: number): SourceFile;
  /** Folders of the bundle without a file anywhere below them. */
  readonly emptyFolders: readonly string[];
  /**
   * @param thread - Does it while this one goes on.
   * @throws {DanganError} FILE_CHANGED - a file came or went since the listing.
   */
  checkListing(thread: PackThread | undefined): Promise<void>;
}
