import { expect, test } from 'vitest';
import { Origins, replacedIn, type Replaced } from './replaced.js';
import type { Step } from './steps.js';

const move = (from: string, to: string, size: number, mtimeMs: number): Step => ({
  do: 'move',
  of: 'file',
  from,
  to,
  was: { size, mtimeMs, ino: '1' },
});

/** `name` of `size` bytes, in whose place another of a hundred bytes more was put. */
const stamped = (id: string, name: string, size: number, at: number): readonly Replaced[] =>
  replacedIn(
    id,
    [{ do: 'replace', path: name, by: `drafts/${name}`, to: name, why: [] }],
    [
      move(name, `.dangan/trash/${id}/${name}`, size, at),
      move(`drafts/${name}`, name, size + 100, at + 1),
    ],
  );

test('a file is known by size and time under another name, back to the first original', () => {
  const twice = [...stamped('a', '01', 500, 7), ...stamped('b', '02', 600, 8)];
  expect(new Origins(twice).of('09', { size: 700, mtimeMs: 9 })).toEqual([
    '.dangan/trash/b/02',
    '.dangan/trash/a/01',
  ]);
});

test('of two of one size and time only the name tells which is which', () => {
  const origins = new Origins([...stamped('a', '01', 500, 7), ...stamped('a', '02', 500, 7)]);
  const mark = { size: 600, mtimeMs: 8 };
  expect([origins.of('02', mark), origins.of('03', mark)]).toEqual([['.dangan/trash/a/02'], []]);
});

test('what was taken back and put there again leads in no circle', () => {
  const [there] = stamped('a', '01', 500, 7);
  const back = there && { ...there, was: there.by, by: there.was, original: '.dangan/trash/b/01' };
  const origins = new Origins(there && back ? [there, back] : []);
  expect(origins.of('01', { size: 600, mtimeMs: 8 })).toHaveLength(2);
});
