import { expect, test } from 'vitest';
import { entryEdits } from './entry-edits.js';

const HERE = { file: '01：通知.docx', pages: '3', references: ['1.2'], caption: { 时间: '3月' } };

test('what only the copy says is set', () => {
  const number = { path: ['number'], value: '3号' };
  expect(entryEdits(HERE, { file: '02：通知.docx', number: '3号' }, 'ours')).toEqual({
    ...{ set: [number], added: [number], clashes: [] },
  });
});

test('what both say stays, unless the copy is to be taken', () => {
  const clash = { path: ['pages'], ours: '3', theirs: '4' };
  expect(entryEdits(HERE, { pages: '4' }, 'ours')).toEqual({
    set: [],
    added: [],
    clashes: [clash],
  });
  expect(entryEdits(HERE, { pages: '4' }, 'theirs')).toEqual({
    set: [{ path: ['pages'], value: '4' }],
    added: [],
    clashes: [clash],
  });
});

test('lists and captions have what either says', () => {
  const theirs = { references: ['1.3'], caption: { 地点: '会议室' } };
  const { set, added } = entryEdits(HERE, theirs, 'ours');
  expect(set).toEqual([
    { path: ['references'], value: ['1.2', '1.3'] },
    { path: ['caption'], value: { 时间: '3月', 地点: '会议室' } },
  ]);
  expect(added).toEqual([
    { path: ['references'], value: ['1.3'] },
    { path: ['caption', '地点'], value: '会议室' },
  ]);
});

test('who saw it, and when, is the word of one', () => {
  const [ours, theirs] = [{ seen: { by: '王芳' } }, { seen: { by: '李明', on: '2026-11-01' } }];
  const { set, added, clashes } = entryEdits(ours, theirs, 'theirs');
  expect([set, added]).toEqual([[{ path: ['seen'], value: theirs.seen }], []]);
  expect(clashes.map(({ path }) => path)).toEqual([['seen']]);
});

test('the name and the bytes of the file are those here', () => {
  expect(entryEdits(undefined, { file: 'x', bytes: '1', sha256: 'a' }, 'theirs').set).toEqual([]);
});
