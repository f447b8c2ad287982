/** What is asked of who writes bundles, and what comes of it. */
import type { Sign } from '../../../core/signature/of-bundle.js';
import type { PackThread } from './pack-thread.js';
import type { PayloadFiles } from './payload-files.js';
import type { ReadAhead } from './read-ahead.js';

/** A file beside the payload. */
export interface TagFile {
  readonly name: string;
  /**
   * @param sha256At - The digest of each file of the payload; they are asked for in order.
   * @param manifest - That of `manifest-sha256.txt`.
   */
  readonly pieces: (
    sha256At: (number: number) => string,
    manifest: string,
  ) => Iterable<string | Buffer>;
}

export interface BundleJob {
  readonly target: string;
  readonly form: 'zip' | 'folder';
  /** Of the one folder in the zip. */
  readonly name: string;
  readonly today: string;
  readonly payload: PayloadFiles;
  readonly tags: readonly TagFile[];
  /** `undefined` does all the work in this one. */
  readonly thread: PackThread | undefined;
  /** What of it is in memory already. */
  readonly ahead?: ReadAhead | undefined;
  /** Makes the signature in the bundle; `undefined` leaves it unsigned. */
  readonly sign?: Sign | undefined;
  readonly signal: AbortSignal;
  onProgress(done: { readonly files: number; readonly bytes: number }): void;
}

export interface WrittenBundle {
  /** SHA-256 of `tagmanifest-sha256.txt`, on which everything in the bundle hangs. */
  readonly digest: string;
  readonly bytes: number;
  /** It was there already, and is what would have been written. */
  readonly unchanged: boolean;
  /** What of the payload was there already and was not read again. */
  readonly kept: Amount;
}

export interface Amount {
  readonly files: number;
  readonly bytes: number;
}

export interface WrittenBundles {
  /** By job. */
  readonly bundles: readonly WrittenBundle[];
  /** What killed runs had left half-written in the same place, and was removed. */
  readonly cleared: number;
}

export interface PackingOptions {
  /** Folder of the archive: what is half-written of others is left alone. */
  readonly archive: string;
  /** Go on with what an earlier run has left half-written; and find bundles that are there in order, when they are. */
  readonly resume: boolean;
  /** Trust nothing that is remembered of an earlier run. */
  readonly paranoid: boolean;
  /** Where to remember digests for the next run. */
  readonly memory: string | undefined;
  /** It failed; so much of the payload is kept for the next run to go on with. */
  onKept?(kept: Amount, folder: string): void;
}
