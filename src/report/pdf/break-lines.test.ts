import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { textWidth } from '../text-width.js';
import { breakLines } from './break-lines.js';

const lines = (text: string, width: number) => breakLines(text, width, textWidth);

describe('lines on paper', () => {
  test('Han text breaks anywhere', () => {
    expect(lines('创建领导小组文件', 8)).toEqual(['创建领导', '小组文件']);
  });

  test('a closing mark does not begin a line', () => {
    expect(lines('一二三四，五六', 8)).toEqual(['一二三', '四，五六']);
  });

  test('an opening mark does not end one', () => {
    expect(lines('一二三《四》', 8)).toEqual(['一二三', '《四》']);
  });

  test('a Latin word is kept whole', () => {
    expect(lines('按 GB/T 9705 编目', 9)).toEqual(['按 GB/T', '9705 编目']);
  });

  test('a word wider than the line is broken', () => {
    expect(lines('abcdefgh', 3)).toEqual(['abc', 'def', 'gh']);
  });

  test('a line of nothing but marks is broken, too', () => {
    expect(lines('，'.repeat(6), 4)).toEqual(['，，', '，，', '，，']);
  });

  test('line breaks of the text stay', () => {
    expect(lines('一\n二', 8)).toEqual(['一', '二']);
  });

  test('nothing is lost but blanks, and no line is wider than it may be', () => {
    const text = fc.string({
      unit: fc.constantFrom('中', '文', '，', '。', '《', '（', 'a', 'W', '9', ' ', '）', '“'),
      maxLength: 60,
    });
    fc.assert(
      fc.property(text, fc.integer({ min: 2, max: 20 }), (words, width) => {
        const made = lines(words, width);
        expect(made.join('').replaceAll(' ', '')).toBe(words.replaceAll(' ', ''));
        expect(made.filter((line) => textWidth(line) > width)).toEqual([]);
      }),
    );
  });
});
