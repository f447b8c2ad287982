/** What `ignore` of dangan.yaml leaves out is not judged, not packed, and never unsaid. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { temporaryFolder, writeTree } from '../helpers/archive-on-disk.js';
import { dangan } from '../helpers/cli.js';
import { NOTHING_OWED } from '../helpers/nothing-owed.js';

const LEAF = '档案/1 组织领导/1.1 领导机构';
let root = '';

beforeEach(() => {
  root = temporaryFolder();
  writeTree(root, {
    'dangan.yaml': `ignore: |\n  *.bak\n  /档案/草稿/\n${NOTHING_OWED}`,
    'criteria.yaml': [
      'format: dangan/scoring-system@1',
      'title: 测评标准',
      'owners: { office: 办公室 }',
      'indicators:',
      '  - { code: "1", name: 组织领导, owner: office, children: [{ code: "1.1", name: 领导机构 }] }',
      '',
    ].join('\n'),
    [`${LEAF}/01：通知.docx`]: 'x',
    [`${LEAF}/通知.docx.bak`]: 'x',
    [`${LEAF}/ledger.yaml`]: 'format: dangan/ledger@1\nevidence: {}\n',
    '档案/草稿/dangan.yaml': '',
    '档案/草稿/随便.docx': 'x',
  });
});

test('check finds nothing wrong with it, and tells how much it is', () => {
  const { out, note } = dangan(['check', root, '--rule', 'tree', '--rule', 'name']);
  expect(note).toBe('');
  expect(out).toContain('没有发现问题');
  expect(out).toContain('没有查也不会打包的文件和文件夹：2 个');
});

test('pack leaves it at home, and tells what it is', () => {
  const words = ['pack', root, '--folder', '--allow-errors', '--format', 'json'];
  const { bundle } = JSON.parse(dangan([...words, '-o', join(root, '包')]).out) as {
    bundle: { readonly path: string; readonly ignored: readonly string[] };
  };
  expect(bundle.ignored).toEqual(['档案/草稿', `${LEAF}/通知.docx.bak`]);
  expect(existsSync(join(bundle.path, 'data/1 组织领导/1.1 领导机构/01：通知.docx'))).toBe(true);
  expect(readFileSync(join(bundle.path, 'manifest-sha256.txt'), 'utf8')).not.toContain('bak');
});

test('fix neither moves it nor takes its name', () => {
  writeTree(root, { [`${LEAF}/1：通知.bak`]: 'x', [`${LEAF}/2:计划.docx`]: 'x' });
  expect(dangan(['fix', '--write', root]).code).toBe(0);
  const names = ['1：通知.bak', '02：计划.docx', '通知.docx.bak'];
  expect(names.filter((name) => !existsSync(join(root, LEAF, name)))).toEqual([]);
});
