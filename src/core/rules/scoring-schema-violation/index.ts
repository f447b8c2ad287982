import type { SchemaFault } from '../../../messages/faults.js';
import { idleRules } from '../../system/idle-rules.js';
import { brokenReferences } from '../../system/references.js';
import type { SystemRule } from '../types.js';

/** The text may mean it, or is not done yet. */
const MILD: ReadonlySet<SchemaFault['wrong']> = new Set(['empty-key', 'closing']);

/**
 * Every key is known and every value is as the language asks; every name leads to something.
 *
 * A typo must not pass silently: an evidence requirement under a misspelt key would be owed by nobody.
 */
export const scoringSchemaViolation: SystemRule = {
  id: 'scoring-schema-violation',
  severity: 'error',
  fix: 'proposes',
  properties: ['GD-1-3', 'GD-1-4'],

  *check(source) {
    for (const problem of source.problems) {
      if (problem.kind !== 'schema') continue;
      const { at, fault, pointer } = problem;
      // A contradiction, which is told by the rule on those.
      if (fault.wrong === 'order') continue;
      const fix = 'nearest' in fault && fault.nearest !== undefined ? 'proposes' : 'none';
      yield {
        messageId: 'scoring-schema-violation/fault',
        data: fault,
        at,
        title: pointer,
        fix,
        ...(MILD.has(fault.wrong) && { severity: 'warning' }),
      };
    }
    for (const { at, indicator, fault } of [
      ...brokenReferences(source),
      ...idleRules(source.system),
    ]) {
      yield {
        messageId: 'scoring-schema-violation/fault',
        data: fault,
        at,
        title: 'name' in fault ? fault.name : '',
        ...(indicator && { indicator }),
        fix: 'nearest' in fault && fault.nearest !== undefined ? 'proposes' : 'none',
        ...(MILD.has(fault.wrong) && { severity: 'warning' }),
      };
    }
  },
};
