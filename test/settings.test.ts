/** What is read in `dangan.yaml`, and what is said to it. */
import { expect, test } from 'vitest';
import { decodeSettings } from '../src/core/archive/settings/decode.js';
import { SETTINGS_KEYS } from '../src/core/archive/settings/keys.js';
import { zhCn } from '../src/messages/zh-cn/index.js';
import { parseYaml } from '../src/io/yaml/yaml.js';

const settingsOf = (...lines: readonly string[]) =>
  decodeSettings(parseYaml(lines.join('\n'), SETTINGS_KEYS));

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

const OWN = ['rules:', '  own-年度总结:', '    title: 总结要写明年份'];

test('a rule of the unit’s own is read with what it asks, of what, and for whom', () => {
  const { settings, problems } = settingsOf(
    ...OWN,
    '    severity: error',
    '    why: 测评组按年翻看',
    '    do: 在题名前加年份',
    '    where: { indicator: [1.1, "2"], kind: 总结, files: "*.docx" }',
    '    name: { matches: "{year}年*", without: [草稿] }',
    '    count: ..12',
    '    size: 1KB..10MB',
    '    formats: [pdf, Image]',
  );
  expect(problems).toEqual([]);
  expect(settings.own).toMatchObject([
    {
      id: 'own-年度总结',
      title: '总结要写明年份',
      severity: 'error',
      why: '测评组按年翻看',
      remedy: '在题名前加年份',
      where: { indicators: [{ code: '1.1' }, { code: '2' }], kinds: ['summary'], files: '*.docx' },
      name: { matches: ['{year}年*'], contains: [], without: ['草稿'] },
      count: { min: 0, max: 12 },
      size: { min: 1000, max: 10_000_000 },
      formats: ['pdf', 'image'],
    },
  ]);
});

test('one that is off keeps its declaration', () => {
  const { settings } = settingsOf(...OWN, '    severity: off', '    count: 1');
  expect([settings.rules, settings.own[0]?.severity]).toEqual([
    { 'own-年度总结': 'off' },
    'warning',
  ]);
});

test.each([
  [
    ['    count: 1', '    sverity: off'],
    '5:5 没有“rules.own-年度总结.sverity”这项设置，是不是想写“severity”？',
  ],
  [
    ['    count: 3..1'],
    '4:12 “rules.own-年度总结.count”应是份数，如 2、1..3、2..（至少）、..12（至多），现在是“3..1”',
  ],
  [
    ['    size: 10MB'],
    '4:11 “rules.own-年度总结.size”应是大小的范围，如 ..10MB（至多）、1KB..（至少）、1KB..10MB，现在是“10MB”',
  ],
  [
    ['    name: { matches: "{yaer}年" }'],
    '4:22 “rules.own-年度总结.name.matches”里没有 {yaer} 这个字段，是不是想写 {year}？',
  ],
  [
    ['    name: {}'],
    '4:11 “rules.own-年度总结.name”没有写要求什么，应至少写 matches、contains、without 中的一项',
  ],
  [['    name: { contains: "" }'], '4:23 “rules.own-年度总结.name.contains”没有写'],
  [
    ['    where: { files: "*" }'],
    '3:5 “own-年度总结”没有写要求什么，应至少写 name、kind、count、of、size、formats 中的一项',
  ],
])('%j is told', (lines, problem) => {
  expect(problemsOf(...OWN, ...lines)).toEqual([problem]);
});

test.each(['own-', 'own-A', 'own-甲 乙', 'own--甲', `own-${'甲'.repeat(60)}`])(
  '%j is no id of a rule',
  (id) => {
    expect(problemsOf('rules:', `  "${id}": { title: 甲, count: 1 }`)[0]).toContain(
      '不能用作规则编号',
    );
  },
);

test('an own rule is declared, and not only given a level', () => {
  expect(problemsOf('rules: { own-甲: off }')[0]).toContain(
    '是本单位的规则，下面应缩进写它的 title',
  );
});

test.each([
  [['boxes: { doubleSided：true }'], ['1:21', 'doubleSided']],
  [
    ['preset：clerk', 'failOn：info'],
    ['1:7', 'preset'],
    ['2:7', 'failOn'],
  ],
  [
    ['unit:', '  name：县水利局'],
    ['2:7', 'name'],
  ],
  [['unit: { name：县水利局 }'], ['1:13', 'name']],
  [
    ['rules:', '  tree-link：off'],
    ['2:12', 'tree-link'],
  ],
  [
    ['rules:', '  own-甲:', '    title：甲', '    count: 1'],
    ['3:10', 'title'],
  ],
])('of a full-width colon in %j it is told where it is and what to write', (lines, ...told) => {
  expect(problemsOf(...lines)).toEqual(
    told.map(
      ([at, key]) =>
        `${String(at)} “${String(key)}”后面用了全角冒号“：”，请改成“${String(key)}: ”（半角冒号加一个空格）`,
    ),
  );
});

test('a colon in a text is that of the text', () => {
  expect(problemsOf('unit: 县水利局：办公室', 'ignore: ["甲：乙", 丙：丁]')).toEqual([]);
});

test('a key that there is none of is told besides', () => {
  expect(problemsOf('预设：clerk')).toEqual([
    '1:1 没有“预设”这项设置',
    '1:3 “预设”后面用了全角冒号“：”，请改成“预设: ”（半角冒号加一个空格）',
  ]);
});
