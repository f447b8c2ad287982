import { expect, test } from 'vitest';
import { messagesIn } from '../messages/index.js';
import { exampleText, pageParts } from './rule-page.js';

const paragraphs = (text: string) =>
  pageParts(`## 中文\n\n### 标题\n\n${text}\n\n## English\n`, '中文').paragraphs;

test('lines of a paragraph are one, Chinese without a blank between them', () => {
  expect(
    paragraphs('名称都规范。\n序号也连续，\n见 `fix`\n的说明。\n\nOne line\nand another.'),
  ).toEqual(['名称都规范。序号也连续，见 `fix` 的说明。', 'One line and another.']);
});

test('lines of a list stay', () => {
  expect(paragraphs('三种：\n- 甲\n- 乙')).toEqual(['三种：\n- 甲\n- 乙']);
});

test('what the tests read of the scoring system and the day is put in words', () => {
  const block = '#| window: 2020..2020\n#| indicators: []\n# today: 2020-08-15\n1 组织领导/\n';
  expect(exampleText(block, messagesIn('zh-CN'))).toBe(
    '    # 测评体系里这样写：\n      window: 2020..2020\n      indicators: []\n    # 检查的那天：2020-08-15\n    1 组织领导/',
  );
});
