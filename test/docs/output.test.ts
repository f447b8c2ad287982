import { expect, test } from 'vitest';
import { matches, refreshed } from '../helpers/docs/output.js';

const lines = (text: string) => text.split('|');
const isShown = (shown: string, printed: string) => matches(lines(shown), lines(printed));
const renewed = (shown: string, printed: string) =>
  refreshed(lines(shown), lines(printed)).join('|');

test.each([
  ['甲|乙', '甲|乙', true],
  ['甲|…|丁', '甲|乙|丙|丁', true],
  ['…|丁', '甲|丁', true],
  ['甲|…', '甲', true],
  ['甲|丁', '甲|乙|丁', false],
  ['甲|…|丁', '甲|乙', false],
  ['共 3 个…', '共 3 个问题', true],
  ['迎检包  55 KB（54,891 字节）', '迎检包  56 KB（55,002 字节）', true],
])('%s shows %s: %s', (shown, printed, expected) => {
  expect(isShown(shown, printed)).toBe(expected);
});

test('a line that reads otherwise now is renewed, and as much is left out as before', () => {
  expect(renewed('共 6 个问题|…|用 fix 改正', '共 7 个问题：错误 7|甲|乙|用 fix 改正|丙')).toBe(
    '共 7 个问题：错误 7|…|用 fix 改正|…',
  );
});

test('a plus shows everything', () => {
  expect(renewed('+', '甲|乙')).toBe('甲|乙');
});
