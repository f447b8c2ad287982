import { expect, test } from 'vitest';
import { archiveOf } from '../../../../test/helpers/archive-of.js';
import { portTrailingDotSpace } from './index.js';

const suggested = (...names: string[]) =>
  [...portTrailingDotSpace.check(archiveOf({ A1: names }))].map(({ data }) =>
    'suggested' in data ? data.suggested : undefined,
  );

test.each([
  ['01：标题.docx ', '01：标题.docx'],
  ['01：标题.docx.', '01：标题.docx'],
  ['01：标题\u3000', '01：标题'],
  ['标题. . .', '01：标题'],
])('%j loses its end', (name, mended) => {
  expect(suggested(name)).toEqual([mended]);
});

test('a space before the extension and an ellipsis are no such end', () => {
  expect(suggested('01：标题 .docx', '02：标题……')).toEqual([]);
});

test('a name that is taken is not proposed', () => {
  expect(suggested('01：标题.docx', '01：标题.docx ')).toEqual([undefined]);
});
