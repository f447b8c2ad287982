import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ACTIVITY, filedOf, PAPERS } from '../../../test/helpers/filed-of.js';
import { isWithinSpan } from '../dates/span.js';
import { effectiveDate, folderDate } from '../evidence/effective-date.js';
import { parseName } from '../naming/parse.js';
import { foldName } from '../text.js';
import { NO_YEAR, withTellingFolders } from './handed-in.js';

test('where activities are asked for, each quarter keeps its folder and begins at 01', () => {
  const files = [
    '中心组/2025年1季度/签到表.docx',
    '中心组/2025年1季度/IMG_0011.jpg',
    '中心组/2025年2季度/签到表.docx',
    '中心组/2025年2季度/IMG_0011.jpg',
  ];
  expect(filedOf(ACTIVITY, { files })).toEqual([
    '2025年1季度/01：签到表.docx',
    '2025年1季度/02：IMG_0011.jpg',
    '2025年2季度/01：签到表.docx',
    '2025年2季度/02：IMG_0011.jpg',
  ]);
});

test('a folder of the activity that is there already is filed into, and numbered on', () => {
  const there = ['2025年1季度/01：计划.docx', '2025年1季度/03：简报.docx'];
  expect(filedOf(ACTIVITY, { files: ['2025年1季度/签到表.docx'], there })).toEqual([
    '2025年1季度/04：签到表.docx',
  ]);
});

test('levels are kept, but not folders around everything nor those that nobody named', () => {
  const files = [
    '收到/中心组/2025年/1季度/新建文件夹/签到表.docx',
    '收到/中心组/2025年/1季度/照片/IMG_0011.jpg',
    '收到/中心组/2025年/年度计划.docx',
  ];
  expect(filedOf(ACTIVITY, { files })).toEqual([
    '2025年/1季度/01：签到表.docx',
    '2025年/1季度/02：IMG_0011.jpg',
    '2025年/01：年度计划.docx',
  ]);
});

test('names of folders that no system can hold are written as it can', () => {
  expect(filedOf(ACTIVITY, { files: ['2025年1季度: 学习. /签到表.docx'] })).toEqual([
    '2025年1季度： 学习/01：签到表.docx',
  ]);
});

test('elsewhere the month goes into the title, which then is all there is to tell it', () => {
  const files = ['卫生检查/2025年1月/检查记录表.xlsx', '卫生检查/2025年2月/检查记录表.xlsx'];
  expect(filedOf(PAPERS, { files })).toEqual([
    '01：检查记录表（2025年1月）.xlsx',
    '02：检查记录表（2025年2月）.xlsx',
  ]);
});

test('a title that tells the date needs no folder to tell it', () => {
  const files = ['2025年/2025年1月检查记录表.xlsx', '2025年/简报20250312.docx'];
  expect(filedOf(PAPERS, { files })).toEqual([
    '01：2025年1月检查记录表.xlsx',
    '02：简报20250312.docx',
  ]);
});

test('a title that tells the month alone takes the year', () => {
  expect(
    filedOf(PAPERS, { files: ['2025年/3月检查记录表.xlsx', '2025年上半年/5月简报.docx'] }),
  ).toEqual(['01：3月检查记录表（2025年）.xlsx', '02：5月简报（2025年）.docx']);
});

test('papers of one title, and titles that say nothing, take the words of their folders', () => {
  const files = [
    '收到/一科/总结.docx',
    '收到/二科/总结.docx',
    '收到/学雷锋/IMG_0011.jpg',
    '收到/学雷锋/方案.docx',
  ];
  expect(filedOf(PAPERS, { files })).toEqual([
    '01：总结（一科）.docx',
    '02：总结（二科）.docx',
    '03：IMG_0011（学雷锋）.jpg',
    '04：方案.docx',
  ]);
});

const around = (folders: readonly string[], ...below: readonly string[]) =>
  withTellingFolders([{ name: 'a.docx', folders: below }], folders)[0]?.folders;

