import type { LeafCoverage } from '../../coverage/types.js';
import { spanLabel } from '../../dates/label.js';
import type { Evidence } from '../../evidence/types.js';
import { eachFlaw, eachOwed, isMissing, told, toldOf, undatedFor } from '../owed.js';
import type { ArchiveRule } from '../types.js';

/**
 * Every year of the window has what is due each year, and no evidence is from outside of the window.
 *
 * A year without any is an error; evidence from outside does not count, which is only told. What counts for another
 * requirement of the indicator belongs there, and is from within.
 */
export const coverageYear: ArchiveRule = {
  id: 'coverage-year',
  severity: 'error',
  fix: 'none',
  properties: ['GD-1-4', 'GD-1-5', 'GD-2-4'],

  *check(archive) {
    for (const owed of eachOwed(archive)) {
      const { coverage, title } = owed;
      if (coverage.requirement.every !== 'year' || !isMissing(coverage)) continue;
      for (const lack of coverage.lacks) {
        if (lack.is !== 'period' || lack.found > 0) continue;
        const { label } = lack.period;
        const at = told(owed, `${title} ${label}`);
        const undated = undatedFor(coverage, lack.period);
        yield { messageId: 'coverage-year/missing', data: { title, year: label, undated }, ...at };
      }
    }
    let spare = new Set<Evidence>();
    let leaf: LeafCoverage | undefined;
    for (const { owed, lack } of eachFlaw(archive, 'window')) {
      const { evidence, window } = lack;
      if (owed.leaf !== leaf) {
        leaf = owed.leaf;
        spare = new Set(leaf.spare);
      }
      if (!spare.has(evidence)) continue;
      const date = evidence.date ? spanLabel(evidence.date) : '';
      const data = { title: owed.title, date, window: spanLabel(window) };
      const at = { ...toldOf(evidence, owed), severity: 'warning' } as const;
      yield { messageId: 'coverage-year/outside', data, ...at };
    }
  },
};
