import { eachOwed, isMissing, told } from '../owed.js';
import type { ArchiveRule } from '../types.js';

/** Of an activity, and of everything that belongs together, each part is there: plan, photos, minutes, report. */
export const coverageKindMissing: ArchiveRule = {
  id: 'coverage-kind-missing',
  severity: 'error',
  fix: 'none',
  properties: ['GD-2-4', 'GD-2-9'],

  *check(archive) {
    for (const owed of eachOwed(archive)) {
      if (!isMissing(owed.coverage)) continue;
      for (const lack of owed.coverage.lacks) {
        if (lack.is !== 'kind') continue;
        const { title: part, activity, found = 0, wanted } = lack;
        const { title } = owed;
        const data = { part, title, activity, found, min: wanted?.min ?? 1 };
        const at = told(owed, `${title} ${activity ?? ''} ${part}`);
        yield { messageId: 'coverage-kind-missing/part', data, ...at };
      }
    }
  },
};
