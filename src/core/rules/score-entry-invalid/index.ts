import type { ArchiveRule } from '../types.js';

/**
 * What people decided in `scores.yaml` is about something that the scoring system has, and says who, when and why.
 *
 * A typo must not pass silently: points for a misspelt indicator would be nobody's points.
 */
export const scoreEntryInvalid: ArchiveRule = {
  id: 'score-entry-invalid',
  severity: 'error',
  fix: 'none',
  properties: ['GD-1-3', 'GD-1-4'],

  *check({ known }) {
    if (!known) return;
    const { path, problems } = known.scores;
    for (const problem of problems) {
      const { at, kind, fault } = problem;
      if (kind === 'yaml') {
        yield {
          messageId: 'score-entry-invalid/yaml',
          data: fault,
          path,
          at,
          title: fault.fault,
        };
        continue;
      }
      const title = 'key' in fault ? fault.key : 'name' in fault ? fault.name : fault.wrong;
      const fix = 'nearest' in fault && fault.nearest !== undefined ? 'proposes' : 'none';
      yield { messageId: 'score-entry-invalid/entry', data: fault, path, at, title, fix };
    }
  },
};
