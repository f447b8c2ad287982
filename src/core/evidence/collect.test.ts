import fc from 'fast-check';
import { expect, test } from 'vitest';
import { archiveOf, type ArchiveOverrides } from '../../../test/helpers/archive-of.js';
import { indicatorOf, requirementOf, systemOf } from '../../../test/helpers/indicator-of.js';
import { entryOf, ledgerOf } from '../../../test/helpers/ledger-of.js';
import { spanLabel } from '../dates/label.js';
import type { LedgerEntry } from '../ledger/types.js';
import type { Indicator } from '../system/types.js';
import { parseWindow } from '../system/windows.js';
import { evidenceOf } from './collect.js';
import type { Evidence } from './types.js';

type Folders = Readonly<Record<string, readonly string[]>>;

const collect = (folders: Folders, overrides: ArchiveOverrides = {}) =>
  evidenceOf(archiveOf(folders, overrides));

/** What is collected where 1.1 领导机构 has these files and ledger entries. */
const inOne = (files: readonly string[], entries: readonly LedgerEntry[] = []) => {
  const folder = '档案/1.1 领导机构';
  const ledgers = new Map([[folder, ledgerOf(folder, { entries })]]);
  return collect({ '1.1 领导机构': files }, { known: { ledgers } }).get('1.1') ?? [];
};

test('the evidence of an indicator is in its folder and in folders in it', () => {
  const found = collect(
    {
      '1.1 领导机构': ['02：计划.docx', '01：通知.docx'],
      '1.2 工作制度': ['01：制度.docx'],
      '1.1 领导机构/学雷锋': ['01：照片.jpg'],
    },
    { system: ['1.1 领导机构', '1.2 工作制度'] },
  );
  expect([...found].map(([id, all]) => [id, all.map(({ path }) => path)])).toEqual([
    [
      '1.1',
      [
        '档案/1.1 领导机构/01：通知.docx',
        '档案/1.1 领导机构/02：计划.docx',
        '档案/1.1 领导机构/学雷锋/01：照片.jpg',
      ],
    ],
    ['1.2', ['档案/1.2 工作制度/01：制度.docx']],
  ]);
});

test('an indicator without evidence is left out', () => {
  expect(collect({ '1.1 领导机构': [] }).size).toBe(0);
});

test('a folder in that of an indicator is a group', () => {
  const found = collect(
    { '1.1 领导机构': ['01：通知.docx'], '1.1 领导机构/学雷锋/照片': ['01：现场.jpg'] },
    { system: ['1.1 领导机构'] },
  );
  expect(found.get('1.1')?.map(({ group }) => group)).toEqual(['', '学雷锋/照片']);
});

test('what programs left behind is no evidence, and neither is the ledger', () => {
  expect(inOne(['Thumbs.db', 'ledger.yaml', '~$计划.docx'])).toEqual([]);
});

test('evidence under no indicator is nobody’s', () => {
  expect(collect({ '': ['01：通知.docx'], 杂物: ['02：通知.docx'] }, { system: [] }).size).toBe(0);
});

test('a folder with an indicator’s code and a wholly different name is not taken for its', () => {
  const found = collect({ '1.1 环境卫生': ['01：通知.docx'] }, { system: ['1.1 领导机构'] });
  expect(found.size).toBe(0);
});

test('title, kind and date come from the name', () => {
  const [found] = inOne(['01：2020年3月5日会议纪要.docx']);
  expect([found?.title, found?.kinds, found?.date]).toEqual([
    '2020年3月5日会议纪要',
    ['minutes'],
    { from: '2020-03-05', to: '2020-03-05', source: 'name' },
  ]);
});

test('what the ledger says counts more', () => {
  const [found] = inOne(
    ['01：2020年通知.docx'],
    [
      entryOf({
        file: '01：2020年通知.docx',
        kind: 'plan',
        date: { from: '2019-01-01', to: '2019-12-31' },
        characters: 480,
      }),
    ],
  );
  expect([found?.kinds, found?.date?.source, found?.otherDate?.source, found?.characters]).toEqual([
    ['plan'],
    'ledger',
    'name',
    480,
  ]);
});

test('an entry is found by the name in whatever case and form', () => {
  const [found] = inOne(['01：PLAN.DOCX'], [entryOf({ file: '01：plan.docx', pages: 3 })]);
  expect(found?.entry?.pages).toBe(3);
});

test('a link is evidence without a file', () => {
  const [found] = inOne(
    [],
    [entryOf({ nth: 2, link: 'https://example.org/1', title: '2020年3月媒体报道' })],
  );
  expect([found?.path, found?.title, found?.name, found?.kinds]).toEqual([
    '档案/1.1 领导机构/ledger.yaml#2',
    '2020年3月媒体报道',
    undefined,
    ['link', 'news'],
  ]);
});

