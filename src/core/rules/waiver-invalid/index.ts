import type { ArchiveRule } from '../types.js';

/**
 * What `waivers.yaml` and `baseline.yaml` let pass is about rules and indicators that there are.
 *
 * A typo must not let anything pass, nor silently end what was let pass: an entry that may be misread counts for
 * nothing, and is told.
 */
export const waiverInvalid: ArchiveRule = {
  id: 'waiver-invalid',
  severity: 'error',
  fix: 'none',
  properties: [],

  *check({ waivers: outcome }) {
    if (!outcome) return;
    for (const { problems } of [outcome.waivers, outcome.baseline]) {
      for (const problem of problems) {
        if (problem.kind !== 'shape') continue;
        const { at, fault } = problem;
        const title = 'name' in fault ? fault.name : 'key' in fault ? fault.key : fault.wrong;
        const fix = 'nearest' in fault && fault.nearest !== undefined ? 'proposes' : 'none';
        yield { messageId: 'waiver-invalid/entry', data: fault, path: at.file, at, title, fix };
      }
    }
  },
};
