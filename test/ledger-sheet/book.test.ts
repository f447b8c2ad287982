/** What the exported workbook holds, and that it comes back as it was whatever the ledgers say. */
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { EvidenceState, SourceKind } from '../../src/core/ledger/types.js';
import { LEDGER_WORDS } from '../../src/core/ledger/words.js';
import { mergeSheet } from '../../src/core/ledger/merge.js';
import { readLedgerSheet } from '../../src/core/ledger/sheet-reading.js';
import { keyEdit } from '../../src/core/ledger/sheet-changes.js';
import type { BookSheet } from '../../src/core/workbook/book.js';
import { EVIDENCE_KINDS } from '../../src/core/system/vocabulary.js';
import { readWorkbook } from '../../src/io/workbook/read-workbook.js';
import { writeWorkbook } from '../../src/io/workbook/write-workbook.js';
import { messagesIn } from '../../src/messages/index.js';
import { ledgerBook } from '../../src/report/ledger/book.js';
import { temporaryFolder } from '../helpers/archive-on-disk.js';
import { Clerk, contextOf, sheetArchive } from '../helpers/ledger-sheet.js';

const words = messagesIn('zh-CN').ledgerSheet;
const bookOf = (archive: ReturnType<typeof sheetArchive>) =>
  ledgerBook(archive, contextOf(archive), words);

const sheetNamed = (sheets: readonly BookSheet[], name: string): BookSheet => {
  const sheet = sheets.find((each) => each.name === name);
  if (!sheet) throw new Error(name);
  return sheet;
};

/** The column under a header, header left out. */
function columnOf({ rows }: BookSheet, header: string): readonly unknown[] {
  const [first = [], ...rest] = rows;
  return rest.map((row) => row[first.indexOf(header)]);
}

test('what the program recognises by itself is told beside what the ledger says', () => {
  const archive = sheetArchive(
    { '1 组织领导': ['01：2020年度工作计划.docx', '02：20200305活动照片.jpg', '03：甲.docx'] },
    {
      '1 组织领导': [
        {
          file: '02：20200305活动照片.jpg',
          kind: 'photo',
          date: { from: '2020-03-05', to: '2020-03-05' },
        },
      ],
    },
  );
  const data = sheetNamed(bookOf(archive).sheets, '台账');
  expect([columnOf(data, '认出的日期'), columnOf(data, '认出的种类')]).toEqual([
    ['2020（题名）', '', ''],
    ['方案、计划', '', ''],
  ]);
});

test('columns that would be empty are left out, but for those to be filled in', () => {
  const data = sheetNamed(bookOf(sheetArchive({ '1 组织领导': ['01：甲.docx'] })).sheets, '台账');
  expect(data.rows[0]?.slice(0, 8)).toEqual([
    '编号（勿改）',
    '指标编号',
    '序号',
    '题名',
    '指标名称',
    '格式',
    '形成日期',
    '种类',
  ]);
});

test('captions have a column for each fact that the system asks for', () => {
  const data = sheetNamed(bookOf(sheetArchive({ '1 组织领导': [] })).sheets, '台账');
  expect(data.rows[0]?.filter((header) => String(header).startsWith('说明·'))).toEqual([
    '说明·时间',
    '说明·地点',
  ]);
});

test('kinds, states, sources and owners are chosen from lists of another sheet', () => {
  const { sheets } = bookOf(sheetArchive({ '1 组织领导': ['01：甲.docx'] }));
  const { columns, rows } = sheetNamed(sheets, '台账');
  const lists = columns.flatMap(({ check }, at) =>
    check?.list === undefined ? [] : [[rows[0]?.[at], check.list]],
  );
  expect(lists).toEqual([
    ['种类', "'选项'!$A$1:$A$22"],
    ['责任科室', "'选项'!$D$1:$D$2"],
    ['状态', "'选项'!$B$1:$B$4"],
    ['来源', "'选项'!$C$1:$C$4"],
  ]);
  expect(sheetNamed(sheets, '选项').rows[0]).toEqual(['正式文件', '草稿', '原件', '办公室']);
});

