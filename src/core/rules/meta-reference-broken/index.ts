import { homesIn } from '../../archive/homes.js';
import { parentOf } from '../../archive/paths.js';
import { entryFaults, statementFaults } from '../../ledger/references.js';
import { REFERRING_KEYS } from '../../ledger/types.js';
import type { ReferenceFault } from '../../../messages/faults.js';
import type { ArchiveRule } from '../types.js';
import type { Seen } from '../seen.js';

const NOTHING = { references: [], requirements: [], occasion: undefined, owner: undefined };

/**
 * What a ledger names is there: indicators that evidence serves too, requirements, occasions, the department, the proof of what
 * does not apply.
 *
 * Evidence that is said to serve an indicator that nobody finds serves none.
 */
export const metaReferenceBroken: ArchiveRule = {
  id: 'meta-reference-broken',
  severity: 'error',
  fix: 'proposes',
  properties: ['GD-1-5', 'GD-1-11'],

  *check(archive) {
    const { known, system } = archive;
    if (!known || known.ledgers.size === 0) return;
    const homeOf = homesIn(archive);
    for (const { path, entries, orphans, notApplicable } of known.ledgers.values()) {
      const home = homeOf(parentOf(path));
      for (const entry of [...entries, ...orphans]) {
        for (const key of REFERRING_KEYS) {
          const said = { ...NOTHING, [key]: entry[key] };
          for (const fault of entryFaults(said, home?.indicator, system))
            yield seen(fault, entry.keyAt[key] ?? entry.at);
        }
      }
      for (const statement of notApplicable) {
        const files = home?.folder.files.map(({ name }) => name) ?? [];
        for (const fault of statementFaults(statement, home?.indicator, files))
          yield seen(fault, statement.at);
      }
    }
  },
};

function seen(
  fault: ReferenceFault,
  at: { readonly line: number; readonly column: number; readonly file: string },
): Seen {
  const isNear = 'nearest' in fault && fault.nearest !== undefined;
  return {
    messageId: 'meta-reference-broken/fault',
    data: fault,
    path: at.file,
    at,
    title: fault.name,
    fix: isNear ? 'proposes' : 'none',
  };
}
