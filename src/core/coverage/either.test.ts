/** Alternatives that are due again and again: each time any of them will do. */
import { expect, test } from 'vitest';
import { archiveOf } from '../../../test/helpers/archive-of.js';
import { systemWith } from '../../../test/helpers/system-of.js';
import { coverageOf } from './cover.js';

const SYSTEM = `indicators:
  - code: "8"
    name: 年度考核
    evidence:
      - title: 年度考核材料
        every: year
        window: 2017..2019
        either:
          - { title: 考核登记表, kind: form }
          - { title: 媒体报道, kind: news, count: 2.. }
`;

function covered(...names: readonly string[]) {
  const { system } = systemWith(SYSTEM);
  const archive = archiveOf({ '8 年度考核': names }, { scoring: system, known: {} });
  return coverageOf(archive).leaves[0]?.requirements[0];
}

const years = (...names: readonly string[]) =>
  covered(...names)?.periods.map(({ state, evidence }) => [state, evidence.length]);

test('years in which one of them is there are found', () => {
  expect(covered('01：2017年考核登记表.pdf', '02：2019年考核登记表.pdf')).toMatchObject({
    found: 2,
    state: 'late',
  });
});

test('each year may have another', () => {
  const reports = ['02：2018年3月媒体报道.docx', '03：2018年9月媒体报道.docx'];
  const forms = ['01：2017年考核登记表.pdf', '04：2019年考核登记表.pdf'];
  expect(covered(...forms, ...reports)).toMatchObject({ found: 3, state: 'met' });
});

test('each year has its own evidence', () => {
  expect(years('01：2018年3月媒体报道.docx', '02：2018年9月媒体报道.docx')).toEqual([
    ['late', 0],
    ['met', 2],
    ['late', 0],
  ]);
});

test('half of an alternative is not one', () => {
  expect(covered('01：2018年3月媒体报道.docx')).toMatchObject({ found: 0, state: 'late' });
});
