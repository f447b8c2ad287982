import { expect, test } from 'vitest';
import { countTable } from './table.js';

test.each([
  ['姓名,电话\n张三,123\n', 9, 7],
  ['姓名\t电话\n张三\t123', 9, 7],
  ['姓名;电话\n张三;1,5', 9, 7],
  ['"a,b","c""d"', 6, 2],
  ['"a\nb",c', 3, 3],
  ['', 0, 0],
  ['"', 0, 0],
  [',,,', 0, 0],
])('the cells of %j have %i characters and %i words', (text, characters, words) => {
  expect(countTable(text)).toEqual({ characters, words });
});
