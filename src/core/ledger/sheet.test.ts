import { expect, test } from 'vitest';
import { archiveOf } from '../../../test/helpers/archive-of.js';
import { withLedgers } from '../../../test/helpers/ledger-sheet.js';
import { captionFields, sheetRows } from './sheet.js';

const archive = withLedgers(
  archiveOf(
    {
      '2 组织领导/2.10 制度': ['10：制度.docx', '9：通知.pdf', 'ledger.yaml', 'Thumbs.db'],
      '2 组织领导/2.9 活动': [],
      '2 组织领导/2.9 活动/20200305学雷锋': ['01：照片.jpg'],
    },
    { system: ['2 组织领导/2.9 活动', '2 组织领导/2.10 制度'] },
  ),
  {
    '2 组织领导/2.10 制度': [
      { file: '10：制度.docx', date: { from: '2020-03-01', to: '2020-03-31' } },
    ],
    '2 组织领导/2.9 活动': [{ link: 'https://example.org/1', title: '报道' }],
  },
);

test('evidence comes in the order of the scoring system, numbered as people count, links last', () => {
  expect(sheetRows(archive).map(({ id }) => id)).toEqual([
    '档案/2 组织领导/2.9 活动#https://example.org/1',
    '档案/2 组织领导/2.9 活动/20200305学雷锋/01：照片.jpg',
    '档案/2 组织领导/2.10 制度/9：通知.pdf',
    '档案/2 组织领导/2.10 制度/10：制度.docx',
  ]);
});

test('a row tells where its evidence is kept, and how it is called', () => {
  expect(sheetRows(archive)[1]).toMatchObject({
    folder: '档案/2 组织领导/2.9 活动/20200305学雷锋',
    fixed: {
      code: '2.9',
      indicator: '活动',
      folder: '20200305学雷锋',
      ordinal: '01',
      title: '照片',
      format: 'jpg',
    },
    entry: undefined,
  });
});

test('evidence has its entry, by its name', () => {
  expect(sheetRows(archive).map(({ entry }) => entry?.nth)).toEqual([1, undefined, undefined, 1]);
});

test.each(['top', 'leaf'] as const)(
  'years as folders (%s) are told beside the indicator',
  (years) => {
    const path = years === 'top' ? '2020年/1 活动' : '1 活动/2020年';
    const ofYears = archiveOf(
      { [path]: ['01：照片.jpg'], [`${path}/春节`]: ['01：照片.jpg'] },
      {
        system: ['1 活动'],
        settings: {
          window: { from: '2020-01-01', to: '2020-12-31' },
          folders: { template: '{code} {name}', years, rootLength: 60 },
        },
      },
    );
    expect(sheetRows(ofYears).map(({ fixed }) => fixed.folder)).toEqual(['2020年', '2020年/春节']);
  },
);

test('links of one address are two rows', () => {
  const twice = withLedgers(archiveOf({ '1 甲': [] }), {
    '1 甲': [{ link: 'https://example.org' }, { link: 'https://example.org' }],
  });
  expect(new Set(sheetRows(twice).map(({ id }) => id)).size).toBe(2);
});

test('captions have the fields that the system asks for, then those of ledgers', () => {
  const captioned = withLedgers(archiveOf({ '1 甲': ['01：照片.jpg'] }), {
    '1 甲': [{ file: '01：照片.jpg', caption: { 天气: '晴' } }],
  });
  const [leaf] = captioned.system.indicators;
  const [requirement] = leaf?.evidence ?? [];
  if (!leaf || !requirement) throw new Error('an indicator');
  const evidence = [{ ...requirement, of: [{ ...requirement, caption: ['时间', '地点'] }] }];
  const system = { ...captioned.system, indicators: [{ ...leaf, evidence }] };
  expect(captionFields({ ...captioned, system })).toEqual(['时间', '地点', '天气']);
});
