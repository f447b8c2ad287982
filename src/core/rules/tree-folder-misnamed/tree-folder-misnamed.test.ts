import { expect, test } from 'vitest';
import { archiveOf } from '../../../../test/helpers/archive-of.js';
import { treeFolderMisnamed } from './index.js';

type Folders = Record<string, string[]>;
const archive = (folders: Folders, system: string[]) => archiveOf(folders, { system });
const renames = (folders: Folders, system: string[]) =>
  [...(treeFolderMisnamed.mend?.(archive(folders, system)) ?? [])].map(
    (mend) => mend.do === 'move' && [mend.from, mend.to, mend.safe],
  );

test('a folder of a misnamed folder is renamed where that is now', () => {
  expect(renames({ '1组织领导/1.1领导机构': [] }, ['1 组织领导/1.1 领导机构'])).toEqual([
    ['档案/1组织领导', '档案/1 组织领导', true],
    ['档案/1组织领导/1.1领导机构', '档案/1组织领导/1.1 领导机构', true],
  ]);
});

test('swapped codes are two renames', () => {
  const folders = { '1.1 甲项工作': ['01：通知.docx'], '1.2 乙项工作': ['01：通知.docx'] };
  expect(renames(folders, ['1.1 乙项工作', '1.2 甲项工作'])).toEqual([
    ['档案/1.1 甲项工作', '档案/1.2 甲项工作', true],
    ['档案/1.2 乙项工作', '档案/1.1 乙项工作', true],
  ]);
});

test('the evidence of an indicator that may be no more is not moved without a look', () => {
  const folders = { '1.2 志愿服务': ['01：方案.docx'] };
  expect(renames(folders, ['1.2 诚信建设'])).toEqual([
    ['档案/1.2 志愿服务', '档案/1.2 诚信建设', false],
  ]);
  const [seen] = treeFolderMisnamed.check(archive(folders, ['1.2 诚信建设']));
  expect(seen).toMatchObject({ messageId: 'tree-folder-misnamed/doubtful', fix: 'unsafe' });
});

test('a name in decomposed form, as macOS may give it, is that name', () => {
  expect(renames({ ['1 Café'.normalize('NFD')]: [] }, ['1 Café'])).toEqual([]);
});

test('a name in another case is not', () => {
  expect(renames({ '1 ABC': [] }, ['1 Abc'])).toEqual([['档案/1 ABC', '档案/1 Abc', true]]);
});
