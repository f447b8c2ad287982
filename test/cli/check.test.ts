/** `dangan check` as its users see it: by scenario, a folder that a clerk could read and what is said about it. */
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, test } from 'vitest';
import { dangan } from '../helpers/cli.js';
import { faultsBy } from '../helpers/published-schemas.js';

const scenarios = fileURLToPath(new URL('../fixtures/check/', import.meta.url));

const made: string[] = [];
afterEach(() => made.splice(0).forEach((path) => rmSync(path, { recursive: true })));

/** A copy of a scenario's archive, so that a test may do with it what it likes. */
function copyOf(scenario: string): string {
  const root = mkdtempSync(join(tmpdir(), 'dangan-'));
  made.push(root);
  cpSync(join(scenarios, scenario, 'archive'), root, { recursive: true });
  return root;
}

/** Path, size and time of change of everything in a folder but for the cache. */
function snapshot(root: string): string[] {
  const paths = readdirSync(root, { recursive: true, encoding: 'utf8' }).sort();
  return paths
    .filter((path) => path.split(sep)[0] !== '.dangan')
    .map((path) => {
      const { size, mtimeMs } = statSync(join(root, path));
      return `${path} ${size} ${mtimeMs}`;
    });
}

test.each(readdirSync(scenarios))('%s: what is said is what is expected', (scenario) => {
  const { out } = dangan(['check', copyOf(scenario)]);
  expect(out).toBe(readFileSync(join(scenarios, scenario, 'expected.txt'), 'utf8'));
});

test.each(readdirSync(scenarios))('%s: the document keeps to its schema', (scenario) => {
  const { out } = dangan(['check', '--format', 'json'], {
    cwd: copyOf(scenario),
  });
  expect(faultsBy('check', JSON.parse(out))).toEqual([]);
});

test('without the folder of the evidence nothing is in order, whatever is asked', () => {
  const root = copyOf('in-order');
  rmSync(join(root, '档案'), { recursive: true });
  const run = (...words: string[]) => dangan(['check', ...words], { cwd: root });
  expect(run('--rule', 'name')).toEqual({
    code: 2,
    out: '',
    note: expect.stringContaining('没有文件夹 档案，没有材料可查') as string,
  });
  expect(JSON.parse(run('--rule', 'name', '--format', 'json').out)).toMatchObject({
    ok: false,
    error: { code: 'EVIDENCE_FOLDER_MISSING' },
  });
  expect([run().code, run('--rule', 'tree').code]).toEqual([1, 1]);
});

test('a title that says little, and none at all, are told in words', () => {
  const root = copyOf('in-order');
  const leaf = join(root, '档案/1 组织领导/1.1 领导机构');
  mkdirSync(leaf, { recursive: true });
  for (const name of ['08：IMG_2031.jpg', '09.pdf']) writeFileSync(join(leaf, name), '');
  const said = dangan(['check', '--rule', 'name-title-vague'], { cwd: root }).out;
  expect(said.replace(/\n +/g, '')).toContain('题名“IMG_2031”看不出是什么材料，请写明内容');
  expect(said.replace(/\n +/g, '')).toContain('“09.pdf”没有题名，请写明是什么材料');
});

test('the document of a run that fails keeps to the schema too', () => {
  const root = copyOf('in-order');
  writeFileSync(join(root, 'dangan.yaml'), 'evidense: 档案\n');
  const { out, note, code } = dangan(['check', '--format', 'json'], { cwd: root });
  expect(faultsBy('check', JSON.parse(out))).toEqual([]);
  expect(note).toContain('是不是想写“evidence”');
  expect(code).toBe(2);
});

test('two runs give equal bytes, from any folder', () => {
  const root = copyOf('messy');
  const run = (cwd: string) => dangan(['check', root, '--format', 'json'], { cwd }).out;
  expect(run(root)).toBe(run(tmpdir()));
});

test('nothing is written but the cache, and a folder that may not be written is checked as well', () => {
  const root = copyOf('messy');
  const before = snapshot(root);
  chmodSync(join(root, '档案'), 0o555);
  const { code } = dangan(['check'], { cwd: root });
  chmodSync(join(root, '档案'), 0o755);
  expect([code, snapshot(root)]).toEqual([1, before]);
});

test('errors end in 1, and warnings when asked for', () => {
  const warned = copyOf('left-behind');
  expect(dangan(['check', copyOf('messy')]).code).toBe(1);
  expect(dangan(['check', warned]).code).toBe(0);
  expect(dangan(['check', warned, '--fail-on', 'warning']).code).toBe(1);
});

test('only what concerns the given folder is told', () => {
  const root = copyOf('messy');
  const { out } = dangan(['check', '档案/2 活动开展', '--format', 'json'], { cwd: root });
  const { findings } = JSON.parse(out) as { findings: { file: string }[] };
  expect(findings.length).toBeGreaterThan(0);
  expect(findings.filter(({ file }) => !file.startsWith('档案/2 活动开展'))).toEqual([]);
});

