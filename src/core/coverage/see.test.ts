/** What is taken from another indicator (`see`) counts where it is asked for as far as it is of the days asked for. */
import { expect, test } from 'vitest';
import { archiveOf } from '../../../test/helpers/archive-of.js';
import { systemWith } from '../../../test/helpers/system-of.js';
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
