import { eachFlaw, toldOf } from '../owed.js';
import type { ArchiveRule } from '../types.js';

/**
 * Reports are as long as they have to be.
 *
 * One of which nobody could count the characters is a person's to look at, not a finding.
 */
export const contentReportLength: ArchiveRule = {
  id: 'content-report-length',
  severity: 'warning',
  fix: 'none',
  properties: ['GD-1-5', 'GD-2-4'],

  *check(archive) {
    for (const { owed, lack } of eachFlaw(archive, 'characters')) {
      const { found, wanted, evidence } = lack;
      if (found === undefined) continue;
      const { min, max } = wanted;
      const data = { title: owed.title, found, min, max };
      const messageId = found < min ? 'content-report-length/short' : 'content-report-length/long';
      yield { messageId, data, ...toldOf(evidence, owed) };
    }
  },
};
