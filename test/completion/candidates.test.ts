/** What `dangan complete` answers; the scripts of the shells put it into the line. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { smallArchive, temporaryFolder } from '../helpers/archive-on-disk.js';
import { dangan } from '../helpers/cli.js';

const SYSTEM = `format: dangan/scoring-system@1
title: 测评标准
owners: { office: 办公室, party: 机关党委 }
indicators:
  - code: （一）
    name: 组织领导
    owner: [office, party]
    children:
      - { code: "1", name: 领导机构 }
      - { code: "2", name: 工作制度 }
  - code: （二）
    name: 志愿服务
    children: [{ code: "1", name: 志愿者 }]
`;

function archive(): string {
  const root = smallArchive();
  writeFileSync(join(root, 'criteria.yaml'), SYSTEM);
  return root;
}

/** The answer to a line of words, the last of them being typed. */
const complete = (words: string[], cwd: string, shell = 'zsh') =>
  dangan(['complete', shell, '--', ...words], { cwd })
    .out.split('\n')
    .slice(0, -1);

const wordsOf = (lines: readonly string[]) =>
  lines.slice(1).map((line) => line.slice(0, line.indexOf('\t')));

test('commands come in the order of the loop, each with what it does; hidden ones do not', () => {
  const lines = complete([''], temporaryFolder());
  expect(lines.slice(0, 3)).toEqual([
    'none',
    expect.stringMatching(/^validate\t/),
    expect.stringMatching(/^check\t/),
  ]);
  expect(wordsOf(lines)).not.toContain('complete');
});

test('an option that is typed already is not offered again, one with a value is', () => {
  const words = wordsOf(complete(['check', '--all', '--rule', 'name', '--'], temporaryFolder()));
  expect(words).toContain('--rule');
  expect(words).toContain('--no-color');
  expect(words).not.toContain('--all');
});

describe('in an archive', () => {
  test('an indicator is its code, or its path of codes where others have that, too', () => {
    expect(complete(['add', '--to', ''], archive())).toEqual([
      'none',
      '（一）\t组织领导',
      '（一）/1\t领导机构',
      '2\t工作制度',
      '（二）\t志愿服务',
      '（二）/1\t志愿者',
    ]);
  });

  test.each([
    ['of half width', '(一', '（一）/1'],
    ['of a name', '志愿', '志愿服务'],
    ['of a path of codes', '（一）/', '（一）/2'],
  ])('the beginning %s will do', (_, typed, found) => {
    expect(wordsOf(complete(['status', '--indicator', typed], archive()))).toContain(found);
  });

  test('a department is its name', () => {
    const lines = complete(['status', '--owner', ''], archive());
    expect(lines).toEqual(['none', '办公室\toffice', '机关党委\tparty']);
  });

  test('the archive that the line names goes before the one around', () => {
    const words = ['score', 'set', '--archive', archive(), '（'];
    expect(complete(words, temporaryFolder())).toHaveLength(5);
  });
});

test('outside any archive, and with a scoring system that cannot be read, there is nothing to choose', () => {
  const broken = archive();
  writeFileSync(join(broken, 'criteria.yaml'), 'indicators: [');
  for (const cwd of [temporaryFolder(), broken]) {
    expect(complete(['status', '--owner', ''], cwd)).toEqual(['none']);
    expect(complete(['undo', ''], cwd)).toEqual(['folders']);
  }
});

test.each([
  [['init', '--system', 'yu'], 'files', ['yuhang-tax-archive']],
  [['explain', 'bundle-re'], 'none', ['bundle-refused']],
  [['check', '--rule', 'name-sequence-g'], 'none', ['name-sequence-gap']],
  [['help', 'ident'], 'none', ['identify']],
  [['ledger', 'set', 'a.docx', 'iss'], 'files open', ['issuer=']],
  [['check', '--report=te'], 'none after open', ['--report=text=']],
  [['check', '--report=json='], 'files after', []],
  [['score', 'set', '1', '8', '--rule', ''], 'none', []],
  [['check', '--', '--for'], 'files', []],
  [['rules', '--lang', ''], 'none', ['zh-CN', 'en']],
])('%j', (words, head, found) => {
  const [first, ...rest] = complete(words, temporaryFolder());
  expect(first).toBe(head);
  expect(rest.map((line) => line.split('\t')[0])).toEqual(expect.arrayContaining(found));
  expect(rest.length > 0).toBe(found.length > 0);
});

describe('bash', () => {
  const bash = (line: string, type: string) =>
    complete([line, ` \t\n"'><=;|&(:`, type], archive(), 'bash').slice(1);

  test('gets what is behind the last sign that breaks words for it', () => {
    expect(bash('dangan check --fail-on=w', '9')).toEqual(['warning']);
  });

  test('lists codes with their names, and puts them into the line without', () => {
    expect(bash('dangan add --to （二）', '63')).toEqual([
      '（二）  (志愿服务)',
      '（二）/1  (志愿者)',
    ]);
    expect(bash('dangan add --to （二）', '9')).toEqual(['（二）', '（二）/1']);
  });
});

test('PowerShell gets the word as it is put into the line, as it is listed, and what it is about', () => {
  const [, line] = complete(['status', '--owner', '""'], archive(), 'powershell');
  expect(line).toBe('办公室\t办公室\toffice');
});

test.each(['bash', 'zsh', 'fish', 'powershell'])(
  'the script for %s is ASCII, whatever reads it',
  (shell) => {
    expect(dangan(['completion', shell]).out).toMatch(/^[\n -~]+\n$/);
  },
);
