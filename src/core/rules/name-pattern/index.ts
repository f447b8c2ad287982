import { foldersToJudge, type EvidenceFolder } from '../../archive/evidence.js';
import type { Archive } from '../../archive/types.js';
import { highestOrdinal } from '../../naming/format.js';
import { isNumbered, numberUnnumbered } from '../../naming/renumber.js';
import { settleRenames } from '../../naming/settle-renames.js';
import { mendFiles } from '../renames.js';
import { lastingTitle } from '../../naming/lasting-title.js';
import type { ArchiveRule } from '../types.js';

/**
 * The name of evidence begins with an ordinal from 01.
 *
 * A file without one gets the next free ordinal, which is safe: printed lists do not cite it yet and no other name
 * changes. One that is numbered 00 may be on a list, so giving it another number is not.
 * What is wrong with an ordinal that is there is left to `name-separator` and `name-sequence-…`, a missing title to
 * `name-title-vague`.
 */
export const namePattern: ArchiveRule = {
  id: 'name-pattern',
  severity: 'error',
  fix: 'safe',
  scope: 'file',
  properties: ['GD-1-7', 'GD-2-6'],

  *check(archive) {
    const limit = highestOrdinal(archive.settings.naming);
    for (const place of foldersToJudge(archive)) {
      const wrong = place.files.filter((file) => !isNumbered(file));
      if (wrong.length === 0) continue;
      const renames = settleRenames(place.folder, wanted(place, archive));
      for (const { name, path, parts } of wrong) {
        const suggested = renames.get(name);
        const zero = parts.ordinal !== undefined;
        yield {
          messageId: zero ? 'name-pattern/zero' : 'name-pattern/no-ordinal',
          data: { name, suggested, isFull: place.files.length > limit },
          path,
          title: lastingTitle(parts),
          fix: suggested === undefined ? 'none' : zero ? 'unsafe' : 'safe',
        };
      }
    }
  },

  *mend(archive) {
    for (const place of foldersToJudge(archive)) {
      if (place.files.every(isNumbered)) continue;
      const zeros = new Set<string>();
      for (const { name, parts } of place.files) if (parts.ordinal !== undefined) zeros.add(name);
      yield* mendFiles(place, wanted(place, archive), (name) => !zeros.has(name));
    }
  },
};

function wanted({ files }: EvidenceFolder, { settings }: Archive): Map<string, string> {
  return numberUnnumbered(files, settings.naming);
}
