import { expect, test } from 'vitest';
import type { LedgerProblem } from '../../core/ledger/types.js';
import { parseLedger } from './read-ledgers.js';

const read = (...lines: string[]) => parseLedger('档案/1.1 机构/ledger.yaml', lines.join('\n'));
const only = (...lines: string[]) => read('entries:', '  - file: 01：通知.docx', ...lines);
const told = ({ at: { line, column }, fault }: LedgerProblem) =>
  `${line}:${column} ${'fault' in fault ? fault.fault : fault.wrong}`;
const faults = (...lines: string[]) => only(...lines).problems.map(told);

test('an entry has everything that is written in it', () => {
  const { entries, problems } = only(
    `    sha256: ${'AB'.repeat(32)}`,
    '    bytes: 120',
    '    date: 2020-03-12',
    '    submitted: 2020-03-31',
    '    owner: office',
    '    number: 〔2020〕36号',
    '    issuer: 市文明办',
    '    kind: notice',
    '    requirements: [notice, 年度计划]',
    '    pages: 3',
    '    characters: 1200',
    '    caption: { 时间: 2020-03-05, 地点: 文化广场 }',
    '    activity: 学雷锋',
    '    occasion: 春节',
    '    references: 1/1.2#plan',
    '    source: screenshot',
    '    state: returned',
    '    reason: 缺公章',
    '    seen: { what: [公章], by: 张三, on: 2020-12-01 }',
    '    note: 备注',
  );
  expect([problems, entries]).toEqual([
    [],
    [
      {
        at: { file: '档案/1.1 机构/ledger.yaml', line: 2, column: 5 },
        keyAt: {
          owner: { file: '档案/1.1 机构/ledger.yaml', line: 7, column: 5 },
          requirements: { file: '档案/1.1 机构/ledger.yaml', line: 11, column: 5 },
          occasion: { file: '档案/1.1 机构/ledger.yaml', line: 16, column: 5 },
          references: { file: '档案/1.1 机构/ledger.yaml', line: 17, column: 5 },
        },
        nth: 1,
        file: '01：通知.docx',
        link: undefined,
        title: undefined,
        sha256: 'ab'.repeat(32),
        bytes: 120,
        date: { from: '2020-03-12', to: '2020-03-12' },
        submitted: '2020-03-31',
        owner: 'office',
        number: '〔2020〕36号',
        issuer: '市文明办',
        kind: 'notice',
        requirements: ['notice', '年度计划'],
        pages: 3,
        characters: 1200,
        caption: Object.assign(Object.create(null) as object, {
          时间: '2020-03-05',
          地点: '文化广场',
        }),
        activity: '学雷锋',
        occasion: '春节',
        references: ['1/1.2#plan'],
        source: 'screenshot',
        state: 'returned',
        reason: '缺公章',
        seen: { what: ['公章'], by: '张三', on: '2020-12-01' },
        note: '备注',
      },
    ],
  ]);
});

test.each([
  ['an empty ledger', []],
  ['one of comments', ['# 以后再写']],
  ['keys with nothing after them', ['entries:', 'notApplicable:']],
  ['empty lists', ['entries: []', 'notApplicable: []']],
])('%s is in order', (_, lines) => {
  expect(read(...lines)).toMatchObject({ entries: [], notApplicable: [], problems: [] });
});

test('entries are numbered as they stand in the file, whatever is wrong with the others', () => {
  const { entries } = read('entries:', '  - file: a', '  - 07', '  - link: https://example.cn');
  expect(entries.map(({ nth, file, link }) => [nth, file ?? link])).toEqual([
    [1, 'a'],
    [3, 'https://example.cn'],
  ]);
});

test('a misspelt key is told with the one that is meant', () => {
  expect(only('    nubmer: 〔2020〕36号').problems).toEqual([
    {
      kind: 'shape',
      at: { file: '档案/1.1 机构/ledger.yaml', line: 3, column: 5 },
      fault: { wrong: 'unknown-key', key: 'nubmer', nearest: 'number' },
    },
  ]);
});

test.each([
  ['date: 2020-02-30', '3:11 form'],
  ['date: 去年', '3:11 form'],
  ['submitted: 2020-03', '3:16 form'],
  ['kind: notise', '3:11 word'],
  ['state: done', '3:12 word'],
  ['pages: three', '3:12 form'],
  ['pages: -1', '3:12 form'],
  ['sha256: abc', '3:13 form'],
  ['caption: 学雷锋', '3:14 type'],
  ['references: { a: 1 }', '3:17 type'],
  ['seen: { what: 公章, by: 张三 }', '3:11 missing-key'],
  ['seen: { what: 公章, by: 张三, on: 昨天 }', '3:35 form'],
])('%s is told with its line and column', (line, expected) => {
  expect(faults(`    ${line}`)).toEqual([expected]);
});

test('an entry is a file or a link', () => {
  const { entries, problems } = read(
    'entries:',
    '  - date: 2020',
    '  - file: a',
    '    link: b',
    '  - file:',
  );
  expect([entries, problems.map(told)]).toEqual([[], ['2:5 one-of', '3:5 one-of', '5:5 one-of']]);
});

test('a second entry for a file is told, and the first one holds', () => {
  const { entries, problems } = read(
    'entries:',
    '  - { file: 01：a.PDF, note: 甲 }',
    '  - { file: 01：A.pdf, note: 乙 }',
  );
  expect([entries.map(({ note }) => note), problems.map(told)]).toEqual([
    ['甲'],
    ['3:13 entry-twice'],
  ]);
});

test('what does not apply needs a reason', () => {
  const { notApplicable, problems } = read(
    'notApplicable:',
    '  - { requirement: plan, reason: 无此项职能, proof: 03：说明.docx, by: 李四, on: 2020-05-01 }',
    '  - { requirement: notice }',
    '  - { requirement: notice, reason: }',
  );
  expect([notApplicable.map(({ reason }) => reason), problems.map(told)]).toEqual([
    ['无此项职能'],
    ['3:5 missing-key', '4:5 missing-key'],
  ]);
});

test.each([
  ['a list where a mapping is due', ['- file: a'], ['1:1 type']],
  ['a mapping where a list is due', ['entries:', '  file: a'], ['2:3 type']],
  ['text where a mapping is due', ['entries:', '  - a'], ['2:5 type']],
  ['nothing but text', ['材料'], ['1:1 type']],
  ['a key given twice', ['entries: []', 'entries: []'], ['2:1 duplicate-key']],
  ['an alias to nothing', ['entries: [*a]'], ['1:11 alias-unknown']],
  ['brackets that are not closed', ['entries: ['], ['1:10 bracket']],
  ['a tab', ['entries:', '\t- file: a'], ['2:1 tab']],
])('%s is told', (_, lines, expected) => {
  expect(read(...lines).problems.map(told)).toEqual(expected);
});

test('of a file that may be misread nothing is taken', () => {
  expect(read('entries:', '  - file: a', 'notApplicable: [').entries).toEqual([]);
});

test('entries that share their lines by an alias are entries each', () => {
  const { entries } = read(
    'entries:',
    '  - &a { file: a, note: 甲 }',
    '  - { file: b, caption: *a }',
  );
  expect(entries.map(({ caption, nth }) => [nth, caption['note']])).toEqual([
    [1, undefined],
    [2, '甲'],
  ]);
});
