import { nearestFolder } from '../../archive/nearest-folder.js';
import { countEvidence } from '../../archive/overview.js';
import { matchFolders } from '../../archive/match.js';
import type { ArchiveRule } from '../types.js';

/**
 * There are no folders but those that the scoring system asks for, above the leaf indicators.
 *
 * What evidence such a folder holds is seen under no indicator, so the finding says how much that is.
 *
 * Inside a leaf indicator's folder a clerk may make any, one for each activity as a rule.
 */
export const treeFolderUnknown: ArchiveRule = {
  id: 'tree-folder-unknown',
  severity: 'warning',
  fix: 'proposes',
  properties: ['GD-1-13', 'GD-4-3'],

  *check(archive) {
    const { unknown } = matchFolders(archive);
    const propose = nearestFolder(archive);
    for (const folder of unknown) {
      const { name, path } = folder;
      const near = propose(folder);
      const files = countEvidence(folder);
      switch (near?.is) {
        case 'duplicate':
          yield {
            messageId: 'tree-folder-unknown/duplicate',
            data: { name, of: near.name, files },
            path,
          };
          break;
        case 'not-filed':
        case 'not-for-unit':
          yield {
            messageId: `tree-folder-unknown/${near.is}`,
            data: { name, indicator: near.name, files },
            path,
            ...(files === 0 && { severity: 'info' }),
            fix: 'none',
          };
          break;
        case 'alike':
          yield {
            messageId: 'tree-folder-unknown/alike',
            data: { name, near: near.name, files },
            path,
          };
          break;
        case undefined:
          yield {
            messageId: 'tree-folder-unknown/folder',
            data: { name, files },
            path,
            fix: 'none',
          };
      }
    }
  },
};
