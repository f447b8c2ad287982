/**
 * How much of a file is read. `pages`: what stands at one place of it, its pages and dates, some milliseconds a
 * file; `text`: its characters besides, for which all of it is read.
 */
export type Wanted = 'pages' | 'text';

/** What a thread that reads files is told. */
export interface ReadTask {
  readonly path: string;
  /** What it holds, of one that is on no disk. */
  readonly bytes?: Uint8Array;
  readonly wanted: Wanted;
}
