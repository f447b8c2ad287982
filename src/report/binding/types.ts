/** What is bound: volumes of a catalogue, with where the pages of each of their rows come from. */
import type { NotBound } from '../../core/binding/how.js';
import type { Row, Volume } from '../../core/catalogue/types.js';

export type Source =
  | { readonly as: 'pages'; readonly read: () => Uint8Array }
  | {
      readonly as: 'picture';
      readonly format: 'jpg' | 'png';
      readonly read: () => Uint8Array;
      /** Clockwise, to stand upright: 0, 90, 180 or 270. */
      readonly turn: number;
    }
  | { readonly as: 'stand-in'; readonly because: NotBound };

export interface Piece {
  readonly row: Row;
  readonly source: Source;
}

export interface BoundVolume {
  readonly volume: Volume;
  /** Of its rows those that are files or addresses, in their order. */
  readonly pieces: readonly Piece[];
}

/** Evidence whose pages nobody knew before it was bound. */
export interface CountedPages {
  /** From the archive's folder. */
  readonly file: string;
  readonly pages: number;
}

/** A row for which a page stands in. */
export interface LeftOut {
  readonly row: Row;
  readonly because: NotBound;
}
