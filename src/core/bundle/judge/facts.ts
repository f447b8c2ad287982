/** What `io` finds in a bundle, as the judges need it. */
import type { Algorithm } from '../bag/algorithms.js';
import type { PathRows } from '../bag/path-rows.js';

/** How the reading of a file ended. */
export type Ended =
  | 'unread'
  /** Not chosen to be read; its size is the one it is listed with. */
  | 'skipped'
  | 'whole'
  /** Its digest is known, but its CRC-32 is not the one told by the zip. */
  | 'crc'
  /** More or fewer bytes than told. */
  | 'size'
  /** Cannot be inflated. */
  | 'damaged'
  /** Local header and central directory differ. */
  | 'header'
  /** Bytes behind it that belong to no entry. */
  | 'hidden'
  | 'overlap'
  | 'unreadable';

/** What reading the files told, by row. */
export interface DigestFacts {
  ended(row: number): Ended;
  sizeBytes(row: number): number;
  /** Lower-case hex. */
  digest(row: number, algorithm: Algorithm): string;
  /** Are the bytes from `at` on its digest? */
  isDigest(row: number, algorithm: Algorithm, bytes: Uint8Array, at: number): boolean;
}

/** The files of a bag; paths are relative to the bag, `/` between the parts. */
export interface BagFiles {
  readonly kind: 'zip' | 'tar' | 'tar.gz' | 'folder';
  /** The row of each file's digests. */
  readonly rows: PathRows;
  /** Those of them that are not in `data/`: few, whatever the bag holds. */
  readonly tags: ReadonlyMap<string, number>;
  readonly folders: ReadonlySet<string>;
  /** Links and devices: not opened. */
  readonly links: readonly string[];
  /** Beside the bag's own folder in a zip. */
  readonly outside: readonly string[];
  /** Where a disk holds more than the bag: the folder that is the bag, and the files beside it. */
  readonly others?: { readonly folder: string; readonly files: readonly string[] } | undefined;
  /** Rows of what is in the zip and no file of the bag: folders, and what is set aside. */
  readonly beside: ReadonlyMap<string, number>;
  /** Files that a system left; those that a manifest lists are files of the bag. */
  readonly litter: ReadonlyMap<string, number>;
  readonly guessed: { readonly count: number; readonly encoding: string } | undefined;
  /** Names in a zip made on Windows whose `\\` were taken for `/`. */
  readonly backslashes: number;
}
