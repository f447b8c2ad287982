import { expect, test } from 'vitest';
import { archiveOf } from '../../../../test/helpers/archive-of.js';
import { treeLink } from './index.js';

test('links and shortcuts are told, wherever they are', () => {
  const archive = archiveOf(
    { '1 组织领导': ['01：通知.docx.LNK'] },
    { links: ['别处', '1 组织领导/回去'] },
  );
  expect([...treeLink.check(archive)].map(({ path, messageId }) => [path, messageId])).toEqual([
    ['档案/别处', 'tree-link/link'],
    ['档案/1 组织领导/回去', 'tree-link/link'],
    ['档案/1 组织领导/01：通知.docx.LNK', 'tree-link/shortcut'],
  ]);
});
