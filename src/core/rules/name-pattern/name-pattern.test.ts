import { expect, test } from 'vitest';
import { archiveOf, mendsOf } from '../../../../test/helpers/archive-of.js';
import { namePattern } from './index.js';

const seen = (...names: string[]) =>
  [...namePattern.check(archiveOf({ A1: names }))].map(({ messageId, data, fix }) => [
    messageId.slice(13),
    'suggested' in data ? data.suggested : undefined,
    fix,
  ]);
const moves = (...names: string[]) =>
  [...mendsOf(namePattern, archiveOf({ A1: names }))].map((mend) =>
    mend.do === 'move' ? [mend.to.slice(6), mend.safe] : mend.do,
  );

test('a file without an ordinal gets the next free one', () => {
  expect(seen('01：通知.docx', '03：计划.docx', '总结.docx')).toEqual([
    ['no-ordinal', '04：总结.docx', 'safe'],
  ]);
});

test('several get theirs as a person counts', () => {
  expect(moves('图10.jpg', '图2.jpg', '图1.jpg')).toEqual([
    ['01：图1.jpg', true],
    ['02：图2.jpg', true],
    ['03：图10.jpg', true],
  ]);
});

test('digits that belong to the title stay in it', () => {
  expect(seen('3.15活动.jpg')).toEqual([['no-ordinal', '01：3.15活动.jpg', 'safe']]);
});

test('00 is no ordinal, and another number for it is not safe', () => {
  expect(seen('00：目录.docx', '01：通知.docx')).toEqual([['zero', '02：目录.docx', 'unsafe']]);
});

test('a folder whose numbers reach 99 fills its gaps', () => {
  expect(seen('99：通知.docx', '总结.docx')).toEqual([['no-ordinal', '01：总结.docx', 'safe']]);
});

test('in a full folder there is nothing to propose', () => {
  const full = Array.from({ length: 99 }, (_, at) => `${String(at + 1).padStart(2, '0')}：a.docx`);
  expect(seen(...full, '总结.docx')).toEqual([['no-ordinal', undefined, 'none']]);
});

test('a hidden file has no title to keep', () => {
  expect(seen('.env')).toEqual([['no-ordinal', undefined, 'none']]);
});

test('what is not evidence, or not in a leaf indicator’s folder, is not judged', () => {
  const archive = archiveOf(
    {
      '': ['a.docx'],
      '1 组织': ['b.docx'],
      '1 组织/1.1 机构': ['ledger.yaml', '~$c.docx'],
      旧: ['d'],
    },
    { system: ['1 组织/1.1 机构'] },
  );
  expect([...namePattern.check(archive)]).toEqual([]);
});

test('a folder inside a leaf indicator’s is judged', () => {
  const archive = archiveOf({ A1: [], 'A1/活动': ['b.docx'] }, { system: ['A1'] });
  expect([...namePattern.check(archive)]).toHaveLength(1);
});

test('fifty thousand files without ordinals are told in linear time', () => {
  const names = Array.from({ length: 50_000 }, (_, at) => `材料${at}.docx`);
  expect(seen(...names)).toHaveLength(50_000);
});
