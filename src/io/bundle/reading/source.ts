/** A bag as it lies there, a folder, a zip or a tar: one way to list its files and to read them. */
import type { BagFiles } from '../../../core/bundle/judge/facts.js';
import type { Refusal } from '../../../core/bundle/judge/refusal.js';
import type { CopyTo } from '../../digest/copy.js';
import type { DigestTable } from '../../digest/table.js';
import type { Threads } from '../../threads/threads.js';
import type { Pause } from '../../threads/pause.js';

/** What is in it, in no particular order. */
export interface Listed {
  /** `/` between the parts, never one at the ends. */
  readonly path: string;
  readonly kind: 'file' | 'folder' | 'link';
  readonly sizeBytes: number;
}

/** How all files are to be digested. */
export interface DigestRun {
  readonly table: DigestTable;
  /** Write them out on the way. */
  readonly copy?: CopyTo;
  readonly threads: Threads;
  readonly pause: Pause;
  /** What this thread does while the others have begun. */
  readonly meanwhile?: () => void;
}

export interface BagSource {
  readonly kind: BagFiles['kind'];
  /** Rows of the digest table. */
  readonly listed: readonly Listed[];
  readonly guessed: BagFiles['guessed'];
  /** The folder that is the bag, on a disk that holds more than that. */
  readonly others?: BagFiles['others'];
  /** See `BagFiles`. */
  readonly backslashes?: number;
  /** When there are any, nothing else may be asked of it. */
  readonly refusals: readonly Refusal[];
  /** @returns `undefined` when it cannot be read as a whole or is longer than `limit`. */
  readWhole(row: number, limit: number): Buffer | undefined;
  /** Bytes that digesting will read, for progress. */
  readonly totalBytes: number;
  digestAll(run: DigestRun): Promise<void>;
}

export interface OpenOptions {
  readonly signal?: AbortSignal | undefined;
  /** Of what has to be unpacked before its list is known. */
  readonly onProgress?: ((doneBytes: number, totalBytes: number) => void) | undefined;
}
