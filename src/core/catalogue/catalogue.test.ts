import { describe, expect, test } from 'vitest';
import { archiveOf, type ArchiveOverrides } from '../../../test/helpers/archive-of.js';
import { indicatorOf, systemOf } from '../../../test/helpers/indicator-of.js';
import { entryOf, ledgerOf } from '../../../test/helpers/ledger-of.js';
import { zhCn } from '../../messages/zh-cn/index.js';
import { DEFAULT_SETTINGS, type CatalogueSettings } from '../archive/settings.js';
import type { Archive } from '../archive/types.js';
import type { ContentFacts } from '../evidence/types.js';
import type { LedgerEntry, NotApplicable } from '../ledger/types.js';
import { parseDate } from '../dates/parse-date.js';
import { catalogueOf, usualScope, type CatalogueQuery } from './catalogue.js';
import { filesToOpen } from './items.js';

const LED = '档案/1 组织领导/1.1 领导机构';
const MET = '档案/1 组织领导/1.2 会议制度';
const LIT = '档案/2 活动/2.1 道德讲堂';

const scoring = systemOf(
  [
    indicatorOf({
      code: '1',
      name: '组织领导',
      owner: ['office'],
      children: [
        indicatorOf({ id: '1/1.1', code: '1.1', name: '领导机构' }),
        indicatorOf({ id: '1/1.2', code: '1.2', name: '会议制度' }),
      ],
    }),
    indicatorOf({
      code: '2',
      name: '活动',
      owner: ['union'],
      children: [indicatorOf({ id: '2/2.1', code: '2.1', name: '道德讲堂' })],
    }),
  ],
  { title: '文明单位测评标准', owners: { office: '办公室', union: '工会' } },
);

const FILES = {
  '1 组织领导/1.1 领导机构': ['01：成立通知.docx', '02：2020年工作计划.pdf', '03：统计表.xlsx'],
  '1 组织领导/1.2 会议制度': ['01：2019年12月会议纪要.docx'],
  '2 活动/2.1 道德讲堂': ['01：讲堂照片.jpg', '02：讲堂录像.mp4', '03：总结.docx'],
};

const day = (text: string) => parseDate(text);
const pages = (count: number): ContentFacts => ({
  pages: count,
  characters: undefined,
  created: undefined,
  taken: undefined,
});

const ENTRIES: Readonly<Record<string, readonly Partial<LedgerEntry>[]>> = {
  [LED]: [
    {
      file: '01：成立通知.docx',
      date: day('2020-03-12'),
      number: '水发[2020]3号',
      issuer: '县水利局',
      pages: 2,
      references: ['2/2.1'],
      note: '复印件',
    },
    { link: 'https://example.org/a', title: '专栏', nth: 4 },
  ],
  [LIT]: [
    {
      file: '01：讲堂照片.jpg',
      date: day('2020-05-06'),
      activity: '道德讲堂第一期',
      caption: { 时间: '5月6日', 地点: '三楼会议室', 摄影者: '王一' },
    },
  ],
};

const FACTS: Readonly<Record<string, ContentFacts>> = {
  [`${LED}/02：2020年工作计划.pdf`]: pages(5),
  [`${MET}/01：2019年12月会议纪要.docx`]: pages(3),
  [`${LIT}/03：总结.docx`]: pages(4),
};

interface Given {
  readonly files?: Readonly<Record<string, readonly string[]>>;
  readonly entries?: typeof ENTRIES;
  readonly facts?: typeof FACTS;
  readonly notApplicable?: readonly NotApplicable[];
  readonly codes?: Partial<CatalogueSettings>;
}

function archive({
  files = FILES,
  entries = ENTRIES,
  facts = FACTS,
  notApplicable = [],
  codes = {},
}: Given = {}): Archive {
  const ledgers = new Map(
    Object.entries(entries).map(([folder, own]) => [
      folder,
      ledgerOf(folder, { entries: own.map((each) => entryOf(each)) }),
    ]),
  );
  if (notApplicable.length > 0) ledgers.set(MET, ledgerOf(MET, { notApplicable }));
  const overrides: ArchiveOverrides = {
    scoring,
    known: { ledgers, facts: new Map(Object.entries(facts)) },
    settings: {
      unit: { name: '县水利局', profile: {} },
      catalogue: { ...DEFAULT_SETTINGS.catalogue, ...codes },
    },
  };
  return archiveOf(files, overrides);
}

