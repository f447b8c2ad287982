/** `config show` tells what holds, and where each setting is said. */
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { smallArchive } from '../helpers/archive-on-disk.js';
import { dangan } from '../helpers/cli.js';
import { faultsBy } from '../helpers/published-schemas.js';

const SETTINGS = 'preset: ci\nfailOn: warning\nrules: { name-pattern: info, tree-link: info }\n';

test('an option goes over a variable, that over the file, that over the default', () => {
  const words = ['config', 'show', '--severity', 'tree-link=off', '--format', 'json'];
  const environment = { DANGAN_FAIL_ON: 'info' };
  const { out, code } = dangan(words, { cwd: smallArchive(SETTINGS), environment });
  const document = JSON.parse(out) as {
    settings: { key: string; value: unknown; origin: object }[];
  };
  const of = (key: string) => document.settings.find((each) => each.key === key);
  expect(code).toBe(0);
  expect(of('preset')).toMatchObject({ value: 'ci', origin: { from: 'file', line: 3 } });
  expect(of('failOn')).toMatchObject({
    value: 'info',
    origin: { from: 'environment', name: 'DANGAN_FAIL_ON' },
  });
  expect(of('rules.tree-link')).toMatchObject({ value: 'off', origin: { name: '--severity' } });
  expect(of('rules.name-pattern')).toMatchObject({ value: 'info', origin: { line: 5 } });
  expect(of('naming.digits')).toMatchObject({ value: 2, origin: { from: 'default' } });
  expect(faultsBy('config', document)).toEqual([]);
});

test('with --origin the text has them, too', () => {
  const { out } = dangan(['config', 'show', '--origin'], { cwd: smallArchive(SETTINGS) });
  const { length } = 'catalogue.categories.document  ';
  expect(out).toContain(`\n${'preset'.padEnd(length)}dangan.yaml:3  ci\n`);
  expect(out).toContain(`\n${'naming.digits'.padEnd(length)}默认           2\n`);
});

const LISTS = `contents: { allowed: [pdf, docx, image, video, audio, xlsx, pptx, ofd] }
ignore: ["*.bak", /档案/1 组织领导/1.1 领导机构/临时文件夹/*.tmp, 草稿/]
rules: { own-甲: { title: 题名很长很长的一条本单位自己的规则, count: 1 } }
`;

test('columns stay in line, lists break between items, and no path is broken', () => {
  const archive = smallArchive(LISTS);
  const linesAt = (cwd: string, ...words: string[]) => {
    const environment = { COLUMNS: '72' };
    return dangan(['config', 'show', '--origin', ...words], { cwd, environment }).out.split('\n');
  };
  const lines = linesAt(archive);
  const of = (key: string, count: number) => {
    const at = lines.findIndex((line) => line.startsWith(key));
    return lines.slice(at, at + count);
  };
  const blank = ' '.repeat(46);
  expect(of('contents.allowed', 2)).toEqual([
    'contents.allowed               dangan.yaml:3  pdf, docx, image, video,',
    `${blank}audio, xlsx, pptx, ofd`,
  ]);
  expect(of('ignore', 3)).toEqual([
    'ignore                         dangan.yaml:4',
    '    *.bak, /档案/1 组织领导/1.1 领导机构/临时文件夹/*.tmp, 草稿/',
    'rules.own-甲                   dangan.yaml:5  题名很长很长的一条本单位自',
  ]);
  // From elsewhere, a path that would leave no room is told once.
  const [first, second, third] = linesAt('/', archive);
  expect([first, second]).toEqual([`dangan.yaml 指 ${join(archive, 'dangan.yaml').slice(1)}`, '']);
  expect(third).toBe('unit.name                      dangan.yaml:1  县水利局');
});

test('one setting is printed for a script, of a list each item on a line', () => {
  const cwd = smallArchive(`${LISTS}failOn: info\n`);
  const get = (key: string) => dangan(['config', 'get', key], { cwd }).out;
  expect(['naming.digits', 'failOn', 'window', 'rules.tree-link'].map(get)).toEqual([
    '2\n',
    'info\n',
    '',
    'error\n',
  ]);
  expect(get('contents.allowed').split('\n').slice(0, 2)).toEqual(['pdf', 'docx']);
  const { out } = dangan(['config', 'get', 'failOn', '--format', 'json'], { cwd });
  expect(JSON.parse(out)).toMatchObject({ settings: [{ key: 'failOn', value: 'info' }] });
});

test('a setting that there is not is refused with those that may be meant', () => {
  const cwd = smallArchive();
  const refused = (key: string) => {
    const { code, out, note } = dangan(['config', 'get', key], { cwd });
    return [code, out, note.split('\n')[1]];
  };
  expect(refused('naming.digts')).toEqual([
    2,
    '',
    '  → 是不是想写 naming.digits？全部设置见 `dangan config show`。',
  ]);
  expect(refused('naming')[2]).toBe('  → 有的是 naming.digits、naming.separator、naming.year。');
  expect(refused('separator')[2]).toBe('  → 有的是 naming.separator。');
});