test('a rule is run alone, and one that there is not is refused', () => {
  const root = copyOf('messy');
  const { out } = dangan(['check', root, '--rule', 'tree-folder-missing', '--format', 'json']);
  const { findings } = JSON.parse(out) as { findings: { rule: string }[] };
  expect(new Set(findings.map(({ rule }) => rule))).toEqual(new Set(['tree-folder-missing']));
  expect(dangan(['check', root, '--rule', 'tree-folder-mising']).code).toBe(2);
});

test('an area of rules is run alone, and no ledger is opened for names', () => {
  const root = copyOf('messy');
  writeFileSync(join(root, '档案', 'ledger.yaml'), 'entries: {');
  const { out } = dangan(['check', root, '--rule', 'tree', '--rule', 'name-*', '--format', 'json']);
  const { findings } = JSON.parse(out) as { findings: { rule: string }[] };
  expect(new Set(findings.map(({ rule }) => rule.split('-')[0]))).toEqual(
    new Set(['tree', 'name']),
  );
});

test('an area does not ask for a rule that is silent unless it is asked for', () => {
  const root = copyOf('messy');
  const { out } = dangan(['check', root, '--rule', 'content', '--format', 'json']);
  expect(out).not.toContain('content-footer-name');
});

test('a rule of another command is refused by naming that command', () => {
  const { code, note } = dangan(['check', copyOf('messy'), '--rule', 'scoring-sum-mismatch']);
  expect([code, note]).toEqual([2, expect.stringContaining('dangan validate')]);
});

test('reports are written beside the result', () => {
  const root = copyOf('messy');
  const { out } = dangan(
    [
      'check',
      root,
      '--report',
      'json=a.json',
      '--report',
      'github=b.txt',
      '--report',
      'text=c.txt',
    ],
    { cwd: root },
  );
  expect(out).toContain('共');
  expect(faultsBy('check', JSON.parse(readFileSync(join(root, 'a.json'), 'utf8')))).toEqual([]);
  expect(readFileSync(join(root, 'b.txt'), 'utf8')).toMatch(/^::error file=/);
  expect(readFileSync(join(root, 'c.txt'), 'utf8')).toContain('共');
});

test('annotations come worst first and are no more than are shown', () => {
  const root = copyOf('messy');
  for (let count = 10; count < 40; count += 1) {
    writeFileSync(join(root, `档案/2 活动开展/2.2 道德讲堂/~$${count}%,:.docx`), '');
  }
  const lines = dangan(['check', '--format', 'github'], { cwd: root }).out.trim().split('\n');
  const levels = lines.map((line) => /^::(\w+)/.exec(line)?.[1] ?? '');
  expect(levels).toEqual(levels.toSorted((a, b) => order.indexOf(a) - order.indexOf(b)));
  expect(levels.filter((level) => level === 'warning')).toHaveLength(10);
  expect(lines.find((line) => line.includes('~$10'))).toContain('~$10%25%2C%3A.docx');
  expect(lines.at(-1)).toContain('没有标注');
});
const order = ['error', 'warning', 'notice'];

test('a settings file of its own inside the tree is said on the way', () => {
  const root = copyOf('in-order');
  const inner = join(root, '档案/1 组织领导');
  cpSync(join(root, 'criteria.yaml'), join(inner, 'criteria.yaml'));
  writeFileSync(join(inner, 'dangan.yaml'), '');
  expect(dangan(['check'], { cwd: inner }).note).toContain('另一个档案');
});

test('there is no archive: said with what to do, and 2', () => {
  const empty = mkdtempSync(join(tmpdir(), 'dangan-'));
  made.push(empty);
  const { note, code } = dangan(['check'], { cwd: empty });
  expect(note).toContain('dangan init');
  expect(code).toBe(2);
});

test('every finding has a line in the list, in 80 and in 120 columns', () => {
  const root = copyOf('messy');
  for (const columns of [80, 120]) {
    const environment = { COLUMNS: String(columns) };
    const { out } = dangan(['check', '--all'], { cwd: root, environment });
    for (const line of out.split('\n')) expect(wide(line)).toBeLessThanOrEqual(columns + 1);
  }
});

/** Columns of a line of Chinese and ASCII text; a mark at its end may hang over. */
function wide(line: string): number {
  return [...line.matchAll(/./gu)].reduce((sum, [each]) => sum + (each > '\u2e7f' ? 2 : 1), 0);
}

test('a folder made by hand needs no more than its name', () => {
  const root = copyOf('in-order');
  mkdirSync(join(root, '档案/1 组织领导/1.1 领导机构/2020年春节慰问'));
  expect(dangan(['check'], { cwd: root }).code).toBe(0);
});
