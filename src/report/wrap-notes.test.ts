import { expect, test } from 'vitest';
import { wrapNotes } from './wrap.js';

test('a notice is wrapped with its indentation', () => {
  expect(wrapNotes('  → 什么都没有动。请改好台账，再运行一次\n', 24)).toBe(
    '  → 什么都没有动。请改好\n    台账，再运行一次\n',
  );
});

test('what is wrapped in the right one of two columns stays in it', () => {
  expect(wrapNotes('      tax  创建文明单位档案资料归档范围\n', 32)).toBe(
    '      tax  创建文明单位档案资料\n           归档范围\n',
  );
});

test('a command that no line has room for is broken at its blanks', () => {
  expect(wrapNotes('运行 `dangan init y1 --unit "County Water Bureau"`。\n', 30)).toBe(
    '运行 `dangan init y1 --unit\n"County Water Bureau"`。\n',
  );
});

test('a mark that finds no room takes along what it stands behind', () => {
  expect(wrapNotes('要改的都列在下面这几行里面，请看\n', 26)).toBe(
    '要改的都列在下面这几行里\n面，请看\n',
  );
});

test('what opens a bracket does not end a line', () => {
  expect(wrapNotes('请改设置里的“evidence”（现为“档案”）。\n', 24)).toBe(
    '请改设置里的“evidence”\n（现为“档案”）。\n',
  );
});

test('a command to be typed is not broken', () => {
  expect(wrapNotes('要撤销，运行 `dangan undo 2026-01-02-003`，不会丢。\n', 34)).toBe(
    '要撤销，运行\n`dangan undo 2026-01-02-003`，不会\n丢。\n',
  );
});

test('each line of a coloured notice has its colour', () => {
  const [red, off] = ['\u001b[31m', '\u001b[39m'];
  expect(wrapNotes(`${red}错误：档案没有材料${off}\n`, 20)).toBe(
    `${red}错误：档案没有材料${off}\n`,
  );
  expect(wrapNotes(`${red}错误：这个档案里还没有材料${off}\n`, 20)).toBe(
    `${red}错误：这个档案里还没${off}\n${red}有材料${off}\n`,
  );
});

test.each([
  ['progress', '\r\u001b[K正在读取 12%，共 3 GB，请等一等'],
  ['a line whose colour changes', '很长很长的一行 \u001b[31m红\u001b[39m 又很长很长'],
  ['what fits', '短\n'],
])('%s stays as it is', (_, text) => {
  expect(wrapNotes(text, 20)).toBe(text);
});

test('without an end of the line nothing is wrapped', () => {
  const text = `${'长'.repeat(500)}\n`;
  expect(wrapNotes(text, Infinity)).toBe(text);
});
