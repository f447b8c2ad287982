/** Reading `fetch.txt`: files that are not sent with a bag but are to be downloaded. Here nothing ever is. */
import { isOnlyDots, isTooLong, isUnsafePath } from './paths.js';
import { decodePercent, undotted } from './parse-manifest.js';
import { linesOf } from './tag-file.js';
import { Troubles, type Trouble } from './troubles.js';

/** A file that is to be downloaded. */
export interface FetchEntry {
  readonly url: string;
  /** `undefined` when the file does not say it. */
  readonly sizeBytes: number | undefined;
  /** As the bag's files are named, and as it is written. */
  readonly path: string;
  readonly literal: string;
  readonly line: number;
}

export interface ParsedFetch {
  readonly entries: readonly FetchEntry[];
  readonly troubles: readonly Trouble<FetchTrouble>[];
  /** Lines that are not told one by one. */
  readonly untold: ReadonlyMap<FetchTrouble, number>;
}

/** Not a line of three fields with an absolute URL; a path out of the bag; a name of dots alone; a path that is not in `data/`. */
type FetchTrouble = 'line' | 'unsafe' | 'dots' | 'outside';

/**
 * Read `fetch.txt`.
 *
 * @param decodes - Are `%25`, `%0A` and `%0D` in a path meant as RFC 8493 says?
 * @see RFC 8493, section 2.2.3
 */
export function parseFetch(text: string, decodes: boolean): ParsedFetch {
  const entries: FetchEntry[] = [];
  const troubles = new Troubles<FetchTrouble>();
  let line = 0;
  for (const each of linesOf(text)) {
    line += 1;
    if (each.trim() === '') continue;
    const entry = parseLine(each, decodes, line);
    const trouble = entry === undefined ? 'line' : troubleOf(entry.literal);
    if (trouble !== undefined) troubles.add(trouble, line, each);
    else if (entry !== undefined) entries.push(entry);
  }
  return { entries, troubles: troubles.told, untold: troubles.untold };
}

function parseLine(text: string, decodes: boolean, line: number): FetchEntry | undefined {
  const [, url, size, written] =
    /^([A-Za-z][\w+.-]*:\S+)[ \t]+(\d+|-)[ \t]+(\S.*)$/.exec(text) ?? [];
  if (url === undefined || written === undefined || isTooLong(written)) return undefined;
  const literal = undotted(written);
  return {
    url,
    sizeBytes: size === '-' ? undefined : Number(size),
    path: decodes ? decodePercent(literal) : literal,
    literal,
    line,
  };
}

function troubleOf(path: string): 'unsafe' | 'dots' | 'outside' | undefined {
  if (isUnsafePath(path)) return isOnlyDots(path) ? 'dots' : 'unsafe';
  return path.startsWith('data/') ? undefined : 'outside';
}
