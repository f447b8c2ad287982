import { expect, test } from 'vitest';
import { archiveOf } from '../../../../test/helpers/archive-of.js';
import { allowancesIn } from '../../../../test/helpers/waivers.js';
import { waiverNoReason } from './index.js';

const archive = archiveOf({ '1.1 机构': [] });
const told = (entry: string) => {
  const allowances = allowancesIn(archive, `waivers:\n  - { rule: name, title: 通知${entry} }\n`);
  const outcome = { ...allowances, expired: [], unused: [], misnamed: [], gone: [] };
  const seen = [...waiverNoReason.check({ ...archive, waivers: outcome })];
  return { lacks: seen.map(({ data }) => data), counts: allowances.waivers.entries.length };
};

test('with all three it counts', () => {
  expect(told(', reason: 借出, owner: 办公室, until: 2020-12-31')).toEqual({
    lacks: [],
    counts: 1,
  });
});

test.each([
  ['', ['reason', 'owner', 'until']],
  [', reason: 借出, owner: 办公室', ['until']],
  [', reason: 借出, until: 2020-12-31', ['owner']],
  [', owner: 办公室, until: 2020-12-31', ['reason']],
  [', reason: , owner: 办公室, until: 2020-12-31', ['reason']],
  [', reason: "  ", owner: 办公室, until: 2020-12-31', ['reason']],
])('without, it counts for nothing and is told once: %s', (entry, keys) => {
  expect(told(entry)).toEqual({ lacks: [{ keys }], counts: 0 });
});