test('the numbers of an address are no date', () => {
  const [found] = inOne([], [entryOf({ link: 'https://example.org/2020/0305/1.html' })]);
  expect(found?.date).toBeUndefined();
});

test('a screenshot is one by the word of the ledger', () => {
  const file = '01：文明餐桌报道.jpg';
  const [found] = inOne([file], [entryOf({ file, source: 'screenshot' })]);
  expect(found?.kinds).toEqual(['screenshot', 'news']);
});

test('what was read in a file is known of its evidence', () => {
  const path = '档案/1.1 领导机构/01：说明.docx';
  const facts = new Map([[path, { characters: 321, created: '2020-03-05', taken: undefined }]]);
  const found = collect({ '1.1 领导机构': ['01：说明.docx'] }, { known: { facts } }).get('1.1');
  expect([found?.[0]?.characters, found?.[0]?.date]).toEqual([
    321,
    { from: '2020-03-05', to: '2020-03-05', source: 'document' },
  ]);
});

test('a period is that of the nearest indicator which has one', () => {
  const scoring = systemOf([
    indicatorOf({
      name: '季度报送',
      period: '2020-Q1',
      children: [
        indicatorOf({ id: '1/1.1', code: '1.1', name: '简报', evidence: [requirementOf()] }),
        indicatorOf({
          ...{ id: '1/1.2', code: '1.2', name: '总结', period: '2020' },
          evidence: [requirementOf()],
        }),
      ],
    }),
  ]);
  const found = collect(
    { '1 季度报送/1.1 简报': ['01：文明简报.docx'], '1 季度报送/1.2 总结': ['01：总结.docx'] },
    { scoring },
  );
  expect([...found.values()].flat().map(({ date }) => date && spanLabel(date))).toEqual([
    '2020-Q1',
    '2020',
  ]);
});

test.each(['top', 'leaf'] as const)('years as a level of their own (%s) give the year', (years) => {
  const window = { from: '2019-01-01', to: '2020-12-31' };
  const scoring = systemOf(
    [indicatorOf({ code: '1.1', name: '领导机构', evidence: [requirementOf()] })],
    { window },
  );
  const [first, second] =
    years === 'top'
      ? ['2019年/1.1 领导机构', '2020年/1.1 领导机构']
      : ['1.1 领导机构/2019年', '1.1 领导机构/2020年'];
  const folders = { [first]: ['01：计划.docx'], [second]: ['01：计划.docx'] };
  const settings = { folders: { template: '{code} {name}', years, rootLength: 60 } };
  const found = collect(folders, { scoring, settings }).get('1.1');
  expect(found?.map(({ date, group }) => [date && spanLabel(date), group])).toEqual([
    ['2019', ''],
    ['2020', ''],
  ]);
});

const told = ({ path, entry, date, kinds }: Evidence) => [path, entry, date, kinds];

test('the order of files and entries makes no difference', () => {
  const names = ['01：通知.docx', '02：2020年计划.docx', '03：照片.jpg', '04：名单.xlsx'];
  const entries = names.map((file, at) => entryOf({ file, nth: at + 1, pages: at }));
  fc.assert(
    fc.property(
      fc.shuffledSubarray(names, { minLength: 4 }),
      fc.shuffledSubarray(entries, { minLength: 4 }),
      (files, shuffled) => {
        expect(inOne(files, shuffled).map(told)).toEqual(inOne(names, entries).map(told));
      },
    ),
  );
});

/** The day or days of `3月份简报` where the archive, and its indicator, have these windows. */
const marchIn = (window: string, own: Partial<Indicator> = {}) => {
  const settings = { window: parseWindow(window) };
  const scoring = systemOf([indicatorOf({ code: '1.1', name: '领导机构', ...own })]);
  const found = collect({ '1.1 领导机构': ['01：3月份简报.docx'] }, { scoring, settings });
  const date = found.get('1.1')?.[0]?.date;
  return date && spanLabel(date);
};

test('in an archive of twelve months a month without a year is the one among them', () => {
  expect(marchIn('2024')).toBe('2024-03');
  expect(marchIn('2023-09..2024-08')).toBe('2024-03');
  expect(marchIn('2023..2024')).toBeUndefined();
});

test('a window nearer to the evidence tells more of the year than that of the archive', () => {
  expect(marchIn('2022..2024', { window: parseWindow('2023') })).toBe('2023-03');
  const evidence = [requirementOf({ window: parseWindow('2022..2024') })];
  expect(marchIn('2024', { evidence })).toBeUndefined();
});