function made(query: Partial<CatalogueQuery> = {}, given: Given = {}) {
  const { kind = 'volume' } = query;
  const scope = query.scope ?? usualScope(kind);
  const full = { kind, scope, indicators: undefined, owners: undefined, ...query };
  return catalogueOf(archive(given), full, zhCn.catalogue.rows);
}

const volumesOf = (query: Partial<CatalogueQuery> = {}, given: Given = {}) =>
  made(query, given).catalogue.volumes;

const indicator = (code: string) => {
  const leaf = scoring.indicators
    .flatMap(({ children }) => children)
    .find((each) => each.code === code);
  if (!leaf) throw new Error(code);
  return new Set([leaf]);
};

describe('the contents of a volume', () => {
  test('a year in the title is printed as it stands, though the file was made on a day of it', () => {
    const path = `${LED}/01：2026年创建工作专题会议纪要.pdf`;
    const given: Given = {
      files: { '1 组织领导/1.1 领导机构': ['01：2026年创建工作专题会议纪要.pdf'] },
      entries: {},
      facts: { [path]: { ...pages(2), created: '2026-11-23' } },
    };
    expect(volumesOf({}, given)[0]?.rows.map(({ date }) => date)).toEqual(['2026']);
    expect(made({}, given).remarks.datedByFile).toEqual([]);
  });

  test('a day that only the file tells is printed, and the file is named to be looked at', () => {
    const path = `${LED}/01：专题会议纪要.pdf`;
    const given: Given = {
      files: { '1 组织领导/1.1 领导机构': ['01：专题会议纪要.pdf'] },
      entries: {},
      facts: { [path]: { ...pages(2), created: '2026-11-23' } },
    };
    expect(volumesOf({}, given)[0]?.rows.map(({ date }) => date)).toEqual(['20261123']);
    expect(made({}, given).remarks.datedByFile).toEqual([path]);
  });

  test('a picture has the date of its caption in every list, whatever the camera says', () => {
    const photo = `${LIT}/01：讲堂照片.jpg`;
    const entries = { [LIT]: [{ file: '01：讲堂照片.jpg', caption: { 时间: '2020年5月' } }] };
    const dated = (taken: string) => {
      const facts = { [photo]: { ...pages(1), taken } };
      const lists = (['volume', 'filed', 'photos'] as const).map((kind) =>
        made({ kind }, { entries, facts }),
      );
      return lists.map(({ catalogue, remarks }) => [
        catalogue.volumes.flatMap(({ rows }) => rows).find(({ path }) => path === photo)?.date,
        remarks.datedByFile.includes(photo),
      ]);
    };
    const registered = ['202005', false];
    expect(dated('2020-02-10')).toEqual([registered, registered, registered]);
    expect(dated('2020-05-06')).toEqual([registered, registered, registered]);
  });

  test('activities come in the order in which people count them, in every list', () => {
    const quarters = ['第一季度', '第二季度', '第三季度', '第四季度'];
    const given: Given = {
      files: Object.fromEntries(
        quarters.map((each) => [`2 活动/2.1 道德讲堂/2020年${each}讲堂`, ['01：讲堂照片.jpg']]),
      ),
      entries: {},
      facts: {},
    };
    for (const kind of ['volume', 'filed', 'photos'] as const) {
      const paths = volumesOf({ kind }, given).flatMap(({ rows }) => rows.map(({ path }) => path));
      expect(paths.map((path) => /第.季度/.exec(path)?.[0])).toEqual(quarters);
    }
  });

  test('each leaf indicator is one, in the order of the scoring system', () => {
    expect(volumesOf().map(({ number, title, path }) => [number, title, path])).toEqual([
      [1, '领导机构', LED],
      [2, '会议制度', MET],
      [3, '道德讲堂', LIT],
    ]);
  });

  test('rows are as the clerk would write them', () => {
    expect(volumesOf()[0]?.rows[0]).toEqual({
      is: 'file',
      number: 1,
      code: undefined,
      documentNumber: '水发〔2020〕3号',
      responsible: '县水利局',
      title: '成立通知',
      date: '20200312',
      secrecy: undefined,
      pages: 2,
      pageFrom: 1,
      pageTo: 2,
      retention: undefined,
      note: '复印件',
      photo: undefined,
      path: `${LED}/01：成立通知.docx`,
      format: 'docx',
      indicator: { code: '1.1', name: '领导机构' },
    });
  });

  test('pages go on from one paper to the next, until nobody knows how many there are', () => {
    expect(
      volumesOf()[0]?.rows.map(({ title, pageFrom, pageTo }) => [title, pageFrom, pageTo]),
    ).toEqual([
      ['成立通知', 1, 2],
      ['2020年工作计划', 3, 7],
      ['统计表', 8, undefined],
      ['专栏', undefined, undefined],
    ]);
  });

  test('a picture is one page, a film none', () => {
    expect(
      volumesOf()[2]?.rows.map(({ title, pages: own, pageFrom }) => [title, own, pageFrom]),
    ).toEqual([
      ['讲堂照片', 1, 1],
      ['讲堂录像', 0, undefined],
      ['总结', 4, 2],
      ['成立通知', 0, undefined],
    ]);
  });

  test('of a date is written what is known, of another nothing', () => {
    const dates = volumesOf().flatMap(({ rows }) => rows.map(({ title, date }) => [title, date]));
    expect(Object.fromEntries(dates)).toMatchObject({
      成立通知: '20200312',
      '2020年工作计划': '2020',
      '2019年12月会议纪要': '201912',
      统计表: undefined,
    });
  });

  test('what is used from elsewhere is at the end, without number, and tells where it is kept', () => {
    expect(volumesOf()[2]?.rows.at(-1)).toMatchObject({
      is: 'reference',
      number: undefined,
      title: '成立通知',
      note: '存于 1.1，顺序号 1',
      pageFrom: undefined,
    });
  });

  test('of a volume of everything it is there once', () => {
    const [volume] = volumesOf({ scope: 'archive' });
    expect(volume?.rows.filter(({ title }) => title === '成立通知')).toHaveLength(1);
  });

  test('what does not apply is said in place of evidence', () => {
    const at = { line: 1, column: 1, file: `${MET}/ledger.yaml` };
    const said = {
      at,
      nth: 1,
      requirement: undefined,
      reason: '没有党员',
      by: '李二',
      on: '2020-06-01',
    };
    const [volume] = volumesOf(
      { indicators: indicator('1.2') },
      { notApplicable: [{ ...said, proof: '01：2019年12月会议纪要.docx' }] },
    );
    expect(volume?.rows.at(-1)).toMatchObject({
      is: 'statement',
      number: undefined,
      title: '不适用：没有党员',
      note: '李二 2020-06-01；证明见顺序号 1',
    });
  });

  test('an indicator of which only that is said is a volume, too', () => {
    const at = { line: 1, column: 1, file: `${MET}/ledger.yaml` };
    const said = { at, nth: 1, requirement: undefined, reason: '没有党员' };
    const volumes = volumesOf(
      {},
      {
        files: { ...FILES, '1 组织领导/1.2 会议制度': [] },
        notApplicable: [{ ...said, proof: undefined, by: undefined, on: undefined }],
      },
    );
    expect(volumes.map(({ title, rows }) => [title, rows.length])).toContainEqual(['会议制度', 1]);
  });

  test('one with nothing in it is left out, and has no number', () => {
    const volumes = volumesOf({}, { files: { ...FILES, '1 组织领导/1.2 会议制度': [] } });
    expect(volumes.map(({ number, title }) => [number, title])).toEqual([
      [1, '领导机构'],
      [2, '道德讲堂'],
    ]);
  });

  test('the indicator of the first level may be the volume', () => {
    expect(
      volumesOf({ scope: 'part' }).map(({ title, path, rows }) => [title, path, rows.length]),
    ).toEqual([
      ['组织领导', '档案/1 组织领导', 5],
      ['活动', '档案/2 活动', 4],
    ]);
  });

  test('what lies in the folders of activities is told apart by those, also where its title says nothing', () => {
    const files = {
      '2 活动/2.1 道德讲堂/第一期': ['01：签到表.xlsx', '02：IMG_0011.jpg'],
      '2 活动/2.1 道德讲堂/第二期/照片': ['01：IMG_0011.jpg'],
    };
    const rows = volumesOf({}, { files, entries: {} }).flatMap((volume) => volume.rows);
    expect(rows.map(({ title, note }) => [title, note])).toEqual([
      ['签到表', '第一期'],
      ['[第一期]', '第一期'],
      ['[第二期]', '第二期/照片'],
    ]);
  });

  test('or each folder', () => {
    const files = { ...FILES, '2 活动/2.1 道德讲堂/第一期': ['01：签到表.docx'] };
    expect(
      volumesOf({ scope: 'folder', indicators: indicator('2.1') }, { files }).map(
        ({ title }) => title,
      ),
    ).toEqual(['道德讲堂', '道德讲堂 第一期']);
  });

  test('a volume has its number whatever else is listed', () => {
    expect(volumesOf({ indicators: indicator('2.1') }).map(({ number }) => number)).toEqual([3]);
  });

  test('a department has its own', () => {
    const volumes = volumesOf({ owners: new Set(['union']) });
    expect(volumes.map(({ title }) => title)).toEqual(['道德讲堂']);
  });

  test('its pages and dates are told together', () => {
    expect(volumesOf().map((volume) => [volume.pages, volume.from, volume.to])).toEqual([
      [undefined, '2020', '2020'],
      [3, '201912', '201912'],
      [5, '20200506', '20200506'],
    ]);
  });
});

