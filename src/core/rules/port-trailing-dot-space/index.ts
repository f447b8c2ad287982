import type { Archive } from '../../archive/types.js';
import { type FlaggedName, flaggedNames, portableNameOf } from '../../naming/flagged-names.js';
import { FLAG } from '../../naming/portable.js';
import { mendFlagged, proposedNames, settleFlagged } from '../renames.js';
import { lastingTitle } from '../../naming/lasting-title.js';
import type { ArchiveRule } from '../types.js';

/**
 * No name ends with a dot or a space (of any width): Windows drops them, and then cannot open or delete the file.
 */
export const portTrailingDotSpace: ArchiveRule = {
  id: 'port-trailing-dot-space',
  severity: 'error',
  fix: 'safe',
  scope: 'file',
  properties: ['GD-1-6'],

  *check(archive) {
    const names = trailing(archive);
    const proposals = proposedNames(names, archive);
    for (const flagged of names) {
      const { name, path, file } = flagged;
      const suggested = proposals.get(flagged)?.name;
      yield {
        messageId: name.endsWith('.')
          ? 'port-trailing-dot-space/dot'
          : 'port-trailing-dot-space/space',
        data: { name, suggested },
        path,
        title: file ? lastingTitle(file.parts) : name,
        ...(suggested === undefined && { fix: 'none' as const }),
      };
    }
  },

  *mend(archive) {
    const renames = settleFlagged(trailing(archive), (name) => portableNameOf(name, archive));
    yield* mendFlagged(renames, true);
  },
};

function trailing(archive: Archive): FlaggedName[] {
  return flaggedNames(archive).filter(({ flags }) => flags & FLAG.trailing);
}
