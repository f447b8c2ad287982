/** Evidence names, taken apart and put together; nothing is read for it. */
import { DEFAULT_SETTINGS } from '../core/archive/settings.js';
import * as naming from '../core/naming/format.js';
import type { EvidenceName } from '../core/naming/types.js';
import { refuseWrong, type Kinds } from './judged.js';

export { parseName } from '../core/naming/parse.js';
export type { EvidenceName };

/** As `naming` in `dangan.yaml`. */
export interface NamingOptions {
  /** Of the ordinal; 2 unless told otherwise. */
  readonly digits?: 2 | 3;
  /** `：` unless told otherwise; Windows cannot hold a name with `:`. */
  readonly separator?: 'fullwidth' | 'ascii';
}

const NAMING: Kinds<NamingOptions> = { digits: [2, 3], separator: ['fullwidth', 'ascii'] };

/** The parts put together as they are: `03：年度工作计划.pdf`. Without an ordinal, title and extension. */
export function formatName(
  name: Pick<EvidenceName, 'ordinal' | 'title' | 'extension'>,
  options: NamingOptions = {},
): string {
  refuseWrong({ kinds: NAMING }, options);
  return naming.formatName(name, { ...DEFAULT_SETTINGS.naming, ...options });
}

/**
 * The one form in which an evidence name is written: ordinal in full, the separator, a title that may stand on every
 * system and has no blanks around it.
 *
 * @returns `undefined` when there is no ordinal from 1, or no title.
 */
export function canonicalName(name: string, options: NamingOptions = {}): string | undefined {
  refuseWrong({ kinds: NAMING }, options);
  return naming.canonicalName(name, { ...DEFAULT_SETTINGS.naming, ...options });
}
