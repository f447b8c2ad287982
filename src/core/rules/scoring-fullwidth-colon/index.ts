import type { SystemRule } from '../types.js';

/**
 * Keys end in an ASCII colon and a space.
 *
 * A Chinese input method types `：`, and YAML then sees no key but a run of text: most of the time without a word.
 * The reader takes it as meant, so that the rest of the file can be judged.
 */
export const scoringFullwidthColon: SystemRule = {
  id: 'scoring-fullwidth-colon',
  severity: 'error',
  fix: 'safe',
  properties: [],

  *check({ problems }) {
    for (const problem of problems) {
      if (problem.kind !== 'fullwidth-colon') continue;
      const { at, key } = problem;
      yield { messageId: 'scoring-fullwidth-colon/key', data: { key }, at, title: key };
    }
  },
};
