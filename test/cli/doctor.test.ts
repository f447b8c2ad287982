import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { smallArchive, temporaryFolder, treeOf, writeTree } from '../helpers/archive-on-disk.js';
import { dangan } from '../helpers/cli.js';
import { faultsBy } from '../helpers/published-schemas.js';

interface Doctor {
  readonly git: string | null;
  readonly soffice: string | null;
  readonly language: object;
  readonly variables: Readonly<Record<string, string>>;
  readonly disk: { readonly longestName: { readonly ascii: number } | null };
  readonly archive: object | null;
}

function seen(cwd: string, environment: Record<string, string> = {}): Doctor {
  const { code, out, note } = dangan(['doctor', '--format', 'json'], { cwd, environment });
  expect([code, note]).toEqual([0, '']);
  const document = JSON.parse(out) as Doctor;
  expect(faultsBy('doctor', document)).toEqual([]);
  return document;
}

test('an archive is told in numbers, and nothing is written', () => {
  const root = smallArchive();
  writeTree(root, { '档案/2 志愿服务/01：秘密计划.docx': '', '.dangan/cache/facts': '12345' });
  const before = treeOf(root);
  const { archive } = seen(root);
  expect(archive).toMatchObject({
    root,
    problem: null,
    facts: {
      leaves: 3,
      folders: 5,
      files: 1,
      deepest: 3,
      longestPath: '档案/2 志愿服务/01：秘密计划.docx'.length,
      tooLongForWindows: 0,
      journal: { entries: 0, unfinished: 0 },
      cache: { files: 1, bytes: 5 },
      schemas: { other: 0 },
    },
  });
  expect(JSON.stringify(archive)).not.toContain('秘密');
  expect(treeOf(root)).toEqual(before);
});

test('outside any archive, and with one that cannot be read, it tells that and does not fail', () => {
  expect(seen(temporaryFolder()).archive).toBeNull();
  const root = smallArchive();
  writeFileSync(join(root, 'criteria.yaml'), 'indicators: [');
  expect(seen(root).archive).toMatchObject({ problem: expect.any(String) as string, facts: null });
});

test('what has decided the language is named, and programs that are not there are null', () => {
  const alone = {
    PATH: '',
    DANGAN_LANG: '',
    LANG: 'en_US.UTF-8',
    DANGAN_SOFFICE: '/nowhere/soffice',
  };
  const { language, variables, git, soffice } = seen(temporaryFolder(), alone);
  expect(language).toEqual({ chosen: 'en', from: 'LANG' });
  expect(variables).toEqual({ LANG: 'en_US.UTF-8' });
  expect([git, soffice]).toEqual([null, null]);
});

test('the home folder, which has the user’s name, is ~', () => {
  const home = temporaryFolder();
  writeTree(join(home, '档案'), { 'dangan.yaml': 'system: criteria.yaml\n' });
  expect(seen(join(home, '档案'), { HOME: home }).archive).toMatchObject({ root: '~/档案' });
});

test('for a person every line has its words', () => {
  const root = smallArchive();
  const { out } = dangan(['doctor'], { cwd: root });
  expect(out).toContain('末级指标 3 项');
  expect(out).toMatch(/最长名称 +字母 \d+ 个，或汉字 \d+ 个/);
  expect(out).not.toMatch(/undefined|null/);
});
