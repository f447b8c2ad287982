/** Sizes and times of the files of a tree, asked of the disk by another thread while this one judges the tree. */
import type { Folder } from '../../core/archive/types.js';
import { eachFolder, joinPath } from '../../core/archive/types.js';
import { isWorthAThread, type PackThread } from './pack-thread.js';
import { SEPARATOR } from './zip-run.js';

/** In the order of `eachFolder`. */
export interface TreeListing {
  readonly sizes: Float64Array;
  readonly times: Float64Array;
}

/**
 * @param archive - Folder of the archive.
 * @returns `undefined` for so few files that it is not worth while, and when one of them is no file any more.
 */
export async function listTree(
  archive: string,
  evidence: Folder,
  thread: PackThread | undefined,
): Promise<TreeListing | undefined> {
  const folders = [];
  let count = 0;
  for (const { path, files } of eachFolder(evidence)) {
    if (files.length === 0) continue;
    count += files.length;
    const names = files.map(({ name }) => name).join(SEPARATOR);
    folders.push({ start: joinPath(archive, `${path}/`), names });
  }
  if (thread === undefined || !isWorthAThread(count, 0)) return undefined;
  const column = () => new Float64Array(new SharedArrayBuffer(count * 8));
  const [sizes, times] = [column(), column()];
  return (await thread.ask({ list: { folders, sizes, times } })) ? { sizes, times } : undefined;
}
