import type { EvidenceFile } from '../../archive/types.js';
import { isBlank } from '../../naming/characters.js';
import { separatorOf } from '../../naming/format.js';
import { isNumbered } from '../../naming/renumber.js';
import { mendMisnamed, misnamed } from '../renames.js';
import { lastingTitle } from '../../naming/lasting-title.js';
import type { ArchiveRule } from '../types.js';

/**
 * A colon and nothing else stands between ordinal and title: `01：标题`, not `1.标题`, `01-标题`, `（1）标题`.
 *
 * Both colons conform: that the ASCII one does not work on Windows is said by `port-illegal-char`.
 */
export const nameSeparator: ArchiveRule = {
  id: 'name-separator',
  severity: 'warning',
  fix: 'safe',
  scope: 'file',
  properties: ['GD-1-7'],

  *check(archive) {
    const expected = separatorOf(archive.settings.naming);
    for (const { file, suggested } of misnamed(archive, isWrong)) {
      const { name, path, parts } = file;
      yield {
        messageId: isColon(parts.separator) ? 'name-separator/before' : 'name-separator/other',
        data: { name, found: parts.separator, expected, suggested },
        path,
        title: lastingTitle(parts),
        ...(suggested === undefined && { fix: 'none' as const }),
      };
    }
  },

  mend: (archive) => mendMisnamed(archive, isWrong),
};

/** Evidence without a title is left to `name-title-vague`. */
function isWrong(file: EvidenceFile): boolean {
  const { title, separator } = file.parts;
  if (isColon(separator) && !isBlank(file.name.charCodeAt(0))) return false;
  return title !== '' && isNumbered(file);
}

function isColon(separator: string): boolean {
  return separator === '：' || separator === ':';
}
