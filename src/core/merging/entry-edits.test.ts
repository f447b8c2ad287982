import { expect, test } from 'vitest';
import { entryEdits } from './entry-edits.js';

const HERE = { file: '01：通知.docx', pages: '3', references: ['1.2'], caption: { 时间: '3月' } };

test('what only the copy says is set', () => {
  const { set, clashes } = entryEdits(HERE, { file: '02：通知.docx', number: '3号' }, 'ours');
  expect([set, clashes]).toEqual([[{ path: ['number'], value: '3号' }], []]);
});

test('what both say stays, unless the copy is to be taken', () => {
  const clash = { path: ['pages'], ours: '3', theirs: '4' };
  expect(entryEdits(HERE, { pages: '4' }, 'ours')).toEqual({ set: [], clashes: [clash] });
  expect(entryEdits(HERE, { pages: '4' }, 'theirs')).toEqual({
    set: [{ path: ['pages'], value: '4' }],
    clashes: [clash],
  });
});

test('lists and captions have what either says', () => {
  const theirs = { references: ['1.3'], caption: { 地点: '会议室' } };
  expect(entryEdits(HERE, theirs, 'ours').set).toEqual([
    { path: ['references'], value: ['1.2', '1.3'] },
    { path: ['caption'], value: { 时间: '3月', 地点: '会议室' } },
  ]);
});

test('the name and the bytes of the file are those here', () => {
  expect(entryEdits(undefined, { file: 'x', bytes: '1', sha256: 'a' }, 'theirs').set).toEqual([]);
});
