import { expect, test } from 'vitest';
import { archiveOf } from '../../../../test/helpers/archive-of.js';
import { treeFileMisplaced } from './index.js';

const system = ['1 组织领导/1.1 领导机构'];
const found = (folders: Record<string, string[]>) =>
  [...treeFileMisplaced.check(archiveOf(folders, { system }))].map(({ path, messageId }) => [
    path,
    messageId.slice('tree-file-misplaced/'.length),
  ]);

test('a file in a group’s folder, or in none, is out of place', () => {
  expect(found({ '': ['总结.docx'], '1 组织领导': ['简报.docx'] })).toEqual([
    ['档案/总结.docx', 'file'],
    ['档案/1 组织领导/简报.docx', 'file'],
  ]);
});

test('its title may say where it belongs', () => {
  expect(found({ '1 组织领导': ['关于成立领导小组的正式文件.docx'] })).toEqual([
    ['档案/1 组织领导/关于成立领导小组的正式文件.docx', 'proposal'],
  ]);
});

test('files in a leaf indicator’s folder and in folders inside it are in place', () => {
  expect(found({ '1 组织领导/1.1 领导机构/2020年春节': ['简报.docx'] })).toEqual([]);
});

test('what is left behind by programs is another rule’s', () => {
  expect(found({ '1 组织领导': ['Thumbs.db', 'ledger.yaml'] })).toEqual([]);
});

test('beside the year folders of a leaf indicator the years are named', () => {
  const years = { years: 'leaf', template: '{code} {name}', rootLength: 60 } as const;
  const window = { from: '2018-01-01', to: '2019-12-31' };
  const archive = archiveOf(
    { '1.1 领导机构': ['01：通知.docx'] },
    { settings: { folders: years, window } },
  );
  expect([...treeFileMisplaced.check(archive)]).toMatchObject([
    { messageId: 'tree-file-misplaced/year', data: { years: ['2018年', '2019年'] } },
  ]);
});
