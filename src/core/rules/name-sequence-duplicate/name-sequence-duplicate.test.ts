import { expect, test } from 'vitest';
import { archiveOf, mendsOf } from '../../../../test/helpers/archive-of.js';
import { nameSequenceDuplicate } from './index.js';

const groups = (...names: string[]) =>
  [...nameSequenceDuplicate.check(archiveOf({ A1: names }))].map(({ data }) => data);
const moves = (...names: string[]) =>
  [...mendsOf(nameSequenceDuplicate, archiveOf({ A1: names }))].map((mend) =>
    mend.do === 'move' ? `${mend.from.slice(6)} > ${mend.to.slice(6)}` : mend.do,
  );

test('files with one ordinal are one finding', () => {
  expect(groups('01：甲.docx', '01：乙.docx', '1.丙.docx', '02：丁.docx')).toEqual([
    { ordinal: 1, files: ['01：甲.docx', '01：乙.docx', '1.丙.docx'] },
  ]);
});

test('the later ones get the next free ordinals', () => {
  expect(moves('01：甲.docx', '01：乙.docx', '1.丙.docx', '03：丁.docx')).toEqual([
    '01：乙.docx > 04：乙.docx',
    '1.丙.docx > 05：丙.docx',
  ]);
});

test('the one that is written in order keeps its number', () => {
  expect(moves('01-甲.docx', '01：乙.docx')).toEqual(['01-甲.docx > 02：甲.docx']);
});

test('no mend is safe: printed lists cite the numbers', () => {
  const archive = archiveOf({ A1: ['01：甲.docx', '01：乙.docx'] });
  expect([...mendsOf(nameSequenceDuplicate, archive)].map(({ safe }) => safe)).toEqual([false]);
});

test('files in different folders may have one ordinal', () => {
  const archive = archiveOf({ A1: ['01：甲.docx'], A2: ['01：甲.docx'] });
  expect([...nameSequenceDuplicate.check(archive)]).toEqual([]);
});
