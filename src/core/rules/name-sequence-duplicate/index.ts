import { foldersToJudge } from '../../archive/evidence.js';
import { partSameOrdinals, sameOrdinals } from '../../naming/renumber.js';
import { settleRenames } from '../../naming/settle-renames.js';
import { mendFiles } from '../renames.js';
import { lastingTitle } from '../../naming/lasting-title.js';
import type { ArchiveRule } from '../types.js';

/**
 * No two files of a folder have one ordinal.
 *
 * Told once for each ordinal, of the first file that would get another. Which of them the printed list means a
 * person must know, so giving the later ones the next free ordinals is not safe.
 */
export const nameSequenceDuplicate: ArchiveRule = {
  id: 'name-sequence-duplicate',
  severity: 'error',
  fix: 'unsafe',
  properties: ['GD-1-8', 'GD-2-6'],

  *check(archive) {
    const { naming } = archive.settings;
    for (const { folder, files } of foldersToJudge(archive)) {
      const groups = sameOrdinals(files, naming);
      if (groups.length === 0) continue;
      const renames = settleRenames(folder, partSameOrdinals(files, naming));
      for (const group of groups) {
        const [first, second] = group;
        if (!first || !second) continue;
        yield {
          messageId: 'name-sequence-duplicate/same',
          data: { ordinal: first.parts.ordinal ?? 0, files: group.map(({ name }) => name) },
          path: second.path,
          title: group
            .map(({ parts }) => lastingTitle(parts))
            .sort()
            .join('\n'),
          ...(!renames.has(second.name) && { fix: 'none' as const }),
        };
      }
    }
  },

  *mend(archive) {
    for (const place of foldersToJudge(archive)) {
      const renames = partSameOrdinals(place.files, archive.settings.naming);
      yield* mendFiles(place, renames, () => false);
    }
  },
};
