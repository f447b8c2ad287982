/** A folder that an indicator has in its own, such as that of an activity. */
import { resolve } from 'node:path';
import { leafFolders, type EvidenceFolder } from '../../core/archive/evidence.js';
import type { ArchivePath } from '../../core/archive/paths.js';
import type { Archive } from '../../core/archive/types.js';
import { findTargets } from '../../core/filing/target.js';
import { foldName } from '../../core/text.js';
import { DanganError } from '../../errors.js';
import { pathBelow } from '../within.js';

/** Where a word is typed. */
export interface Where {
  readonly root: string;
  readonly cwd: string;
}

/**
 * Find it by its path, or by its name where no indicator is called so; `undefined` where the word
 * names none.
 *
 * @throws {DanganError} TARGET_AMBIGUOUS
 */
export function folderInside(
  archive: Archive,
  word: string,
  where: Where,
): EvidenceFolder | undefined {
  const inside = leafFolders(archive).filter(({ folder, match }) => folder !== match.folder);
  const path = pathIn(word, where);
  const there = inside.find(({ folder }) => folder.path === path);
  if (there || findTargets(archive.expected, word).length > 0) return there;
  const name = foldName(word.trim().replaceAll('\\', '/').replace(/\/$/, ''));
  const called = inside.filter(({ folder }) => foldName(folder.path).endsWith(`/${name}`));
  if (called.length <= 1) return called[0];
  const folders = called.map(({ folder }) => folder.path);
  throw new DanganError('TARGET_AMBIGUOUS', { to: word, folders, by: 'path' });
}

/** The path in the archive that a word means, there or not. */
export function pathIn(word: string, { root, cwd }: Where): ArchivePath {
  return pathBelow(root, resolve(cwd, word));
}
