import { classOf } from '../../documents/formats.js';
import { seenFiles } from '../contents.js';
import { lastingTitle } from '../../naming/lasting-title.js';
import type { ArchiveRule } from '../types.js';

/** Every file has one of the formats that the settings allow; all are allowed where they name none. */
export const contentTypeNotAllowed: ArchiveRule = {
  id: 'content-type-not-allowed',
  severity: 'warning',
  fix: 'none',
  scope: 'file',
  properties: ['GD-3-3'],

  *check(archive) {
    const { allowed } = archive.settings.contents;
    if (!allowed) return;
    const isAllowed = new Set<string>(allowed);
    for (const { file, facts, placeholder } of seenFiles(archive)) {
      const { format } = facts;
      // What it is cannot be told: that is said by another rule.
      if (format === undefined || placeholder) continue;
      if (isAllowed.has(format) || isAllowed.has(classOf(format))) continue;
      const { path, parts } = file;
      const data = { format, allowed };
      yield {
        messageId: 'content-type-not-allowed/format',
        data,
        path,
        title: lastingTitle(parts),
      };
    }
  },
};
