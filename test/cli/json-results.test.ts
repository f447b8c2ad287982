/** What `init`, `scaffold` and `add` print for programs follows the schemas that are published. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { expect, test } from 'vitest';
import { smallArchive, temporaryFolder } from '../helpers/archive-on-disk.js';
import { dangan } from '../helpers/cli.js';

/** What is wrong in the output of a command, by its schema. */
function faultsOf(words: readonly string[], cwd: string): unknown {
  const { out } = dangan([...words, '--format', 'json'], { cwd });
  const file = new URL(`../../schemas/${words[0] ?? ''}.schema.json`, import.meta.url);
  const ajv = new Ajv({ allErrors: true });
  ajv.validate(JSON.parse(readFileSync(file, 'utf8')) as object, JSON.parse(out));
  return ajv.errors;
}

test.each([
  ['made', ['init', 'a', '--system', 'yuhang-tax-archive', '--unit', '甲']],
  ['refused', ['init', 'a', '--system', '无', '--unit', '甲']],
])('init, %s', (_, words) => {
  expect(faultsOf(words, temporaryFolder())).toBeNull();
});

test.each([
  ['with a folder renamed', 'changed'],
  ['when the system cannot be read', ''],
])('scaffold, %s', (_, system) => {
  const root = smallArchive();
  const file = join(root, 'criteria.yaml');
  const text = readFileSync(file, 'utf8').replace('领导机构', '领导小组机构');
  writeFileSync(file, system === '' ? '' : text);
  expect(faultsOf(['scaffold'], root)).toBeNull();
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
  expect(faultsOf(['add', inbox, '--to', to], root)).toBeNull();
});
