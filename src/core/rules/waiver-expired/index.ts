import type { ArchiveRule } from '../types.js';
import { toldOf } from '../waivers.js';

/**
 * What is let pass is looked at again on the day that was set for it.
 *
 * After that day the findings count again; this tells why they are back.
 */
export const waiverExpired: ArchiveRule = {
  id: 'waiver-expired',
  severity: 'warning',
  fix: 'none',
  properties: [],

  *check({ waivers: outcome }) {
    for (const { waiver, count } of outcome?.expired ?? []) {
      const { until, owner, rule } = waiver;
      const data = { until, owner, rule, count };
      yield { messageId: 'waiver-expired/expired', data, ...toldOf(waiver) };
    }
  },
};
