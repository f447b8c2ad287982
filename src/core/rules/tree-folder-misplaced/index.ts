import { matchFolders, type FolderMatch } from '../../archive/match.js';
import { parentOf } from '../../archive/paths.js';
import type { Archive } from '../../archive/types.js';
import type { ArchiveRule } from '../types.js';

/** The folder of an indicator is in the folder of the indicator above it. */
export const treeFolderMisplaced: ArchiveRule = {
  id: 'tree-folder-misplaced',
  severity: 'error',
  fix: 'unsafe',
  properties: ['GD-1-13'],

  *check(archive) {
    const { homeOf } = matchFolders(archive);
    for (const { expected, folder } of misplaced(archive)) {
      const { indicator, name } = expected;
      yield {
        messageId: 'tree-folder-misplaced/parent',
        data: { name: folder.name, expected: parentOf(homeOf(expected)) },
        path: folder.path,
        title: name,
        ...(indicator && { indicator }),
      };
    }
  },

  *mend(archive) {
    const { homeOf } = matchFolders(archive);
    for (const { expected, folder } of misplaced(archive)) {
      const to = homeOf(expected);
      yield { do: 'move', of: 'folder', from: folder.path, to, safe: false };
    }
  },
};

function misplaced(archive: Archive): FolderMatch[] {
  return [...matchFolders(archive).byExpected.values()].filter(({ how }) => how === 'moved');
}