test('files that are named one by one are of the quarter of the folder around them', () => {
  expect([around(['收到', '2025年1季度']), around(['2025年1季度', '照片'])]).toEqual([
    ['2025年1季度'],
    ['2025年1季度'],
  ]);
});

test('a folder that things are collected in for a year or handed over in tells nothing', () => {
  expect([
    around(['2025年迎检', '收到']),
    around(['5月上报']),
    around([], '报送材料20251120'),
    around([], '人教科报送'),
  ]).toEqual([[], [], [], []]);
});

/** Names as clerks get them. */
const name = fc.oneof(
  fc.constantFrom(
    ...['IMG_20250315_093012.jpg', '微信图片_20240615093012.jpg', 'mmexport1742000000000.jpg'],
    ...['扫描0001.pdf', '签到表.docx', '3月简报.docx', '2025年总结(1).docx', '1季度计划.docx'],
    ...[
      '12月检查表.xlsx',
      '会议纪要20250315.docx',
      '4.计划 最终版.docx',
      '3.15活动.jpg',
      '2024.docx',
    ],
    ...[
      '2023-2024学年第一学期总结.doc',
      '上半年小结（2024年7月2日）.docx',
      '总结（2020）.docx',
      '１１月.docx',
    ],
  ),
  fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
    .map((text) => `${text.replaceAll('/', '')}.a`),
);
const folder = fc.constantFrom(
  ...[
    '2025年1季度',
    '2025年',
    '1季度',
    '3月',
    '2025.03',
    '20250315',
    '中心组2024年第四季度',
    '二〇二五年',
  ],
  ...[
    '照片',
    '新建文件夹',
    '一科',
    '01',
    '2',
    '第二期（补）',
    '２０２５年上半年．',
    '3月15日照片',
    '2025',
    '报送20251120',
  ],
);
const handed = fc.uniqueArray(
  fc
    .tuple(fc.array(folder, { maxLength: 3 }), name)
    .map(([folders, own]) => [...folders, own].join('/')),
  { minLength: 1, maxLength: 12 },
);
const asked = fc.constantFrom(ACTIVITY, PAPERS);

test('no two files get one name, whatever they were called and wherever they were', () => {
  const title = fc.option(fc.constantFrom('专题会议照片', '总结2', 'IMG'), { nil: undefined });
  fc.assert(
    fc.property(asked, handed, title, (wanted, files, given) => {
      const there = ['01：总结.docx', '2025年1季度/01：签到表.docx', '02：专题会议照片1.jpg'];
      const filed = filedOf(wanted, { files, there, ...(given !== undefined && { title: given }) });
      expect(new Set([...there, ...filed].map(foldName)).size).toBe(there.length + files.length);
    }),
  );
});

/** The date that a title and its folders tell; a month without a year is of no year that is. */
function dateAt(folders: readonly string[], own: string) {
  const folderOwn = folderDate(folders, undefined, undefined, NO_YEAR);
  const { title } = parseName(own);
  const { date } = effectiveDate(title, { ledger: undefined, folder: folderOwn, facts: undefined });
  return date;
}

function dateOfPath(path: string) {
  const parts = path.split('/');
  return dateAt(parts.slice(0, -1), parts.at(-1) ?? '');
}

test('every date that could be read before can be read after, or a finer one in it', () => {
  fc.assert(
    fc.property(asked, handed, fc.boolean(), (wanted, files, isTitled) => {
      const sources = files.map((path) => ({ name: '', folders: path.split('/').slice(0, -1) }));
      const telling = withTellingFolders(sources, []);
      const filed = filedOf(wanted, { files, ...(isTitled && { title: '专题会议照片' }) });
      for (const [at, path] of files.entries()) {
        const before = dateAt(telling[at]?.folders ?? [], path.split('/').at(-1) ?? '');
        const after = dateOfPath(filed[at] ?? '');
        if (before) expect(after && isWithinSpan(after, before)).toBe(true);
      }
    }),
  );
});
