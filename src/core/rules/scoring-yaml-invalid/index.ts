import type { SystemRule } from '../types.js';

/** The file is text in UTF-8, and YAML that says one thing. */
export const scoringYamlInvalid: SystemRule = {
  id: 'scoring-yaml-invalid',
  severity: 'error',
  fix: 'none',
  properties: ['GD-3-1'],

  *check({ problems }) {
    for (const problem of problems) {
      if (problem.kind !== 'yaml') continue;
      const { at, fault } = problem;
      yield {
        messageId: 'scoring-yaml-invalid/fault',
        data: fault,
        at,
        title: fault.fault,
        fix: MENDABLE.has(fault.fault) ? 'safe' : 'none',
      };
    }
  },
};

const MENDABLE: ReadonlySet<string> = new Set(['colon-space', 'fullwidth-comma']);
