import { eachFolder, joinPath, type Folder } from '../../archive/types.js';
import { nameFlags, toPortable } from '../../naming/portable.js';
import { foldName } from '../../text.js';
import type { ArchiveRule } from '../types.js';

/**
 * No two names of a folder are one name on another system: alike but for case, for the form of their characters, or
 * for characters that a bundle writes in their full-width form (`01:甲` and `01：甲`).
 *
 * Which of them is right a person must say.
 */
export const portNameCollision: ArchiveRule = {
  id: 'port-name-collision',
  severity: 'error',
  fix: 'none',
  properties: ['GD-1-8', 'GD-1-6'],

  *check({ root }) {
    for (const folder of eachFolder(root)) {
      for (const names of collisions(folder)) {
        yield {
          messageId: 'port-name-collision/same',
          data: { names },
          path: joinPath(folder.path, names[1] ?? ''),
          title: names[0] ?? '',
        };
      }
    }
  },
};

/** Names that are one elsewhere, in the order of the folder. */
function collisions(folder: Folder): string[][] {
  const first = new Map<string, string>();
  const groups = new Map<string, string[]>();
  const count = folder.files.length + folder.folders.length + folder.oddities.length;
  if (count < 2) return [];
  for (const children of [folder.folders, folder.files, folder.oddities]) {
    for (const { name } of children) {
      const key = foldName(nameFlags(name) === 0 ? name : toPortable(name));
      const other = first.get(key);
      if (other === undefined) first.set(key, name);
      else {
        const group = groups.get(key);
        if (group) group.push(name);
        else groups.set(key, [other, name]);
      }
    }
  }
  return [...groups.values()];
}
