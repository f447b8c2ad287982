import type { Disk } from '../disk.js';
import type { ByteLine } from './copying.js';

export interface MakeOptions {
  /** Stops between two steps, and between two pieces of a file that is copied. */
  readonly signal?: AbortSignal | undefined;
  /** Told of every step where no bytes are copied; else it is `copying` that tells. */
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
  readonly copying?: ByteLine | undefined;
}

export interface ApplyOptions extends MakeOptions {
  /** Day of the run, `YYYY-MM-DD`. */
  readonly today: string;
  /** Shown while files are read that will be copied. */
  readonly reading?: ByteLine | undefined;
  readonly disk?: Disk;
}
