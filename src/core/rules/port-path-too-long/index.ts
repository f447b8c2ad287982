import { eachFolder } from '../../archive/types.js';
import { LONGEST_PATH } from '../../bundle/packing/long-paths.js';
import { isJunk } from '../../naming/junk.js';
import type { ArchiveRule } from '../types.js';

/**
 * No path is longer than Windows' programs open, counted from the place that `folders.rootLength` allows for.
 *
 * Told once for each folder, of the longest path in it: an alias for the folder mends them all. What would be too long
 * in a bundle wherever that is put is an error of `pack`.
 */
export const portPathTooLong: ArchiveRule = {
  id: 'port-path-too-long',
  severity: 'warning',
  fix: 'proposes',
  properties: ['GD-3-4'],

  *check({ root, settings }) {
    const { rootLength } = settings.folders;
    for (const folder of eachFolder(root)) {
      // The `\` after the root, and the one after the folder.
      const before = rootLength + 1 + folder.path.length + 1;
      const room = LONGEST_PATH - before;
      if (folder.order && folder.order.longest <= room) continue;
      let count = 0;
      let longest = '';
      for (const { name } of folder.files) {
        if (name.length <= room || isJunk(name)) continue;
        count += 1;
        if (name.length > longest.length) longest = name;
      }
      if (count === 0) continue;
      yield {
        messageId: 'port-path-too-long/files',
        data: {
          name: longest,
          length: before + longest.length,
          limit: LONGEST_PATH,
          count,
          root: rootLength,
        },
        path: `${folder.path}/${longest}`,
        title: folder.name,
      };
    }
  },
};
