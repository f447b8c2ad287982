/** Evidence that lies in the archive already, and where it is to go. */
import type { FolderMatch } from '../archive/match.js';
import type { ArchivePath } from '../archive/paths.js';
import type { EvidenceFile, Folder } from '../archive/types.js';

/** A file that was named, and where it lies. */
export interface Chosen {
  readonly file: EvidenceFile;
  readonly folder: Folder;
  /** The leaf indicator's folder that it lies in; `undefined` elsewhere in the tree. */
  readonly match: FolderMatch | undefined;
  /** Of the year folder that it lies in. */
  readonly year: number | undefined;
}

export interface Rename {
  readonly from: ArchivePath;
  readonly to: ArchivePath;
}

/** Ordinals that nobody has any more, with others behind them. */
export interface Gap {
  readonly folder: ArchivePath;
  readonly ordinals: readonly number[];
}