describe('titles', () => {
  const titleOf = (name: string, entry: Partial<LedgerEntry> = {}) =>
    volumesOf(
      { indicators: indicator('1.2') },
      {
        files: { ...FILES, '1 组织领导/1.2 会议制度': [name] },
        entries: { [MET]: [{ file: name, ...entry }] },
      },
    )[0]?.rows[0]?.title;

  test.each([
    ['01：IMG_2020.jpg', { caption: { 主题: '领导小组会议' } }, '[领导小组会议]'],
    ['01：微信图片_20200304.jpg', { activity: '第一次例会' }, '[第一次例会]'],
    ['01：IMG_2020.jpg', {}, 'IMG_2020'],
    ['01：会议纪要.docx', { caption: { 主题: '领导小组会议' } }, '会议纪要'],
  ])('%s', (name, entry, title) => {
    expect(titleOf(name, entry)).toBe(title);
  });
});

describe('what is filed', () => {
  const BGS = { fonds: 'Z109', retention: 'Y', organ: 'BGS' } as const;
  const codesIn = (codes: Partial<CatalogueSettings>, query: Partial<CatalogueQuery> = {}) =>
    volumesOf({ kind: 'filed', ...query }, { codes })
      .flatMap(({ rows }) => rows)
      .map(({ title, code }) => [title, code]);

  test('is one list with the codes of DA/T 22, counted in each group; what has none is at the end', () => {
    expect(codesIn(BGS)).toEqual([
      ['2019年12月会议纪要', 'Z109-WS·2019-Y-BGS-0001'],
      ['成立通知', 'Z109-WS·2020-Y-BGS-0001'],
      ['2020年工作计划', 'Z109-WS·2020-Y-BGS-0002'],
      ['讲堂照片', 'Z109-ZP·2020-Y-BGS-0001'],
      ['统计表', undefined],
      ['专栏', undefined],
      ['讲堂录像', undefined],
      ['总结', undefined],
    ]);
  });

  test('keeps its codes when only a part is listed', () => {
    const only = { owners: new Set(['office']), indicators: indicator('1.1') };
    expect(codesIn(BGS, only)[1]).toEqual(['2020年工作计划', 'Z109-WS·2020-Y-BGS-0002']);
  });

  test('departments may have codes of their own, by key or name', () => {
    const codes = { ...BGS, organs: { 工会: 'GH' } };
    expect(codesIn(codes)[3]).toEqual(['讲堂照片', 'Z109-ZP·2020-Y-GH-0001']);
  });

  test('without codes of departments there is no place for them', () => {
    expect(codesIn({ fonds: '0012', retention: 'D30' })[0]).toEqual([
      '2019年12月会议纪要',
      '0012-WS·2019-D30-0001',
    ]);
  });

  test('another form can be given', () => {
    const codes = { ...BGS, template: '{fonds}·{part}·{item}', digits: 2 };
    expect(codesIn(codes).map(([, code]) => code)).toEqual([
      ...['Z109·1·01', 'Z109·1·02', 'Z109·1·03', 'Z109·1·04'],
      ...['Z109·2·01', 'Z109·2·02', 'Z109·2·03', undefined],
    ]);
  });

  test('what a code lacks is told', () => {
    const { remarks } = made({ kind: 'filed' }, { codes: { fonds: 'Z109', organ: 'BGS' } });
    expect([...remarks.uncoded]).toEqual([
      ['retention', 4],
      ['year', 3],
    ]);
  });

  test('without settings there are none', () => {
    const { remarks, catalogue } = made({ kind: 'filed' });
    expect([
      remarks.codes,
      catalogue.volumes[0]?.rows.every(({ code }) => code === undefined),
    ]).toEqual([false, true]);
  });
});

