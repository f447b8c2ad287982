import { foldersToJudge, type EvidenceFolder } from '../../archive/evidence.js';
import type { Archive, EvidenceFile } from '../../archive/types.js';
import { closeGaps, isNumbered, isRising } from '../../naming/renumber.js';
import { settleRenames } from '../../naming/settle-renames.js';
import { mendFiles } from '../renames.js';
import { lastingTitle } from '../../naming/lasting-title.js';
import type { ArchiveRule } from '../types.js';

/**
 * Evidence in a folder is numbered 1, 2, 3 … without a gap.
 *
 * A gap is how a lost file shows itself after two people's folders are merged, which is why closing it is not safe.
 * Names that do not parse are left to `name-pattern`.
 */
export const nameSequenceGap: ArchiveRule = {
  id: 'name-sequence-gap',
  severity: 'warning',
  fix: 'unsafe',
  properties: ['GD-2-6'],

  *check(archive) {
    for (const place of foldersToJudge(archive)) {
      const { folder, files } = place;
      let canClose: boolean | undefined;
      let next = 1;
      for (const { parts } of inOrder(files)) {
        const number = parts.ordinal ?? 0;
        // One finding per run: a name that starts with a date is one gap, not millions.
        if (number > next) {
          canClose ??= closing(place, archive).size > 0;
          yield {
            messageId: 'name-sequence-gap/missing',
            data: { from: next, to: number - 1 },
            path: folder.path,
            title: lastingTitle(parts),
            fix: canClose ? 'unsafe' : 'none',
          };
        }
        next = number + 1;
      }
    }
  },

  *mend(archive) {
    for (const place of foldersToJudge(archive))
      yield* mendFiles(place, closing(place, archive), () => false);
  },
};

function closing({ folder, files }: EvidenceFolder, { settings }: Archive) {
  return settleRenames(folder, closeGaps(files, settings.naming));
}

/** Those with an ordinal, by it. */
function inOrder(files: readonly EvidenceFile[]): readonly EvidenceFile[] {
  if (isRising(files)) return files;
  return files.filter(isNumbered).sort((a, b) => (a.parts.ordinal ?? 0) - (b.parts.ordinal ?? 0));
}
