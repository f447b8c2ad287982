import { seenFiles } from '../contents.js';
import { lastingTitle } from '../../naming/lasting-title.js';
import type { ArchiveRule } from '../types.js';

/** Every file has something in it. What a cloud left for it is told by `content-pointer-only`. */
export const contentEmpty: ArchiveRule = {
  id: 'content-empty',
  severity: 'error',
  fix: 'none',
  scope: 'file',
  properties: ['GD-2-7', 'GD-3-4'],

  *check(archive) {
    for (const { file, facts, placeholder } of seenFiles(archive)) {
      if (facts.sizeBytes > 0 || facts.isUnseen || placeholder) continue;
      const { path, parts } = file;
      yield { messageId: 'content-empty/empty', data: {}, path, title: lastingTitle(parts) };
    }
  },
};