describe('photographs', () => {
  const photosOf = (given: Given = {}) =>
    volumesOf({ kind: 'photos' }, given)
      .flatMap(({ rows }) => rows)
      .map(({ title, code, photo }) => ({ title, code, ...photo }));
  const LECTURES: Given = {
    files: {
      '2 活动/2.1 道德讲堂': [
        '01：方案.docx',
        '02：讲堂照片1.jpg',
        '03：讲堂照片2.jpg',
        '04：总结.docx',
        '05：别的活动总结.docx',
      ],
    },
    entries: {
      [LIT]: [
        { file: '01：方案.docx', date: day('2020-05-01'), activity: '第一期' },
        { file: '02：讲堂照片1.jpg', date: day('2020-05-06'), activity: '第一期', issuer: '王一' },
        { file: '03：讲堂照片2.jpg', date: day('2019-05-06'), caption: { 主题: '诚信' } },
        { file: '04：总结.docx', date: day('2020-05-20'), activity: '第一期' },
        { file: '05：别的活动总结.docx', date: day('2020-06-20'), activity: '第二期' },
      ],
    },
    facts: {},
  };
  const codes = { fonds: 'Z109', retention: 'Y' } as const;

  test('are listed with what their captions tell, and with their activity where nothing else says what they show', () => {
    expect(photosOf()).toEqual([
      {
        title: '讲堂照片',
        code: undefined,
        photographer: '王一',
        caption: '时间：5月6日；地点：三楼会议室；活动：道德讲堂第一期',
        see: undefined,
      },
    ]);
  });

  test('see the papers of their activity, by their codes, and of no other', () => {
    const [, first] = photosOf({ ...LECTURES, codes });
    expect(first).toMatchObject({
      title: '讲堂照片1',
      see: 'Z109-WS·2020-Y-0001、0002',
    });
  });

  test('without codes see them by their numbers in the volume', () => {
    expect(photosOf(LECTURES).map(({ see }) => see)).toEqual(['指标 2.1 第 1、4 件', undefined]);
  });

  test('that are in the folder of an activity see what is in it', () => {
    const folder = '2 活动/2.1 道德讲堂/第三期 家风';
    const files = { [folder]: ['01：方案.docx', '02：现场.jpg'] };
    const [photo] = photosOf({ files, entries: {}, facts: {} });
    expect(photo).toMatchObject({ see: '指标 2.1 第 1 件', caption: '活动：第三期 家风' });
  });

  test('go by their numbers, and whoever is responsible for one took it', () => {
    const photos = photosOf({ ...LECTURES, codes });
    expect(photos.map(({ code, photographer }) => [code, photographer])).toEqual([
      ['Z109-ZP·2019-Y-0001', undefined],
      ['Z109-ZP·2020-Y-0001', '王一'],
    ]);
  });
});

