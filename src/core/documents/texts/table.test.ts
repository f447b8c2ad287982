import { expect, test } from 'vitest';
import { countTable } from './table.js';

test.each([
  ['姓名,电话\n张三,123\n', 9],
  ['姓名\t电话\n张三\t123', 9],
  ['姓名;电话\n张三;1,5', 9],
  ['"a,b","c""d"', 6],
  ['"a\nb",c', 3],
  ['', 0],
  ['"', 0],
  [',,,', 0],
])('the cells of %j have %i characters', (text, characters) => {
  expect(countTable(text)).toBe(characters);
});
