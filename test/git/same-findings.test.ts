/** The same tree comes to the same findings on the disk, in the index and in a commit. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { SMALL_SYSTEM } from '../helpers/archive-on-disk.js';
import { check } from '../helpers/check-in-git.js';
import { repoWith } from '../helpers/repository.js';

const folder = fc.constantFrom(
  '档案',
  '档案/1 组织领导',
  '档案/1 组织领导/1.1 领导机构',
  '档案/1 组织领导/1.2 工作制度',
  '档案/2 志愿服务/2020年活动',
  '档案/3 多出来的',
);
const name = fc.oneof(
  fc.constantFrom(
    '01：通知.docx',
    '01:通知.docx',
    '3：总结.pdf',
    'IMG_1.jpg',
    '~$通知.docx',
    'CON',
  ),
  fc.constantFrom(
    'caf\u00e9.txt',
    'cafe\u0301.txt',
    '02：计划.DOCX',
    'ledger.yaml',
    '.gitkeep',
    '05：a\\b.txt',
  ),
  fc
    .string({ minLength: 1, maxLength: 8, unit: 'grapheme' })
    .filter((text) => !/[/\0]|^\.{1,2}$|^\.git/i.test(text)),
);
const content = fc.constantFrom('', '内容', '同样的内容', '%PDF-1.4\n', 'PK\x03\x04', '{');
const tree = fc.dictionary(
  fc.tuple(folder, name).map(([place, own]) => `${place}/${own}`),
  content,
  { maxKeys: 8 },
);

const files = {
  'dangan.yaml': 'unit: { name: 县水利局 }\nsystem: criteria.yaml\n',
  'criteria.yaml': SMALL_SYSTEM,
};

test('what is found does not depend on where the archive is read from', async () => {
  await fc.assert(
    fc.asyncProperty(tree, async (own) => {
      const repo = repoWith({ ...own, ...files });
      const disk = (await check(repo.root, [])).told.findings;
      expect((await check(repo.root, ['--ref', 'HEAD'])).told.findings).toEqual(disk);
      rmSync(join(repo.root, '.git/refs/heads/main'));
      // Without a commit everything is new.
      expect((await check(repo.root, ['--staged'])).told.findings).toEqual(disk);
    }),
    { numRuns: 12, seed: 6 },
  );
}, 120_000);
