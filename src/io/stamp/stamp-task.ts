/** What a thread is told to do with one document, and what it answers. */
import type { Stamped, StampFormat } from '../../core/stamp/types.js';

export interface StampTask {
  readonly format: StampFormat;
  /** Absolute; it is only read. */
  readonly from: string;
  /** Absolute, for the stamped copy; `undefined` only tells what would come of it. */
  readonly to: string | undefined;
  readonly text: string;
}

/** `failed`: the disk did not give the document, or did not take the copy. */
export type StampAnswer =
  Stamped | { readonly did: 'failed'; readonly code: string; readonly at: 'document' | 'copy' };

/** What names stand in the footers of a document. */
export interface LookTask extends Pick<StampTask, 'format' | 'from'> {
  /** What it holds, of one that is on no disk. */
  readonly bytes?: Uint8Array;
}
