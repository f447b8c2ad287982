import { expect, test } from 'vitest';
import { namePattern } from './name-pattern.js';

test.each([
  ['{year}年*总结', '2020年度工作总结', true],
  ['{year}年*总结', '20年总结', false],
  ['{year}年*总结', '２０２０年总结', true],
  ['第{number}期*', '第12期简报', true],
  ['第{number}期*', '第期简报', false],
  ['{month}月{day}日', '3月12日', true],
  ['{month}月{day}日', '003月12日', false],
  ['会议纪?', '会议纪要', true],
  ['会议纪?', '会议纪要二', false],
  ['ABC*', 'abc方案', true],
  ['工作总结', '工作总结', true],
  ['工作总结', '年度工作总结', false],
  ['通知（1）.', '通知（1）.', true],
])('%j and %j: %s', (pattern, name, fits) => {
  expect(namePattern(pattern)(name)).toBe(fits);
});

test('the longest name against the worst pattern takes no time to speak of', () => {
  const fits = namePattern(`${'*{number}'.repeat(60)}。`);
  expect(fits('1'.repeat(255))).toBe(false);
});
