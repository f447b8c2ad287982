import { describe, expect, test } from 'vitest';
import type { Change } from './types.js';
import { schedule } from './schedule.js';
import type { Listed } from './sketch.js';

const tree: Record<string, readonly string[]> = {
  '': ['a/', 'b/', 'x.pdf', 'y.pdf', 'z.pdf'],
  a: ['a/', '1.pdf', '2.pdf'],
  'a/a': ['deep.pdf'],
  b: [],
};
const list = (path: string): Listed[] | undefined =>
  tree[path]?.map((name) =>
    name.endsWith('/') ? { name: name.slice(0, -1), kind: 'folder' } : { name, kind: 'file' },
  );
const move = (from: string, to: string): Change => ({
  do: 'move',
  of: from.endsWith('.pdf') ? 'file' : 'folder',
  from,
  to,
  why: [],
});
const plan = (...changes: Change[]) => schedule(changes, list, 'trash', (n) => `tmp${n}`);
const steps = (...changes: Change[]) =>
  plan(...changes).steps.map((step) => {
    switch (step.do) {
      case 'move':
        return `${step.from} > ${step.to}`;
      case 'make':
        return `make ${step.path}`;
      case 'file':
        return `put ${step.to}`;
      case 'rewrite':
        return `rewrite ${step.path}`;
    }
  });
const blocks = (...changes: Change[]) =>
  plan(...changes).blocks.map(({ because, path }) => `${because} ${path}`);

test('a free name is taken at once', () => {
  expect(steps(move('x.pdf', 'w.pdf'))).toEqual(['x.pdf > w.pdf']);
});

test('a chain starts at its free end', () => {
  expect(steps(move('x.pdf', 'y.pdf'), move('y.pdf', 'z.pdf'), move('z.pdf', '0.pdf'))).toEqual([
    'z.pdf > 0.pdf',
    'y.pdf > z.pdf',
    'x.pdf > y.pdf',
  ]);
});

test('a swap goes through one temporary name', () => {
  expect(steps(move('x.pdf', 'y.pdf'), move('y.pdf', 'x.pdf'))).toEqual([
    'x.pdf > tmp1',
    'y.pdf > x.pdf',
    'tmp1 > y.pdf',
  ]);
});

test('a change of case goes through a temporary name', () => {
  expect(steps(move('x.pdf', 'X.pdf'))).toEqual(['x.pdf > tmp1', 'tmp1 > X.pdf']);
});

test('a folder and the files in it are renamed together', () => {
  expect(steps(move('a', 'c'), move('a/1.pdf', 'c/01.pdf'))).toEqual([
    'a > c',
    'c/1.pdf > c/01.pdf',
  ]);
});

test('a folder changes places with the one inside it', () => {
  expect(steps(move('a', 'a/b'), move('a/a', 'a'))).toEqual([
    'a > tmp1',
    'tmp1/a > a',
    'tmp1 > a/b',
  ]);
});

test('a folder that is missing above a target is made', () => {
  expect(steps(move('x.pdf', 'c/d/x.pdf'))).toEqual(['make c', 'make c/d', 'x.pdf > c/d/x.pdf']);
});

test('a new folder takes the name of one that leaves', () => {
  expect(steps(move('b', 'c'), { do: 'create-folder', path: 'b', why: [] })).toEqual([
    'b > c',
    'make b',
  ]);
});

test('what is put aside keeps its path in the trash', () => {
  expect(steps({ do: 'trash', of: 'file', path: 'a/1.pdf', why: [] })).toEqual([
    'make trash',
    'make trash/a',
    'a/1.pdf > trash/a/1.pdf',
  ]);
});

test('what is put aside of two folders that differ in case has two folders in the trash', () => {
  const twins: Record<string, readonly Listed[]> = {
    '': ['a', 'A'].map((name) => ({ name, kind: 'folder' })),
    a: [{ name: '1.pdf', kind: 'file' }],
    A: [{ name: '2.pdf', kind: 'file' }],
  };
  const aside = (path: string): Change => ({ do: 'trash', of: 'file', path, why: [] });
  const { steps: made } = schedule(
    [aside('a/1.pdf'), aside('A/2.pdf')],
    (path) => twins[path],
    'trash',
    (n) => `tmp${n}`,
  );
  expect(made.flatMap((step) => (step.do === 'move' ? step.to : []))).toEqual([
    'trash/2/A/2.pdf',
    'trash/a/1.pdf',
  ]);
});

test('a rewrite comes last, where its file is by then', () => {
  expect(
    steps({ do: 'rewrite', path: 'x.pdf', text: '', why: [] }, move('x.pdf', 'a/x.pdf')),
  ).toEqual(['x.pdf > a/x.pdf', 'rewrite a/x.pdf']);
});

test('a move to where the thing is anyway is no step', () => {
  expect(steps(move('a', 'c'), move('a/1.pdf', 'c/1.pdf'))).toEqual(['a > c']);
});

test('a name that stays taken blocks everything', () => {
  expect(blocks(move('x.pdf', 'y.pdf'), move('z.pdf', 'w.pdf'))).toEqual(['taken x.pdf']);
});

test('a name taken in another case blocks too', () => {
  expect(blocks(move('x.pdf', 'Y.PDF'))).toEqual(['taken x.pdf']);
});

test('two things cannot have one name', () => {
  expect(blocks(move('x.pdf', 'N.pdf'), move('y.pdf', 'n.pdf'))).toEqual(['taken y.pdf']);
});

test('what is not there blocks', () => {
  expect(blocks(move('gone.pdf', 'w.pdf'))).toEqual(['missing gone.pdf']);
});

test('a folder may go below its own old name', () => {
  expect(steps(move('a', 'a/a/c'))).toEqual(['a > tmp1', 'make a', 'make a/a', 'tmp1 > a/a/c']);
});

test('fifty thousand files are renumbered in one go', () => {
  const names = Array.from({ length: 50_000 }, (_, at) => `${at}.pdf`);
  const { steps: made } = schedule(
    names.map((name, at) => move(name, `${at + 1}.pdf`)),
    () => names.map((name) => ({ name, kind: 'file' })),
    'trash',
    (n) => `tmp${n}`,
  );
  expect(made).toHaveLength(50_000);
});

describe('a file made beforehand that takes the place of another', () => {
  const replace = (path: string, to = path): Change => ({
    do: 'replace',
    path,
    by: 'z.pdf',
    to,
    why: [],
  });

  test('the old one is put aside just before', () => {
    expect(steps(replace('x.pdf'), move('y.pdf', 'w.pdf'))).toEqual([
      'y.pdf > w.pdf',
      'make trash',
      'x.pdf > trash/x.pdf',
      'z.pdf > x.pdf',
    ]);
  });

  test('it may have another name', () => {
    expect(steps(replace('a/1.pdf', 'a/1.docx'))).toContain('z.pdf > a/1.docx');
  });

  test('but not one that something else has', () => {
    expect(blocks(replace('a/1.pdf', 'a/2.PDF'))).toEqual(['taken a/1.pdf']);
  });

  test('it goes where the folder of the old one goes', () => {
    expect(steps(replace('a/1.pdf'), move('a', 'c'))).toEqual([
      'a > c',
      'make trash',
      'make trash/a',
      'c/1.pdf > trash/a/1.pdf',
      'z.pdf > c/1.pdf',
    ]);
  });

  test('both have to be there', () => {
    expect(blocks(replace('gone.pdf'))).toEqual(['missing gone.pdf']);
    expect(blocks({ ...replace('x.pdf'), by: '0.pdf' } as Change)).toEqual(['missing 0.pdf']);
  });
});
