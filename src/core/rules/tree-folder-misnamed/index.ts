import { folderKey } from '../../archive/folder-key.js';
import { codeOf } from '../../archive/likeness.js';
import { matchFolders, type FolderMatch } from '../../archive/match.js';
import type { Archive } from '../../archive/types.js';
import type { ArchiveRule } from '../types.js';

/**
 * A folder is called as its indicator is.
 *
 * Renaming it is safe when it is surely that indicator's. Where only the code is the same, or the name much alike
 * under another code, what it holds may be the evidence of another indicator: that is for a person to decide.
 */
export const treeFolderMisnamed: ArchiveRule = {
  id: 'tree-folder-misnamed',
  severity: 'error',
  fix: 'safe',
  properties: ['GD-1-13'],

  *check(archive) {
    for (const { expected, folder, how } of misnamed(archive)) {
      const { indicator, name } = expected;
      const doubtful = how === 'doubtful';
      const isOtherCode = folderKey(folder.name).code !== codeOf(expected);
      const doubt = isOtherCode ? 'tree-folder-misnamed/alike' : 'tree-folder-misnamed/doubtful';
      yield {
        messageId: doubtful ? doubt : 'tree-folder-misnamed/name',
        data: { name: folder.name, expected: name },
        path: folder.path,
        title: name,
        ...(indicator && { indicator }),
        ...(doubtful && { fix: 'unsafe' }),
      };
    }
  },

  *mend(archive) {
    const { homeOf } = matchFolders(archive);
    for (const { expected, folder, how } of misnamed(archive)) {
      const to = homeOf(expected);
      yield { do: 'move', of: 'folder', from: folder.path, to, safe: how !== 'doubtful' };
    }
  },
};

function misnamed(archive: Archive): FolderMatch[] {
  return [...matchFolders(archive).byExpected.values()].filter(
    ({ how }) => how === 'renamed' || how === 'doubtful',
  );
}
