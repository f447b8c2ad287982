import type { ArchiveRule } from '../types.js';

/**
 * Who lets something pass says why, who answers for it, and until when.
 *
 * Without these it is nobody's word, and lets nothing pass.
 */
export const waiverNoReason: ArchiveRule = {
  id: 'waiver-no-reason',
  severity: 'error',
  fix: 'none',
  properties: [],

  *check({ waivers: outcome }) {
    for (const problem of outcome?.waivers.problems ?? []) {
      if (problem.kind !== 'lacks') continue;
      const { at, keys, of } = problem;
      yield { messageId: 'waiver-no-reason/lacks', data: { keys }, path: at.file, at, title: of };
    }
  },
};
