import type { Archive } from '../../archive/types.js';
import { type FlaggedName, flaggedNames, portableNameOf } from '../../naming/flagged-names.js';
import { FLAG } from '../../naming/portable.js';
import { mendFlagged, proposedNames, settleFlagged } from '../renames.js';
import type { ArchiveRule } from '../types.js';

/**
 * No name is that of a device on Windows, with or without an extension: CON, PRN, AUX, NUL, COM1, LPT1 and the like.
 * A `_` after it makes a name of it, but what the file should be called a person knows better.
 */
export const portReservedName: ArchiveRule = {
  id: 'port-reserved-name',
  severity: 'error',
  fix: 'unsafe',
  scope: 'file',
  properties: ['GD-1-6'],

  *check(archive) {
    const names = reserved(archive);
    const proposals = proposedNames(names, archive);
    for (const flagged of names) {
      const { name: suggested, numbered = false } = proposals.get(flagged) ?? {};
      yield {
        messageId: 'port-reserved-name/device',
        data: { name: flagged.name, suggested },
        path: flagged.path,
        title: flagged.name,
        // With an ordinal before it a name is no device's, whatever it should be called.
        fix: suggested === undefined ? 'none' : numbered ? 'safe' : 'unsafe',
      };
    }
  },

  *mend(archive) {
    const renames = settleFlagged(reserved(archive), (name) => portableNameOf(name, archive));
    yield* mendFlagged(renames, false);
  },
};

function reserved(archive: Archive): FlaggedName[] {
  return flaggedNames(archive).filter(({ flags }) => flags & FLAG.reserved);
}