test('what Excel allows is kept to: titles and words of its prompts, names of sheets', () => {
  for (const language of ['zh-CN', 'en'] as const) {
    const archive = sheetArchive({ '1 组织领导': ['01：甲.docx'] });
    const { sheets } = ledgerBook(archive, contextOf(archive), messagesIn(language).ledgerSheet);
    const checks = sheets.flatMap(({ columns }) => columns.flatMap(({ check }) => check ?? []));
    expect(Math.max(...checks.map(({ text }) => text.length))).toBeLessThan(225);
    expect(Math.max(...sheets.map(({ name }) => name.length))).toBeLessThan(32);
  }
});

const text = fc
  .string({ unit: 'grapheme', maxLength: 12 })
  .map((each) => each.normalize('NFC').trim());
const day = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2030-12-31'), noInvalidDate: true })
  .map((each) => each.toISOString().slice(0, 10));
const none = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: undefined });
const line = text.filter((each) => each !== '' && !/[；;\r\n]/.test(each));
const entry = fc.record({
  file: fc.constantFrom('01：甲.docx', '02：乙.jpg'),
  date: none(day.map((each) => ({ from: each, to: each }))),
  submitted: none(day),
  owner: none(fc.constantFrom('office', 'party', '办公室', '撤销的科室')),
  number: none(text),
  issuer: none(text),
  kind: none(fc.constantFrom(...EVIDENCE_KINDS)),
  state: none(fc.constantFrom(...(Object.keys(LEDGER_WORDS.state) as EvidenceState[]))),
  source: none(fc.constantFrom(...(Object.keys(LEDGER_WORDS.source) as SourceKind[]))),
  requirements: fc.array(fc.constantFrom('plan', '活动照片', '没有的要求'), { maxLength: 2 }),
  references: fc.array(line, { maxLength: 2 }),
  pages: none(fc.nat(1000)),
  caption: fc.dictionary(fc.constantFrom('时间', '地点', '天气'), text),
  seen: none(fc.record({ by: line, on: day, what: fc.array(line, { maxLength: 2 }) })),
  note: none(text),
});
const archives = fc
  .uniqueArray(entry, { selector: ({ file }) => file, maxLength: 2 })
  .map((entries) =>
    sheetArchive({ '1 组织领导': ['01：甲.docx', '02：乙.jpg'] }, { '1 组织领导': entries }),
  );
const NOTHING = { changes: [], stale: [], gone: [], problems: [] };

test('whatever the ledgers say, a sheet that nobody has touched changes nothing', () => {
  fc.assert(
    fc.property(archives, fc.constantFrom('zh-CN' as const, 'en' as const), (archive, language) => {
      expect(new Clerk(archive, language).into(archive)).toMatchObject(NOTHING);
    }),
  );
});

test('and neither does the file that it is written to', async () => {
  const path = join(temporaryFolder(), '台账.xlsx');
  await fc.assert(
    fc.asyncProperty(archives, async (archive) => {
      await writeWorkbook(path, bookOf(archive));
      const reading = readLedgerSheet(await readWorkbook(path));
      if (typeof reading === 'string') throw new Error(reading);
      expect(reading.problems).toEqual([]);
      expect(mergeSheet(reading, archive, contextOf(archive))).toMatchObject(NOTHING);
    }),
    { numRuns: 25 },
  );
});

test('what is taken over is written under the keys of the ledger', () => {
  expect([
    keyEdit('date', '2020-03'),
    keyEdit('caption.地点', '广场'),
    keyEdit('seen', '公章\n单位名称'),
    keyEdit('seenOn', '2020-03-12'),
    keyEdit('requirements', 'plan'),
    keyEdit('owner', ''),
  ]).toEqual([
    { path: ['date'], value: '2020-03' },
    { path: ['caption', '地点'], value: '广场' },
    { path: ['seen', 'what'], value: ['公章', '单位名称'] },
    { path: ['seen', 'on'], value: '2020-03-12' },
    { path: ['requirements'], value: ['plan'] },
    { path: ['owner'], value: undefined },
  ]);
});
