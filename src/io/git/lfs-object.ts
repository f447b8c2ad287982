import { lstatSync } from 'node:fs';
import { join } from 'node:path';
import type { LfsPointer } from '../../core/git/lfs-pointer.js';

/**
 * Where this clone has a file that Git LFS keeps: it is put there when it is added, and when it is fetched.
 *
 * @param common - What all working trees of the repository share.
 */
export function lfsObject(common: string, { sha256, sizeBytes }: LfsPointer): string | undefined {
  const path = join(common, 'lfs', 'objects', sha256.slice(0, 2), sha256.slice(2, 4), sha256);
  const stats = lstatSync(path, { throwIfNoEntry: false });
  return stats?.isFile() && stats.size === sizeBytes ? path : undefined;
}
