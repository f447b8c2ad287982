/** What is read in `dangan.yaml`, and what is said to it. */
import { expect, test } from 'vitest';
import { decodeSettings } from '../src/core/archive/decode-settings.js';
import { zhCn } from '../src/messages/zh-cn/index.js';
import { parseYaml } from '../src/io/yaml/yaml.js';

const settingsOf = (...lines: readonly string[]) => decodeSettings(parseYaml(lines.join('\n')));

/** `2:5 没有…`, each as the clerk reads it. */
const problemsOf = (...lines: readonly string[]) =>
  settingsOf(...lines).problems.map(({ at, messageId, data }) => {
    const words = zhCn.settings[messageId] as (data: object) => string;
    return `${at.line}:${at.column} ${words(data)}`;
  });

test('lines of a block are what is ignored, one each', () => {
  const { settings } = settingsOf('ignore: |', '  *.bak', '  # 草稿', '  !重要.bak');
  expect(settings.ignore).toEqual(['*.bak', '# 草稿', '!重要.bak', '']);
});

test('so are the items of a list, and a single text', () => {
  expect(settingsOf('ignore: ["*.bak", 草稿/]').settings.ignore).toEqual(['*.bak', '草稿/']);
  expect(settingsOf('ignore: 草稿/').settings.ignore).toEqual(['草稿/']);
});

test('a pattern that would leave nothing out is told with its line', () => {
  expect(problemsOf('ignore: |', '  *.bak', '  [甲乙')).toEqual([
    '3:1 “ignore”里的“[甲乙”写得不全，什么也忽略不了：[ 要有 ] 配对，末尾不能是单个 \\',
  ]);
});

test.each(['/档案/', '*', '档*'])('who ignores %j has nothing left, and is told so', (line) => {
  expect(problemsOf(`ignore: ["${line}"]`)).toEqual([
    '1:9 “ignore”把存放材料的文件夹“档案”整个忽略了，就没有什么可查的；请写得具体一些',
  ]);
});
