import { expect, test } from 'vitest';
import { conflictIn, sidesOf, withMarks } from './conflict-marks.js';

const CONFLICT = 'a: 1\n<<<<<<< HEAD\nb: 2\n=======\nb: 3\nc: 4\n>>>>>>> hers\nd: 5\n';

test('the first mark is found, and nothing in a file without', () => {
  expect(conflictIn(CONFLICT)).toBe(5);
  expect(conflictIn('note: "<<<<<<< so"\nnext: <<<<<<<<\n')).toBeUndefined();
});

test('both versions are whole', () => {
  expect(sidesOf(CONFLICT)).toEqual({
    ours: 'a: 1\nb: 2\nd: 5\n',
    theirs: 'a: 1\nb: 3\nc: 4\nd: 5\n',
    base: undefined,
  });
});

test('the version before both is told by marks in the style of diff3', () => {
  const diff3 = '<<<<<<< HEAD\nb: 2\n||||||| 1a2b\nb: 1\n=======\nb: 3\n>>>>>>> hers\n';
  expect(sidesOf(diff3)).toEqual({ ours: 'b: 2\n', base: 'b: 1\n', theirs: 'b: 3\n' });
});

test('marks with the line ends of Windows are marks', () => {
  expect(sidesOf(CONFLICT.replaceAll('\n', '\r\n'))?.ours).toBe('a: 1\r\nb: 2\r\nd: 5\r\n');
});

test.each([
  ['no end', '<<<<<<< HEAD\na\n=======\nb\n'],
  ['no middle', '<<<<<<< HEAD\na\n>>>>>>> hers\n'],
  ['no beginning', 'a\n>>>>>>> hers\n'],
  ['one within another', '<<<<<<< HEAD\n<<<<<<< HEAD\na\n=======\nb\n>>>>>>> hers\n'],
])('marks of which some are gone tell no versions: %s', (_, text) => {
  expect(sidesOf(text)).toBeUndefined();
});

test.each([
  ['a\nb\nc\n', 'a\nx\nc\n'],
  ['a\nb\nc\nd\n', 'x\nb\nc\ny\n'],
  ['a\nb\n', 'a\nx\ny\nb\n'],
  ['a\n', 'a\nb\n'],
  ['', 'b\n'],
])('a text with marks is taken apart into what it was made of', (ours, theirs) => {
  const marked = withMarks(ours, theirs, { ours: 'ours', theirs: 'theirs' });
  expect(sidesOf(marked)).toEqual({ ours, theirs, base: undefined });
});
