import { expect, test } from 'vitest';
import { archiveOf, mendsOf } from '../../../../test/helpers/archive-of.js';
import { nameSequenceGap } from './index.js';

const gaps = (...names: string[]) =>
  [...nameSequenceGap.check(archiveOf({ A1: names }))].map((seen) => seen.data);
const moves = (...names: string[]) =>
  [...mendsOf(nameSequenceGap, archiveOf({ A1: names }))].map((mend) =>
    mend.do === 'move' ? `${mend.from.slice(6)} > ${mend.to.slice(6)}` : mend.do,
  );

test('a date in place of a number is one gap', () => {
  expect(gaps('20240501：年度工作计划.pdf')).toEqual([{ from: 1, to: 20240500 }]);
});

test('each run of missing numbers is one gap', () => {
  expect(gaps('02：甲.docx', '10：乙.docx', '3.丙.docx')).toEqual([
    { from: 1, to: 1 },
    { from: 4, to: 9 },
  ]);
});

test('a shared number and a name without one make no gap', () => {
  expect(gaps('01：甲.docx', '01：乙.docx', '02：丙.docx', '总结.docx', '00：丁.docx')).toEqual([]);
});

test('closing the gaps keeps the order and the shared numbers', () => {
  expect(moves('02：甲.docx', '02：乙.docx', '5.丙.docx', '总结.docx')).toEqual([
    '02：甲.docx > 01：甲.docx',
    '02：乙.docx > 01：乙.docx',
    '5.丙.docx > 02：丙.docx',
  ]);
});

test('a name may be given to one file that another gives up', () => {
  expect(moves('02：照片.jpg', '03：照片.jpg')).toEqual([
    '02：照片.jpg > 01：照片.jpg',
    '03：照片.jpg > 02：照片.jpg',
  ]);
});

test('no gap is closed onto a name that could not be read', () => {
  expect(moves('03：\ufffd.docx', '05：通知.docx', '07：总结.docx')).toEqual([
    '05：通知.docx > 04：通知.docx',
    '07：总结.docx > 05：总结.docx',
  ]);
});

test('no gap is closed onto a name that would be too long in the written form', () => {
  const long = `2—${'长'.repeat(82)}.docx`;
  expect(moves(long, '03：通知.docx', '05：总结.docx')).toEqual(['05：总结.docx > 04：总结.docx']);
});
