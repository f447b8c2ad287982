/** What is taken from another indicator (`see`) counts where it is asked for as far as it is of the days asked for. */
import { expect, test } from 'vitest';
import { archiveOf } from '../../../test/helpers/archive-of.js';
import { systemWith } from '../../../test/helpers/system-of.js';
import { coverageCount } from '../rules/coverage-count/index.js';
import { coverageOf } from './cover.js';

const SYSTEM = `indicators:
  - code: "5"
    name: 考察材料
    evidence: [{ id: inspection, title: 考察报告, kind: report, window: 1991..2020 }]
  - code: "6"
    name: 单位和时间
    evidence: [{ title: 1997年以来的考察报告, see: 5#inspection, window: 1997..2020 }]
`;

/** State and number found of what indicator 6 takes from 5. */
function taken(...names: readonly string[]) {
  const { system } = systemWith(SYSTEM);
  const archive = archiveOf({ '5 考察材料': names }, { scoring: system, known: {} });
  const coverage = coverageOf(archive).leaves[1]?.requirements[0];
  return [coverage?.state, coverage?.found];
}

test('all that is of the days counts', () => {
  expect(taken('01：1998年考察报告.pdf', '02：2003年考察报告.pdf')).toEqual(['met', 2]);
});

test('what is of other days does not', () => {
  expect(taken('01：1994年考察报告.pdf', '02：1998年考察报告.pdf')).toEqual(['met', 1]);
});

test('nothing of the days is too little', () => {
  expect(taken('01：1994年考察报告.pdf')).toEqual(['short', 0]);
});

test('what is there and does not do here is told here', () => {
  const { system } = systemWith(
    SYSTEM.replace('evidence: [{ title: 1997', 'evidence: [{ title: 名册 }, { title: 1997'),
  );
  const tree = { '5 考察材料': ['01：1994年考察报告.pdf'], '6 单位和时间': ['01：名册.docx'] };
  const archive = archiveOf(tree, { scoring: system, known: {} });
  const told = [...coverageCount.check(archive)].map(({ messageId, data, path }) => [
    messageId,
    data,
    path,
  ]);
  expect(told).toMatchObject([
    ['coverage-count/files', { title: '1997年以来的考察报告', found: 0 }, '档案/6 单位和时间'],
  ]);
});
