import { expect, test } from 'vitest';
import { archiveFromTree } from '../../../../test/helpers/archive-of.js';
import { waiverExpired } from './index.js';

const GAPS = '1.1 机构/\n  01：通知.docx\n  03：纪要.docx\n  05：方案.docx';
const told = (...waivers: readonly string[]) => {
  const lines = waivers.map((each) => `# waivers: - { rule: name-sequence-gap, ${each} }`);
  return [...waiverExpired.check(archiveFromTree([...lines, GAPS].join('\n')))].map(
    ({ data }) => data,
  );
};
const WHO = 'reason: 借出, owner: 办公室';

test('after the last day it is over, and says how many count again', () => {
  expect(told(`indicator: "1.1", ${WHO}, until: 2020-08-14`)).toEqual([
    { until: '2020-08-14', owner: '办公室', rule: 'name-sequence-gap', count: 2 },
  ]);
});

test('on the last day it holds', () => {
  expect(told(`indicator: "1.1", ${WHO}, until: 2020-08-15`)).toEqual([]);
});

test('what another lets pass does not count again', () => {
  expect(
    told(`indicator: "1.1", ${WHO}, until: 2020-08-14`, `title: 纪要, ${WHO}, until: 2020-12-31`),
  ).toMatchObject([{ count: 1 }]);
});

test('one that nothing needs is told otherwise', () => {
  expect(told(`title: 通知, ${WHO}, until: 2020-08-14`)).toEqual([]);
});
