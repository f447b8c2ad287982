import type { Payload } from './payload.js';

/** What most programs on Windows open: MAX_PATH is 260 with the NUL at its end. */
export const LONGEST_PATH = 259;
const SHORTEST_ROOT = 'E:\\';

/** Programs on Windows do not open it even where nothing but the drive stands before it. */
export function isTooLongAnywhere(path: string): boolean {
  return SHORTEST_ROOT.length + path.length > LONGEST_PATH;
}

interface LongPaths {
  readonly count: number;
  /** In the archive. */
  readonly longest: string;
  /** Of the longest, from the drive. */
  readonly length: number;
}

/**
 * Files of a bundle that programs on Windows open nowhere: not even when it lies on a drive with nothing around it.
 *
 * @param name - Of the bundle, which is the folder it is unpacked to.
 */
export function longPaths(name: string, { files }: Pick<Payload, 'files'>): LongPaths | undefined {
  const before = `${SHORTEST_ROOT}${name}\\`.length;
  let found: LongPaths | undefined;
  for (const { path, origin } of files) {
    const length = before + path.length;
    if (length <= LONGEST_PATH) continue;
    const count = (found?.count ?? 0) + 1;
    found =
      found && found.length >= length ? { ...found, count } : { count, longest: origin, length };
  }
  return found;
}
