/** `check --report`: which reports are asked for, and where they go. */
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../helpers/archive-on-disk.js';
import { dangan } from '../helpers/cli.js';
import { faultsBy, schemaOf } from '../helpers/published-schemas.js';

const messy = fileURLToPath(new URL('../fixtures/check/messy/archive', import.meta.url));

/** A copy of the messy archive of the scenarios. */
function messyArchive(): string {
  const root = temporaryFolder();
  cpSync(messy, root, { recursive: true });
  return root;
}

test('one run writes every report that is asked for, and shows one', () => {
  const root = messyArchive();
  const words = ['--report', 'junit=a.xml', '--report', 'gitlab=b.json', '--report', 'checkstyle'];
  const { out, code } = dangan(['check', ...words], { cwd: root });
  expect(code).toBe(1);
  expect(out).toMatch(/^<\?xml .*\n<checkstyle /);
  expect(readFileSync(join(root, 'a.xml'), 'utf8')).toContain('<testsuites name="dangan check"');
  expect(JSON.parse(readFileSync(join(root, 'b.json'), 'utf8'))).toHaveLength(17);
});

test('a minus for a file is stdout', () => {
  const root = messyArchive();
  const asked = (...words: string[]) => dangan(['check', ...words], { cwd: root }).out;
  expect(asked('--report', 'json=-')).toBe(asked('--format', 'json'));
  expect(existsSync(join(root, '-'))).toBe(false);
});

test.each([
  [['--format', 'text', '--report', 'json'], '标准输出'],
  [['--report', 'json', '--report', 'jsonl=-'], '标准输出'],
  [['--report', 'json=a', '--report', 'jsonl=./a'], '各写一个文件'],
  [['--report', 'jnit=a'], '是不是想写“junit”'],
  [['--report', 'json='], '格式=文件'],
  [['--report', 'json=没有/a.json'], '没有'],
  [['--report', 'json=档案/a.json'], '佐证材料'],
])('%j is refused before anything is judged', (words, said) => {
  const root = messyArchive();
  const { note, code } = dangan(['check', ...words], { cwd: root });
  expect([code, note]).toEqual([2, expect.stringContaining(said)]);
  expect(existsSync(join(root, 'a'))).toBe(false);
});

test.each(['dangan.yaml', 'criteria.yaml', '.gitattributes', '.git/HEAD', 'x.schema.json'])(
  'a report goes over no %s',
  (file) => {
    const root = messyArchive();
    mkdirSync(join(root, '.git'));
    if (!existsSync(join(root, file))) writeFileSync(join(root, file), 'what was there');
    const before = readFileSync(join(root, file));
    const { note, code } = dangan(['check', '--report', `json=${file}`], { cwd: root });
    expect([code, note]).toEqual([2, expect.stringContaining('是别的文件')]);
    expect(readFileSync(join(root, file)).equals(before)).toBe(true);
  },
);

test('a report goes over an earlier one', () => {
  const root = messyArchive();
  const codes = [1, 2].map(() => dangan(['check', '--report', 'json=a.json'], { cwd: root }).code);
  expect(codes).toEqual([1, 1]);
});

test('a run that fails says so to programs too', () => {
  const folder = temporaryFolder();
  const json = JSON.parse(dangan(['check', '--report', 'json'], { cwd: folder }).out) as object;
  expect(json).toMatchObject({ schema: 'dangan/check@1', error: { code: 'ARCHIVE_NOT_FOUND' } });
  const lines = dangan(['check', '--report=jsonl=-'], { cwd: folder }).out;
  expect(faultsBy('check-line', JSON.parse(lines))).toEqual([]);
  expect(lines).toContain('"type":"error"');
});

test('every line keeps to its schema, and the last one gives the totals', () => {
  const { out } = dangan(['check', '--format', 'jsonl'], { cwd: messyArchive() });
  const lines = out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as object);
  expect(lines.flatMap((line) => faultsBy('check-line', line))).toEqual([]);
  expect(lines.at(-1)).toMatchObject({ type: 'summary', ok: false, error: 5, warning: 11 });
});

test('a line says of a finding what the document says', () => {
  const fields = (schema: object) => {
    const { definitions } = schema as { definitions: { finding: { properties: object } } };
    return Object.keys(definitions.finding.properties);
  };
  expect(fields(schemaOf('check-line'))).toEqual(['schema', 'type', ...fields(schemaOf('check'))]);
});

test('what is waived is counted apart, and stays in SARIF', () => {
  const root = messyArchive();
  const waiver = `rule: tree-junk-file, title: Thumbs.db, reason: 已在清理, owner: 办公室, until: 2020-12-31`;
  writeFileSync(
    join(root, 'waivers.yaml'),
    `format: dangan/waivers@1\nwaivers:\n  - { ${waiver} }\n`,
  );
  const words = ['--report', 'sarif=check.sarif', '--today', '2020-08-15'];
  const { out } = dangan(['check', ...words], { cwd: root });
  expect(out).toContain('共 16 个问题');
  expect(out).toContain('另有 1 处已豁免');
  const text = readFileSync(join(root, 'check.sarif'), 'utf8');
  expect(text.match(/"justification": ".*"/g)).toEqual(['"justification": "已在清理"']);
});

test('paths are those of the repository, wherever the command runs', () => {
  const top = temporaryFolder();
  const root = join(top, '档案馆', '2026');
  mkdirSync(join(top, '.git'));
  cpSync(messy, root, { recursive: true });
  const paths = (cwd: string) =>
    (
      JSON.parse(dangan(['check', root, '--format', 'gitlab'], { cwd }).out) as {
        location: { path: string };
      }[]
    ).map(({ location }) => location.path);
  expect(paths(top).filter((path) => !path.startsWith('档案馆/2026/'))).toEqual([]);
  expect(paths(root)).toEqual(paths(top));
});

test('in a worktree, whose .git is a file, as well', () => {
  const top = temporaryFolder();
  const root = join(top, '2026');
  writeFileSync(join(top, '.git'), 'gitdir: elsewhere\n');
  cpSync(messy, root, { recursive: true });
  const { out } = dangan(['check', '--format', 'github'], { cwd: root });
  expect(out).toMatch(/^::error file=2026\//);
});
