import { expect, test } from 'vitest';
import { DEFAULT_SETTINGS } from '../../archive/settings.js';
import { archiveOf, mendsOf } from '../../../../test/helpers/archive-of.js';
import { nameSequenceWidth } from './index.js';

const archive = (names: readonly string[], digits: 2 | 3 = 2) =>
  archiveOf(
    { A1: names },
    { settings: { ...DEFAULT_SETTINGS, naming: { ...DEFAULT_SETTINGS.naming, digits } } },
  );
const seen = (names: readonly string[], digits: 2 | 3 = 2) =>
  [...nameSequenceWidth.check(archive(names, digits))].map(({ messageId, data, fix }) => [
    messageId.slice(20),
    'suggested' in data ? data.suggested : fix,
  ]);
const numbered = (count: number) =>
  Array.from({ length: count }, (_, at) => `${String(at + 1).padStart(2, '0')}：材料.docx`);

test.each(['1：标题.docx', '001：标题.docx', '０１：标题.docx', '①标题.docx', '一、标题.docx'])(
  'the ordinal of %j is padded to two digits',
  (name) => {
    expect(seen([name])).toEqual([['width', '01：标题.docx']]);
  },
);

test('three digits are written when the settings ask for them', () => {
  expect(seen(['01：标题.docx', '002：标题.docx'], 3)).toEqual([['width', '001：标题.docx']]);
});

test('more than 99 files need three digits', () => {
  expect(seen(numbered(100))).toEqual([['full', 'none']]);
});

test('more than 99 files need three digits also where those behind have no ordinal yet', () => {
  const few = [...numbered(98), '通知.docx'];
  expect([seen(few), seen([...few, '总结.docx'])]).toEqual([[], [['full', 'none']]]);
  expect(seen([...numbered(60), '150：通知.docx', ...few.slice(60)])).toEqual([['full', 'none']]);
});

test('a few files with great numbers can be renumbered', () => {
  expect(seen(['01：甲.docx', '20240501：乙.docx'])).toEqual([['over', 'unsafe']]);
  expect([...mendsOf(nameSequenceWidth, archive(['01：甲.docx', '20240501：乙.docx']))]).toEqual([
    {
      do: 'move',
      of: 'file',
      from: '档案/A1/20240501：乙.docx',
      to: '档案/A1/02：乙.docx',
      safe: false,
    },
  ]);
});
