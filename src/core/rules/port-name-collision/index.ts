import { eachFolder, type Folder } from '../../archive/types.js';
import { joinPath } from '../../archive/paths.js';
import { flaggedByFolder } from '../../naming/flagged-names.js';
import { lastingTitle } from '../../naming/lasting-title.js';
import { toPortable } from '../../naming/portable.js';
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

  *check(archive) {
    const flagged = flaggedByFolder(archive);
    const bundled = archive.settings.naming.separator === 'ascii';
    for (const folder of eachFolder(archive.root)) {
      if (areAllInOrder(folder)) continue;
      const odd = new Set(flagged.get(folder)?.map(({ name }) => name));
      // The name in a bundle; ASCII colons that are asked for are not flagged and written full-width there.
      const keyOf = (name: string): string =>
        foldName(bundled || odd.has(name) ? toPortable(name) : name);
      for (const names of collisions(folder, keyOf)) {
        yield {
          messageId: 'port-name-collision/same',
          data: { names },
          path: joinPath(folder.path, names[1] ?? ''),
          title: titleOf(names[0] ?? '', folder),
        };
      }
    }
  },
};

/** No two of them are alike anywhere: their ordinals differ. */
function areAllInOrder({ order, folders, oddities }: Folder): boolean {
  return order !== undefined && folders.length === 0 && oddities.length === 0;
}

/** Both get another number together. */
function titleOf(name: string, { files }: Folder): string {
  const file = files.find((each) => each.name === name);
  return file ? lastingTitle(file.parts) : name;
}

/** Names that are one elsewhere, in the order of the folder. */
function collisions(folder: Folder, keyOf: (name: string) => string): string[][] {
  if (areApart(folder, keyOf)) return [];
  const first = new Map<string, string>();
  const groups = new Map<string, string[]>();
  for (const children of [folder.folders, folder.files, judged(folder)]) {
    for (const { name } of children) {
      const key = keyOf(name);
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

/** The quick answer, which is true of nearly every folder. */
function areApart(folder: Folder, keyOf: (name: string) => string): boolean {
  const { folders, files } = folder;
  const oddities = judged(folder);
  const keys = new Set<string>();
  for (const children of [folders, files, oddities]) {
    for (const { name } of children) keys.add(keyOf(name));
  }
  return keys.size === folders.length + files.length + oddities.length;
}

function judged({ oddities }: Folder): Folder['oddities'] {
  return oddities.some(({ kind }) => kind === 'ignored')
    ? oddities.filter(({ kind }) => kind !== 'ignored')
    : oddities;
}
