/** Where names are in order, a closer look finds nothing: rules find the same whether a folder is known to be or not. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DEFAULT_SETTINGS } from '../../src/core/archive/settings.js';
import type { Archive, Folder } from '../../src/core/archive/types.js';
import { copyMarks } from '../../src/core/naming/copy-marks.js';
import { isJunk } from '../../src/core/naming/junk.js';
import { orderOf } from '../../src/core/naming/order.js';
import { isVague } from '../../src/core/naming/vague-title.js';
import { judgesNames } from '../../src/core/rules/named.js';
import { ARCHIVE_RULES } from '../../src/core/rules/index.js';
import { runArchiveRules } from '../../src/core/rules/run.js';
import { foldName } from '../../src/core/text.js';
import { archiveOf } from '../helpers/archive-of.js';

const RULES = ARCHIVE_RULES.filter(({ id }) => judgesNames(id));

/** Mostly ordinary names, and now and then one that something is to be said of. */
const title = fc.oneof(
  { weight: 40, arbitrary: fc.constantFrom('工作方案', '会议纪要', '活动照片', '“四心”质量环') },
  { weight: 12, arbitrary: fc.stringMatching(/^[\u4e00-\u9fffA-Za-z0-9 _、—《》（）-]{1,8}$/) },
  { weight: 2, arbitrary: fc.constantFrom('新建文档', 'IMG_0001', '方案 - 副本', '20240501') },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 6 }) },
);
const ending = fc.oneof(
  { weight: 20, arbitrary: fc.constantFrom('.docx', '.pdf', '.JPG', '.mp4') },
  { weight: 1, arbitrary: fc.constantFrom('.tar.gz', '.lnk', '.tmp', '') },
);
const names = fc
  .record({
    digits: fc.constantFrom(2, 2, 2, 3),
    colon: fc.constantFrom('：', '：', '：', ':'),
    files: fc.array(fc.tuple(title, ending), { minLength: 1, maxLength: 5 }),
    numbered: fc.constantFrom(true, true, true, false),
    others: fc.constantFrom(
      [],
      [],
      [],
      ['CON.txt'],
      ['Thumbs.db'],
      ['说明.txt'],
      ['05：总结.docx'],
    ),
  })
  .map(({ digits, colon, files, numbered, others }) => [
    ...files.map(([text, end], at) => {
      const ordinal = String(at + 1).padStart(digits, '0');
      return `${ordinal}${colon}${text}${numbered ? at : ''}${end}`.replaceAll('/', '');
    }),
    ...others,
  ]);
const naming = fc.record({
  digits: fc.constantFrom(2 as const, 3 as const),
  separator: fc.constantFrom('fullwidth' as const, 'ascii' as const),
  year: fc.constantFrom('none' as const, 'none' as const, 'required' as const),
});

test('rules about names find the same where order is known and where it is not', () => {
  let inOrder = 0;
  fc.assert(
    fc.property(names, fc.array(names, { maxLength: 2 }), naming, (own, below, naming) => {
      const folders = Object.fromEntries([
        ['A1', own],
        ...below.map((each, at) => [`A1/0${at + 1}：活动`, each] as const),
      ]);
      const settings = { ...DEFAULT_SETTINGS, naming };
      const archive = archiveOf(folders, { system: ['A1'], settings });
      if (archive.root.folders.some(({ order }) => order)) inOrder += 1;
      const closer = { ...archive, root: unknown(archive.root) };
      expect(found(archive)).toEqual(found(closer));
    }),
    { numRuns: 2000, seed: 20_261_123 },
  );
  // Else it has shown nothing.
  expect(inOrder).toBeGreaterThan(200);
});

const PLAIN =
  /^\d\d：(?<title>[-\w、—“”《》（）\u3400-\u9fff][-\w 、—“”《》（）\u3400-\u9fff]*)\.[A-Za-z][A-Za-z\d]{0,9}$/;

/** What vague titles and marks of copying are made of, and ordinary ones. */
const part = fc.oneof(
  fc.constantFrom(
    '方案',
    '会议',
    '第一',
    '新闻',
    '文明',
    '工作',
    '照 片',
    '照片',
    '图',
    '微信',
    '扫描',
    '附',
    '件',
  ),
  fc.constantFrom(
    '新建',
    '文档',
    '文件',
    '副本',
    '最终版',
    '稿',
    '改',
    '正式',
    '复件',
    '锟',
    '锟斤拷',
  ),
  fc.constantFrom(
    'IMG',
    'Copy',
    'final',
    'v',
    'abcdef',
    'A',
    '0123456789',
    '2',
    '2020',
    '年',
    '月',
  ),
  fc.constantFrom(' ', '_', '-', '（', '）', '“', '、'),
);
const plainName = fc
  .tuple(
    fc.array(part, { minLength: 1, maxLength: 4 }),
    fc.constantFrom('docx', 'JPG', 'tmp', 'Part', 'lnk', 'td', 'mp4', 'tmpx', 'TEMP'),
  )
  .map(([parts, extension]) => `${parts.join('')}.${extension}`);

test('names that are looked at all at once are in order where each of them is', () => {
  let inOrder = 0;
  fc.assert(
    fc.property(fc.array(plainName, { minLength: 1, maxLength: 3 }), (endings) => {
      const names = endings.map((ending, at) => `0${at + 1}：${ending}`);
      const titles = names.map(titleInOrder);
      const areApart = new Set(titles).size === titles.length;
      const expected = areApart && !titles.includes(undefined);
      if (expected) inOrder += 1;
      expect(orderOf(names) !== undefined).toBe(expected);
    }),
    { numRuns: 20_000, seed: 20_261_123 },
  );
  expect(inOrder).toBeGreaterThan(2000);
});

/** As names are compared, of a name of which nothing is to be said. */
function titleInOrder(name: string): string | undefined {
  const title = PLAIN.exec(name)?.groups?.['title'];
  if (title === undefined || title.includes('锟') || isVague(title) || copyMarks(title))
    return undefined;
  return isJunk(name) || /\.lnk$/i.test(name) ? undefined : foldName(title);
}

function found(archive: Archive) {
  return runArchiveRules(archive, RULES);
}

/** The same folder, of which nothing is known beforehand. */
function unknown(folder: Folder): Folder {
  return { ...folder, order: undefined, folders: folder.folders.map(unknown) };
}
