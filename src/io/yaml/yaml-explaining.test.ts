import { expect, test } from 'vitest';
import { parseYaml } from './yaml.js';

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
  ['a bracket without its other half', ['    caption: [甲, 乙', '    kind: plan'], '4:5 bracket'],
  ['tabs', ['\tkind: plan', '\tdate: 2020'], '3:1 tab'],
  ['text that begins with a sign', ['    number: @1', '    note: `甲'], '3:13 start'],
])('%s is told once, where it was made', (_, lines, fault) => {
  expect(faults(entries(...lines))).toEqual([fault]);
});

test('separators are told one by one all the same, beside a slip that is something else', () => {
  const lines = ['    date：2020', '    kind：plan', '    note: [甲'];
  expect(faults(entries(...lines))).toEqual([
    '3:9 fullwidth-colon',
    '4:9 fullwidth-colon',
    '6:1 bracket',
  ]);
});
