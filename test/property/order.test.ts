/** Where names are in order, a closer look finds nothing: rules find the same whether a folder is known to be or not. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DEFAULT_SETTINGS } from '../../src/core/archive/settings.js';
import type { Archive, Folder } from '../../src/core/archive/types.js';
import { judgesNames } from '../../src/core/rules/named.js';
import { ARCHIVE_RULES } from '../../src/core/rules/index.js';
import { runArchiveRules } from '../../src/core/rules/run.js';
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

function found(archive: Archive) {
  return runArchiveRules(archive, RULES);
}

/** The same folder, of which nothing is known beforehand. */
function unknown(folder: Folder): Folder {
  return { ...folder, order: undefined, folders: folder.folders.map(unknown) };
}
