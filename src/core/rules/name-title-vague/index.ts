import { foldersToJudge } from '../../archive/evidence.js';
import { lastingTitle } from '../../naming/lasting-title.js';
import { isVague } from '../../naming/vague-title.js';
import type { ArchiveRule } from '../types.js';

/**
 * The title says what the evidence is: not nothing, and not what a camera or an office program calls every file.
 * What it is, only a person can say.
 */
export const nameTitleVague: ArchiveRule = {
  id: 'name-title-vague',
  severity: 'warning',
  fix: 'proposes',
  scope: 'file',
  properties: ['GD-2-3', 'GD-2-4'],

  *check(archive) {
    for (const { files } of foldersToJudge(archive)) {
      for (const { name, path, parts } of files) {
        const { title } = parts;
        if (!isVague(title)) continue;
        yield title === ''
          ? {
              messageId: 'name-title-vague/empty',
              data: { name },
              path,
              title: lastingTitle(parts),
            }
          : { messageId: 'name-title-vague/vague', data: { name, title }, path, title };
      }
    }
  },
};
