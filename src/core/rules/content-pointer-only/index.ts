import { seenFiles, type Placeholder } from '../contents.js';
import { lastingTitle } from '../../naming/lasting-title.js';
import type { ArchiveRule } from '../types.js';

/** Every file is the file itself, not what git or the client of a cloud left in its place. */
export const contentPointerOnly: ArchiveRule = {
  id: 'content-pointer-only',
  severity: 'error',
  fix: 'none',
  scope: 'file',
  properties: ['GD-2-7', 'GD-3-4'],

  *check(archive) {
    for (const { file, placeholder } of seenFiles(archive)) {
      if (!placeholder) continue;
      const { path, parts } = file;
      yield { messageId: MESSAGES[placeholder], data: {}, path, title: lastingTitle(parts) };
    }
  },
};

const MESSAGES = {
  pointer: 'content-pointer-only/lfs',
  placeholder: 'content-pointer-only/cloud',
  download: 'content-pointer-only/download',
} as const satisfies Record<Placeholder, string>;
