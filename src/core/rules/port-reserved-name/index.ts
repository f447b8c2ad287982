import type { Archive } from '../../archive/types.js';
import { type FlaggedName, flaggedNames, portableNameOf } from '../../naming/flagged-names.js';
import { FLAG } from '../../naming/portable.js';
import { mendFlagged, settleFlagged } from '../renames.js';
import type { ArchiveRule } from '../types.js';

/**
 * No name is that of a device on Windows, with or without an extension: CON, PRN, AUX, NUL, COM1, LPT1 and the like.
 * A `_` after it makes a name of it, but what the file should be called a person knows better.
 */
export const portReservedName: ArchiveRule = {
  id: 'port-reserved-name',
  severity: 'error',
  fix: 'unsafe',
  properties: ['GD-1-6'],

  *check(archive) {
    const names = reserved(archive);
    const renames = settleFlagged(names, (name) => portableNameOf(name, archive));
    for (const flagged of names) {
      const suggested = flagged.of === 'other' ? undefined : renames.get(flagged);
      yield {
        messageId: 'port-reserved-name/device',
        data: { name: flagged.name, suggested },
        path: flagged.path,
        title: flagged.name,
        ...(suggested === undefined && { fix: 'none' as const }),
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