test('photographs in a Word file are a paper, and so is the picture of one', () => {
  const files = {
    ...FILES,
    '2 活动/2.1 道德讲堂': [
      '01：现场照片.docx',
      '02：活动通知.jpg',
      '03：现场照片.tif',
      '04：宣传短片.docx',
    ],
  };
  const codes = { fonds: 'Z109', template: '{category}-{item}' };
  const [volume] = volumesOf(
    { indicators: indicator('2.1') },
    { files, entries: {}, facts: {}, codes },
  );
  expect(volume?.rows.map(({ code, pages: own }) => [code, own])).toEqual([
    ['WS-0005', undefined],
    ['WS-0006', 1],
    ['ZP-0001', undefined],
    ['WS-0007', undefined],
  ]);
});

describe('volumes', () => {
  test('have codes, too', () => {
    const codes = { fonds: 'Z109', retention: 'Y' } as const;
    expect(volumesOf({ kind: 'volumes' }, { codes }).map(({ code }) => code)).toEqual([
      'Z109-WS-Y-0001',
      'Z109-WS-Y-0002',
      'Z109-WS-Y-0003',
    ]);
  });
});

test('what nobody knows is named', () => {
  const { remarks } = made();
  expect(remarks).toMatchObject({
    files: 7,
    links: 1,
    unpaged: [`${LED}/03：统计表.xlsx`],
    undated: [`${LED}/03：统计表.xlsx`, `${LIT}/02：讲堂录像.mp4`, `${LIT}/03：总结.docx`],
    unlisted: 0,
  });
});

test('files that are in no leaf indicator’s folder are counted', () => {
  const files = { ...FILES, '1 组织领导': ['01：散放.docx'] };
  expect(made({}, { files }).remarks.unlisted).toBe(1);
});

test('only files of which something is not known are opened', () => {
  expect(filesToOpen(archive({ facts: {} }))).toEqual([
    `${LED}/02：2020年工作计划.pdf`,
    `${LED}/03：统计表.xlsx`,
    `${MET}/01：2019年12月会议纪要.docx`,
    `${LIT}/02：讲堂录像.mp4`,
    `${LIT}/03：总结.docx`,
  ]);
});
