import { flaggedNames } from '../../naming/flagged-names.js';
import { byteLength, FLAG, LONGEST_NAME } from '../../naming/portable.js';
import { lastingTitle } from '../../naming/lasting-title.js';
import type { ArchiveRule } from '../types.js';

/**
 * A name has at most 255 bytes in UTF-8 (Linux) and 255 UTF-16 units (Windows, macOS): 85 Han characters.
 * What to leave out of a title, a person must say.
 */
export const portNameTooLong: ArchiveRule = {
  id: 'port-name-too-long',
  severity: 'error',
  fix: 'proposes',
  scope: 'file',
  properties: ['GD-1-7'],

  *check(archive) {
    for (const { name, path, flags, file } of flaggedNames(archive)) {
      if (!(flags & (FLAG.bytes | FLAG.units))) continue;
      const bytes = byteLength(name);
      yield {
        messageId: 'port-name-too-long/name',
        data: { name, bytes, units: name.length, limit: LONGEST_NAME },
        path,
        title: file ? lastingTitle(file.parts) : name,
      };
    }
  },
};
