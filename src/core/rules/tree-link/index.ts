import { eachFolder, filesToLookAt } from '../../archive/types.js';
import { joinPath } from '../../archive/paths.js';
import { lastingTitle } from '../../naming/lasting-title.js';
import type { ArchiveRule } from '../types.js';

/**
 * Evidence is the file itself, not a link to it: a link points to nothing once the archive is on a stick.
 *
 * Links are never followed, here or anywhere.
 */
export const treeLink: ArchiveRule = {
  id: 'tree-link',
  severity: 'error',
  fix: 'none',
  scope: 'file',
  properties: ['GD-1-11', 'GD-2-7'],

  *check(archive) {
    for (const folder of eachFolder(archive.root)) {
      const { path, oddities } = folder;
      for (const { name, kind } of oddities) {
        if (kind === 'garbled' || kind === 'ignored') continue;
        const messageId = kind === 'link' ? 'tree-link/link' : 'tree-link/other';
        yield { messageId, data: {}, path: joinPath(path, name), title: name };
      }
      for (const { path: own, parts } of filesToLookAt(folder)) {
        if (parts.extension.length !== 4 || parts.extension.toLowerCase() !== '.lnk') continue;
        const place = { path: own, title: lastingTitle(parts) };
        yield { messageId: 'tree-link/shortcut', data: {}, ...place };
      }
    }
  },
};
