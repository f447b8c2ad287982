import { resolve } from 'node:path';
import type { Cli } from '../../cli/context.js';
import type { ArchivePath } from '../../core/archive/paths.js';
import { DanganError } from '../../errors.js';
import { findArchive } from '../../io/archive/read-archive.js';
import { isSamePlace, pathBelow } from '../../io/within.js';

/**
 * A path that the user gave, as a place in the archive.
 *
 * @throws {DanganError} USAGE - it is in another archive.
 */
export function placeIn(root: string, path: string, command: string, cli: Cli): ArchivePath {
  const absolute = resolve(cli.cwd, path);
  if (!isSamePlace(findArchive(absolute), root)) {
    throw new DanganError('USAGE', { what: cli.say.check.pathOutside({ path, root }), command });
  }
  return pathBelow(root, absolute);
}
