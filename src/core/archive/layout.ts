import type { Indicator } from '../system/types.js';
import type { ArchivePath } from './types.js';

/** A folder that the scoring system asks for. */
export interface ExpectedFolder {
  readonly name: string;
  readonly path: ArchivePath;
  /** `undefined` for a year folder above the indicators. */
  readonly indicator: Indicator | undefined;
  readonly year: number | undefined;
  /** Evidence is kept here: a leaf indicator, or a year folder below one. */
  readonly leaf: boolean;
  readonly children: readonly ExpectedFolder[];
}
