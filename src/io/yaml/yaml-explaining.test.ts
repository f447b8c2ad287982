import { expect, test } from 'vitest';
import { parseYaml, yamlFrom } from './yaml.js';

const faults = (text: string) =>
  parseYaml(text).problems.map(({ fault, at }) => `${at.line}:${at.column} ${fault}`);

/** Entries of a ledger with these lines, after a line of their own. */
const entries = (...lines: string[]) =>
  `entries:\n  - file: 01：通知.docx\n${lines.map((line) => `${line}\n`).join('')}`;

test.each([
  ['a key one blank too far to the right', ['     date: 2020', '    kind: plan'], '3:6 indent'],
  ['a key one blank too far to the left', ['   date: 2020', '    kind: plan'], '3:4 indent'],
  ['keys as far left as the dash', ['  date: 2020', '  kind: plan'], '3:1 indent'],
  ['text with a colon in it', ['    note: 甲: 乙', '    kind: plan'], '3:11 key'],
  ['a quotation mark without its other half', ['    note: "甲', '    kind: plan'], '3:11 quote'],
  ['a bracket without its other half', ['    caption: [甲, 乙', '    kind: plan'], '3:14 bracket'],
  ['a bracket too many', ['    caption: [甲, 乙]]', '    kind: plan'], '3:20 bracket'],
  [
    'a comma left out in braces',
    ['    caption: { 时间: 甲 地点: 乙 }', '    kind: plan'],
    '3:20 bracket',
  ],
  ['text behind a quotation mark', ['    note: "“甲"乙"', '    kind: plan'], '3:15 after-value'],
  ['text behind brackets', ['    note: [重点]甲', '    kind: plan'], '3:15 after-value'],
  [
    'a full-width dash of a list',
    ['  － file: 02：纪要.docx', '    kind: minutes'],
    '3:3 list-sign',
  ],
  ['a bullet', ['  • file: 02：纪要.docx', '    kind: minutes'], '3:3 list-sign'],
  ['a dash without its blank', ['  -file: 02：纪要.docx', '    kind: minutes'], '3:3 list-sign'],
  ['full-width blanks', ['　　kind: plan', '    date: 2020'], '3:1 odd-blank'],
  ['a blank pasted from Word', ['    kind:\u00a0plan', '    date: 2020'], '3:10 odd-blank'],
  ['a remark with a full-width sign', ['＃ 甲', '    date: 2020'], '3:1 remark-sign'],
  ['a remark as programs have it', ['// 甲', '    date: 2020'], '3:1 remark-sign'],
  ['a count as people sign it', ['    count: >=2', '    date: 2020'], '3:12 start'],
  ['tabs', ['\tkind: plan', '\tdate: 2020'], '3:1 tab'],
  ['a tab before a dash', ['    seen:', '\t- by: 甲'], '4:1 tab'],
  ['text that begins with a sign', ['    number: @1', '    note: `甲'], '3:13 start'],
])('%s is told once, where it was made', (_, lines, fault) => {
  expect(faults(entries(...lines))).toEqual([fault]);
});

test('of what a parser out of step takes for keys, nothing is told', () => {
  const items = [
    '- code: 一',
    '\tname: 甲',
    '\tchildren:',
    '- code: 二',
    '\tname: 乙',
    '\tname: 丙',
  ];
  expect(faults(`indicators:\n${items.join('\n')}\n`)).toEqual(['3:1 tab']);
});

test('an item in braces without its dash is told', () => {
  const lines = ['  - { title: 甲, kind: plan }', '    { title: 乙, kind: plan }'];
  expect(faults(`evidence:\n${lines.join('\n')}\n`)).toEqual(['3:5 dash-lost']);
});

test('the frame of a piece of Markdown is told', () => {
  expect(faults('```yaml\ntitle: 甲\n```\n')).toEqual(['1:1 fence']);
});

test('lines that end as on old machines are told, and not taken for one remark', () => {
  expect(faults('# 甲\rtitle: 乙\r')).toEqual(['1:1 line-ends']);
});

test.each([
  ['PK\u0003\u0004', 'office'],
  ['%PDF-1.4\n', 'pdf'],
])('a file of another program is told as that, whatever its name ends in: %j', (head, of) => {
  const [problem] = yamlFrom(Buffer.from(head)).problems;
  expect(problem).toMatchObject({ fault: 'binary', of });
});

test('separators are told one by one all the same, beside a slip that is something else', () => {
  const lines = ['    date：2020', '    kind：plan', '    note: [甲'];
  expect(faults(entries(...lines))).toEqual([
    '3:9 fullwidth-colon',
    '4:9 fullwidth-colon',
    '5:11 bracket',
  ]);
});
