/** What an editor does with the files that dangan writes: it finds their schema beside the archive, and judges by it. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative, sep } from 'node:path';
import { Ajv } from 'ajv';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { smallArchive, temporaryFolder, writeTree } from './helpers/archive-on-disk.js';
import { dangan } from './helpers/cli.js';

/** By path, each YAML file's schema as its first line tells it, and what that schema has against the file. */
function judgedByEditor(
  root: string,
): Readonly<Record<string, readonly [string, readonly unknown[]]>> {
  const paths = readdirSync(root, { recursive: true, encoding: 'utf8' });
  const files = paths.filter((path) => path.endsWith('.yaml') && !path.startsWith('.dangan'));
  return Object.fromEntries(
    files.sort().map((path) => {
      const text = readFileSync(join(root, path), 'utf8');
      const line = /^# yaml-language-server: \$schema=(\S+)\n/.exec(text)?.[1] ?? 'none';
      const schema = join(dirname(join(root, path)), line);
      const ajv = new Ajv({ strict: false });
      const judge = ajv.compile(JSON.parse(readFileSync(schema, 'utf8')) as object);
      judge(parse(text) ?? null);
      const shown = [relative(root, schema), path].map((each) => each.split(sep).join('/'));
      return [shown[1] ?? '', [shown[0] ?? '', judge.errors ?? []]];
    }),
  );
}

/** A new archive of a built-in example. */
function archiveOf(example: string, ...words: readonly string[]): string {
  const root = join(temporaryFolder(), '档案');
  const { code } = dangan(['init', root, '--system', example, '--unit', '县水利局', ...words]);
  expect(code).toBe(0);
  return root;
}

const ledgerSet = (root: string, file: string) =>
  dangan(['ledger', 'set', file, 'date=2020-03-01'], { cwd: root });

test('an editor finds a schema for every file, also deep in the archive, and has nothing against any', () => {
  const root = archiveOf('cadre-file-audit', '--filled');
  const filled = judgedByEditor(root);
  expect(Object.keys(filled)).toEqual(
    expect.arrayContaining(['criteria.yaml', 'dangan.yaml', 'scores.yaml']),
  );
  const names = Object.entries(filled).map(([path, [schema]]) => [basename(path), schema]);
  expect(Object.fromEntries(names)).toEqual({
    'criteria.yaml': 'schemas/scoring-system.schema.json',
    'dangan.yaml': 'schemas/settings.schema.json',
    'ledger.yaml': 'schemas/ledger.schema.json',
    'scores.yaml': 'schemas/scores.schema.json',
  });
  expect(Object.values(filled).flatMap(([, errors]) => errors)).toEqual([]);
});

test('so it is with a system that builds on another, with ledgers and scores that commands begin', () => {
  const root = archiveOf('quarterly-dynamic-2020-unit');
  const [folder = ''] = readdirSync(join(root, '档案'));
  writeTree(join(root, '档案', folder), { '01：计划.docx': '', '照片/01：会场.jpg': '' });
  const by = ['--by', '张三', '--why', '现场核查', '--write'];
  dangan(['score', 'set', '2', '15', ...by], { cwd: root });
  for (const file of ['01：计划.docx', '照片/01：会场.jpg']) {
    expect(ledgerSet(root, join('档案', folder, file)).code).toBe(0);
  }
  const [system, ledger] = ['scoring-system', 'ledger'].map((name) => [
    `schemas/${name}.schema.json`,
    [],
  ]);
  expect(judgedByEditor(root)).toEqual({
    'criteria/quarterly-dynamic-2020-unit/criteria.yaml': system,
    'criteria/quarterly-dynamic-2020/criteria.yaml': system,
    'dangan.yaml': ['schemas/settings.schema.json', []],
    'scores.yaml': ['schemas/scores.schema.json', []],
    [`档案/${folder}/ledger.yaml`]: ledger,
    [`档案/${folder}/照片/ledger.yaml`]: ledger,
  });
});

test('so it is with what is let pass', () => {
  const root = archiveOf('yuhang-tax-archive');
  const why = [
    '--reason',
    '已报备',
    '--owner',
    '办公室',
    '--indicator',
    '一/1',
    '--until',
    '2099-12-31',
  ];
  dangan(['waive', 'coverage-no-evidence', ...why, '--write'], { cwd: root });
  dangan(['baseline', 'create', '--write'], { cwd: root });
  expect(judgedByEditor(root)).toMatchObject({
    'baseline.yaml': ['schemas/baseline.schema.json', []],
    'waivers.yaml': ['schemas/waivers.schema.json', []],
  });
});

test('an editor sees the word that is mistyped', () => {
  const root = archiveOf('yuhang-tax-archive');
  const path = join(root, 'dangan.yaml');
  writeFileSync(path, readFileSync(path, 'utf8').replace('\nsystem:', '\nsytem:'));
  expect(judgedByEditor(root)['dangan.yaml']?.[1]).toMatchObject([
    { params: { additionalProperty: 'sytem' } },
  ]);
});

test('scaffold brings schemas that are missing or of another version, and undo takes that back', () => {
  const root = smallArchive();
  const schemas = () => {
    const { out } = dangan(['scaffold', '--format', 'json'], { cwd: root });
    return (JSON.parse(out) as { schemas: string[] }).schemas;
  };
  expect(schemas()).toContain('schemas/scores.schema.json');
  expect(schemas()).toEqual([]);
  const path = join(root, 'schemas/ledger.schema.json');
  const text = readFileSync(path, 'utf8');
  writeFileSync(path, text.replaceAll('\n', '\r\n'));
  expect(schemas()).toEqual([]);
  writeFileSync(path, '{}');
  expect(schemas()).toEqual(['schemas/ledger.schema.json']);
  expect(readFileSync(path, 'utf8')).toBe(text);
  expect(dangan(['undo'], { cwd: root }).code).toBe(0);
  expect(readFileSync(path, 'utf8')).toBe('{}');
});
