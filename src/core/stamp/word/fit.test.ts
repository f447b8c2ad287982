import { expect, test } from 'vitest';
import { fittingLetters } from './fit.js';

const NAME = '01：创建领导小组文件';
/** Half of them wide, in twentieths of a point. */
const A4 = 8306;
const size = (text: string, height: number, width = A4) =>
  fittingLetters(text, { height, width })?.size;

test('letters of nine points where there is room', () => {
  expect(fittingLetters(NAME, { height: 720, width: A4 })).toEqual({ size: 18, line: 240 });
});

test('smaller ones where the margin is lower than a line', () => {
  expect([239, 200, 134].map((height) => size(NAME, height))).toEqual([17, 15, 10]);
});

test('none where they could not be read', () => {
  expect(size(NAME, 133)).toBe(undefined);
});

test('a name of several lines is as high as all of them', () => {
  const long = '关于印发全国文明单位创建工作实施方案的通知'.repeat(6);
  expect([760, 340, 240].map((height) => size(long, height))).toEqual([17, 11, undefined]);
});

test('a page without any width has room for nothing', () => {
  expect(size(NAME, 720, 1)).toBe(undefined);
});
