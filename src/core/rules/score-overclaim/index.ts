import { scoreOf } from '../../scoring/score.js';
import { formatDecimal } from '../../system/decimal.js';
import type { ArchiveRule } from '../types.js';

/**
 * No person gives more points than the evidence bears.
 *
 * The self score never counts them; but a number that is written down is soon read out, and inspectors ask for what is
 * behind it.
 */
export const scoreOverclaim: ArchiveRule = {
  id: 'score-overclaim',
  severity: 'error',
  fix: 'none',
  properties: ['GD-1-4'],

  *check(archive) {
    if (!archive.known || archive.known.scores.entries.length === 0) return;
    for (const { entry, indicator, criterion, claimed, supported } of scoreOf(archive).overclaims) {
      yield {
        messageId: 'score-overclaim/points',
        data: {
          name: indicator.name,
          criterion: criterion?.code,
          by: entry.by,
          claimed: formatDecimal(claimed),
          supported: formatDecimal(supported),
        },
        path: entry.at.file,
        at: entry.at,
        indicator,
        title: criterion?.code ?? indicator.code,
      };
    }
  },
};
