import { seenFiles } from '../contents.js';
import { lastingTitle } from '../../naming/lasting-title.js';
import type { ArchiveRule } from '../types.js';

/** No file is larger than the settings allow: portals that take the evidence have limits of their own. */
export const contentTooLarge: ArchiveRule = {
  id: 'content-too-large',
  severity: 'warning',
  fix: 'none',
  scope: 'file',
  properties: ['GD-3-3'],

  *check(archive) {
    const { largest } = archive.settings.contents;
    if (largest === undefined) return;
    for (const { file, facts, placeholder } of seenFiles(archive)) {
      if (facts.sizeBytes <= largest || placeholder) continue;
      const { path, parts } = file;
      const data = { bytes: facts.sizeBytes, largest };
      yield { messageId: 'content-too-large/bytes', data, path, title: lastingTitle(parts) };
    }
  },
};
