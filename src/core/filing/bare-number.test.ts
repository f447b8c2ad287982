import { expect, test } from 'vitest';
import { parsedTogether } from './bare-number.js';

const titles = (...names: string[]) => parsedTogether(names).map(({ title }) => title);

test('numbers of a series are ordinals', () => {
  expect(titles('1方案.docx', '2总结.docx', '3.jpg')).toEqual(['方案', '总结', '']);
});

test('a number alone, or one that others miss, stays in the title', () => {
  expect(titles('1方案.docx')).toEqual(['1方案']);
  expect(titles('1方案.docx', '3总结.docx')).toEqual(['1方案', '3总结']);
  expect(titles('1方案.docx', '总结.docx')).toEqual(['1方案', '总结']);
});

test('what is counted is no ordinal', () => {
  expect(titles('1个案例.docx', '2套方案.docx')).toEqual(['1个案例', '2套方案']);
});
