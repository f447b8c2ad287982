/** What a check finds does not depend on the order in which a disk lists names. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { matchFolders } from '../../src/core/archive/match.js';
import { eachExpected } from '../../src/core/archive/layout.js';
import { eachFolder, type Archive, type Folder } from '../../src/core/archive/types.js';
import { ARCHIVE_RULES } from '../../src/core/rules/index.js';
import { runArchiveRules } from '../../src/core/rules/run.js';
import { archiveOf } from '../helpers/archive-of.js';

const folder = fc.constantFrom(
  '1 组织领导',
  '1组织领导',
  '组织领导',
  '2 组织领导',
  '1.1 领导机构',
  '1.2 领导机构',
  '1.1 工作制度',
  '其他',
  '__MACOSX',
);
const file = fc.constantFrom(
  '01：通知.docx',
  '02：通知.docx',
  '1.通知.docx',
  'Thumbs.db',
  'a.lnk',
  'CON',
);
const path = fc.array(folder, { minLength: 1, maxLength: 3 }).map((names) => names.join('/'));
const archive = fc
  .record({
    there: fc.dictionary(path, fc.uniqueArray(file), { maxKeys: 8 }),
    system: fc.uniqueArray(path, { maxLength: 6 }),
  })
  .map(({ there, system }) => archiveOf(there, { system }));

/** The same archive with everything listed the other way round. */
function reversed(given: Archive): Archive {
  const turn = (each: Folder): Folder => ({
    ...each,
    folders: each.folders.map(turn).reverse(),
    files: each.files.toReversed(),
    oddities: each.oddities.toReversed(),
  });
  return { ...given, root: turn(given.root) };
}

test('the folders are matched the same in any order', () => {
  const pairs = (given: Archive) =>
    [...matchFolders(given).byExpected.values()]
      .map((each) => `${each.expected.path} ${each.folder.path} ${each.how}`)
      .sort();
  fc.assert(
    fc.property(archive, (given) => {
      expect(pairs(reversed(given))).toEqual(pairs(given));
    }),
    { numRuns: 500 },
  );
});

test('the findings of the tree are the same in any order', () => {
  const rules = ARCHIVE_RULES.filter(({ id }) => id.startsWith('tree-'));
  fc.assert(
    fc.property(archive, (given) => {
      expect(runArchiveRules(reversed(given), rules)).toEqual(runArchiveRules(given, rules));
    }),
    { numRuns: 500 },
  );
});

test('every expected folder is matched, or missing with one above it', () => {
  fc.assert(
    fc.property(archive, (given) => {
      const { byExpected, missing } = matchFolders(given);
      const absent = new Set(missing.flatMap((each) => [each, ...eachExpected(each.children)]));
      for (const each of eachExpected(given.expected)) {
        expect(byExpected.has(each) || absent.has(each)).toBe(true);
      }
    }),
    { numRuns: 300 },
  );
});

test('no folder stands for two', () => {
  fc.assert(
    fc.property(archive, (given) => {
      const { byExpected, byFolder } = matchFolders(given);
      expect(byFolder.size).toBe(byExpected.size);
      const folders = new Set(eachFolder(given.root));
      for (const each of byFolder.keys()) expect(folders.has(each)).toBe(true);
    }),
    { numRuns: 300 },
  );
});
