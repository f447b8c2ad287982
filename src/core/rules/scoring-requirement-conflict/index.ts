import { conflictsIn } from '../../system/conflicts.js';
import type { SystemRule } from '../types.js';

/**
 * A requirement can be met: its numbers, days, periods and conditions agree with each other and with what it is a part
 * of.
 *
 * What the original means by it only its office can say. Where the tool has a way out, as where a window of one month
 * is to hold a quarter, it is a warning.
 */
export const scoringRequirementConflict: SystemRule = {
  id: 'scoring-requirement-conflict',
  severity: 'error',
  fix: 'none',
  properties: ['GD-1-5'],

  *check({ system, problems }) {
    for (const problem of problems) {
      if (problem.kind !== 'schema' || problem.fault.wrong !== 'order') continue;
      const { key, found } = problem.fault;
      const { at, pointer } = problem;
      yield {
        messageId: 'scoring-requirement-conflict/fault',
        data: { is: 'order', key, found },
        at,
        title: pointer,
      };
    }
    for (const { at, indicator, title, is, mild } of conflictsIn(system)) {
      yield {
        messageId: 'scoring-requirement-conflict/fault',
        data: is,
        at,
        title,
        ...(indicator && { indicator }),
        ...(mild && { severity: 'warning' }),
      };
    }
  },
};
