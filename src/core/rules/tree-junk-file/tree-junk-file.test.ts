import { expect, test } from 'vitest';
import { archiveOf } from '../../../../test/helpers/archive-of.js';
import { treeJunkFile } from './index.js';

const archive = archiveOf(
  { '1 组织领导': ['01：通知.docx', '~$通知.docx'], '__MACOSX/1 组织领导': ['._01：通知.docx'] },
  { system: ['1 组织领导'] },
);

test('a folder that is junk is told as a whole', () => {
  expect([...treeJunkFile.check(archive)].map(({ path }) => path)).toEqual([
    '档案/__MACOSX',
    '档案/1 组织领导/~$通知.docx',
  ]);
});

test('it goes to the trash only when asked twice', () => {
  expect([...(treeJunkFile.mend?.(archive) ?? [])]).toEqual([
    { do: 'trash', path: '档案/__MACOSX', safe: false },
    { do: 'trash', path: '档案/1 组织领导/~$通知.docx', safe: false },
  ]);
});
