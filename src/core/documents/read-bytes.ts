/** Bytes of a file at a place; fewer where it ends before. */
export type ReadBytes = (offset: number, length: number) => Buffer;

/** A part of a file. */
export interface Stretch {
  readonly offset: number;
  readonly length: number;
}
