import { leafFolders } from '../../archive/evidence.js';
import { nearestFolder, type NearFolder } from '../../archive/nearest-folder.js';
import { countEvidence } from '../../archive/overview.js';
import { matchFolders } from '../../archive/match.js';
import type { Seen } from '../seen.js';
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
    const propose = nearestFolder(archive);
    for (const folder of matchFolders(archive).unknown) {
      const { name, path } = folder;
      yield seen(name, path, countEvidence(folder), propose(folder));
    }
    for (const { folder, match } of leafFolders(archive)) {
      const { name, path } = folder;
      const files = countEvidence(folder);
      if (folder === match.folder || !UNNAMED.test(name) || files === 0) continue;
      const data = { name, files, path };
      yield { messageId: 'tree-folder-unknown/unnamed', data, path, fix: 'none' };
    }
  },
};

/** What is told of a folder, by what it may stand for. */
function seen(name: string, path: string, files: number, near: NearFolder | undefined): Seen {
  switch (near?.is) {
    case 'duplicate': {
      const data = { name, of: near.name, files };
      return { messageId: 'tree-folder-unknown/duplicate', data, path };
    }
    case 'not-filed':
    case 'not-for-unit': {
      const data = { name, indicator: near.name, files };
      const severity = files === 0 && { severity: 'info' as const };
      return { messageId: `tree-folder-unknown/${near.is}`, data, path, ...severity, fix: 'none' };
    }
    case 'alike': {
      const data = { name, near: near.name, files };
      return { messageId: 'tree-folder-unknown/alike', data, path };
    }
    case undefined: {
      const data = { name, files };
      return { messageId: 'tree-folder-unknown/folder', data, path, fix: 'none' };
    }
  }
}

/** As Windows, macOS and file managers call a new folder, and the next ones. */
const UNNAMED = /^(?:新建文件夹|未命名文件夹|new folder|untitled folder) ?[-_]?[(（]?\d*[)）]?$/i;
