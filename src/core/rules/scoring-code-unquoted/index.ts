import type { SystemRule } from '../types.js';

/**
 * Codes are in quotes.
 *
 * YAML reads `1.10` as the number 1.1 and `010` as 10. This tool keeps the text all the same; the next program that
 * opens the file does not, and two indicators become one.
 */
export const scoringCodeUnquoted: SystemRule = {
  id: 'scoring-code-unquoted',
  severity: 'error',
  fix: 'safe',
  properties: ['GD-1-7'],

  *check({ problems }) {
    for (const problem of problems) {
      if (problem.kind === 'marked-code') {
        const { at, code, written, pointer } = problem;
        const messageId = 'scoring-code-unquoted/fullwidth-quotes';
        yield { messageId, data: { code, written }, at, title: pointer };
      }
      if (problem.kind !== 'number-code') continue;
      const { at, code, number, pointer } = problem;
      yield {
        messageId: 'scoring-code-unquoted/number',
        data: { code, number },
        at,
        title: pointer,
      };
    }
  },
};
