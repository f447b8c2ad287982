import { leafFolders } from '../../archive/evidence.js';
import { nearestFolder } from '../../archive/nearest-folder.js';
import { countEvidence } from '../../archive/overview.js';
import { matchFolders } from '../../archive/match.js';
import type { ArchiveRule } from '../types.js';

/**
 * There are no folders but those that the scoring system asks for, above the leaf indicators.
 *
 * What evidence such a folder holds is seen under no indicator, so the finding says how much that is.
 *
 * Inside a leaf indicator's folder a clerk may make any, one for each activity as a rule; one that nobody has named was
 * dragged there, and numbers its evidence apart.
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
    for (const { folder, match } of leafFolders(archive)) {
      if (folder === match.folder || !UNNAMED.test(folder.name)) continue;
      const files = countEvidence(folder);
      const { name, path } = folder;
      if (files === 0) continue;
      yield {
        messageId: 'tree-folder-unknown/unnamed',
        data: { name, files, path },
        path,
        fix: 'none',
      };
    }
  },
};

/** As Windows, macOS and file managers call a new folder, and the next ones. */
const UNNAMED = /^(?:新建文件夹|未命名文件夹|new folder|untitled folder) ?[-_]?[(（]?\d*[)）]?$/i;
