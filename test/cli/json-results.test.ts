/** What `init`, `scaffold` and `add` print for programs follows the schemas that are published. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { smallArchive, temporaryFolder } from '../helpers/archive-on-disk.js';
import { dangan } from '../helpers/cli.js';
import { faultsBy } from '../helpers/published-schemas.js';

/** What is wrong in the output of a command, by its schema. */
function faultsOf(words: readonly string[], cwd: string): unknown {
  const { out } = dangan([...words, '--format', 'json'], { cwd });
  return faultsBy(words[0] ?? '', JSON.parse(out));
}

test.each([
  ['made', ['init', 'a', '--system', 'yuhang-tax-archive', '--unit', '甲']],
  ['refused', ['init', 'a', '--system', '无', '--unit', '甲']],
])('init, %s', (_, words) => {
  expect(faultsOf(words, temporaryFolder())).toEqual([]);
});

test('init, of an archive that is there', () => {
  expect(faultsOf(['init', '--ci', 'github', '--ci', 'gitee'], smallArchive())).toEqual([]);
});

test.each([[[]], [['--write']], [['--take', 'theirs', '--write']]])('merge %j', (words) => {
  const root = smallArchive();
  const folder = join(root, '档案/2 志愿服务');
  const row = (name: string, day: number) => `  - file: ${name}\n    date: 2020-01-0${day}\n`;
  const conflict = `<<<<<<< a\n${row('01：甲.txt', 1)}=======\n${row('01：甲.txt', 2)}${row('01：乙.txt', 3)}>>>>>>> b\n`;
  writeFileSync(join(folder, 'ledger.yaml'), `entries:\n${conflict}`);
  for (const name of ['01：甲.txt', '01：乙.txt']) writeFileSync(join(folder, name), name);
  expect(faultsOf(['merge', ...words], root)).toEqual([]);
});

test.each([
  ['with a folder renamed', 'changed'],
  ['when the system cannot be read', ''],
])('scaffold, %s', (_, system) => {
  const root = smallArchive();
  const file = join(root, 'criteria.yaml');
  const text = readFileSync(file, 'utf8').replace('领导机构', '领导小组机构');
  writeFileSync(file, system === '' ? '' : text);
  expect(faultsOf(['scaffold'], root)).toEqual([]);
});

test.each([
  ['filed', '1.1'],
  ['refused', '9'],
])('add, %s', (_, to) => {
  const root = smallArchive();
  const inbox = temporaryFolder();
  for (const name of ['计划.docx', '计划(1).docx', 'Thumbs.db'])
    writeFileSync(join(inbox, name), '甲');
  writeFileSync(join(inbox, '空.docx'), '');
  expect(faultsOf(['add', inbox, '--to', to], root)).toEqual([]);
});

test.each([
  'validate no.yaml',
  'check no',
  'score no',
  'fix no',
  'undo',
  'log no',
  'init a --system no',
  'scaffold no',
  'add no --to 1',
  'move no --trash',
  'merge no',
  'pack no',
  'verify no.zip',
  'diff no no',
  'unpack no.zip --to a',
  'ledger import no',
  'ledger export no/no.xlsx',
  'catalogue no -o a.csv',
  'notice no -o a.csv',
  'boxes no',
  'rules --no',
  'explain no',
  'chekc',
  'help chekc',
])('%s that cannot go on says why in one form', (words) => {
  const { code, out } = dangan([...words.split(' '), '--format', 'json'], {
    cwd: temporaryFolder(),
  });
  expect([code, faultsBy('error', JSON.parse(out))]).toEqual([2, []]);
});

test('rules', () => {
  expect(faultsOf(['rules'], temporaryFolder())).toEqual([]);
});

test('unpack, when it has unpacked', () => {
  const root = smallArchive();
  dangan(['pack', '--allow-errors', '-o', 'bundle.zip'], { cwd: root });
  expect(faultsOf(['unpack', 'bundle.zip', '--to', 'out'], root)).toEqual([]);
});
