/** What reports say when nothing could be judged: a missing one, or an empty one, would pass for an archive in order. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { dangan } from '../helpers/cli.js';
import { danganHere } from '../helpers/cli-here.js';
import { temporaryFolder, writeTree } from '../helpers/archive-on-disk.js';
import { IN_ORDER } from '../helpers/check-in-git.js';
import { runsHere } from '../helpers/programs.js';
import { repoAt } from '../helpers/repository.js';
import { sarifErrors } from '../helpers/sarif.js';

/** An archive whose settings cannot be read, and a folder beside it for reports. */
function brokenArchive() {
  const place = temporaryFolder();
  writeTree(join(place, 'archive'), { ...IN_ORDER, 'dangan.yaml': 'unit: [\n' });
  mkdirSync(join(place, 'out'));
  const out = (name: string) => join(place, 'out', name);
  const read = (name: string) => readFileSync(out(name), 'utf8');
  const check = (...words: string[]) => danganHere(['check', ...words], join(place, 'archive'), {});
  return { place, out, read, check };
}

test('each report tells why, and the exit code stays', async () => {
  const { out, read, check } = brokenArchive();
  const formats = ['text', 'json', 'jsonl', 'sarif', 'junit', 'markdown', 'github'];
  const run = await check(...formats.flatMap((each) => ['--report', `${each}=${out(each)}`]));
  expect([run.code, run.out]).toEqual([2, '']);
  expect(JSON.parse(read('json'))).toMatchObject({
    schema: 'dangan/check@1',
    ok: false,
    error: { code: 'SETTINGS_INVALID' },
  });
  expect(JSON.parse(read('jsonl'))).toMatchObject({ type: 'error', ok: false });
  const [message = ''] = read('text').split('\n');
  const { error } = JSON.parse(read('json')) as { error: { message: string } };
  expect(message).toContain(error.message);
  expect(read('github')).toMatch(/^::error title=dangan SETTINGS_INVALID::.*%0A/);
  expect(read('markdown')).toMatch(/^## ❌/);
});

test('what is about files points at the settings, from the top of the repository', async () => {
  const repo = repoAt(temporaryFolder());
  writeTree(join(repo.root, '创建档案'), IN_ORDER);
  for (const format of ['gitlab', 'checkstyle']) {
    const words = ['check', '创建档案', '--ref', 'nosuch', '--format', format];
    const { code, out } = await danganHere(words, repo.root, {});
    expect([code, out]).toEqual([2, expect.stringMatching(/"创建档案\/dangan\.yaml"/)]);
  }
});

test('an archive that is reached by a link has paths of its repository', async () => {
  const repo = repoAt(temporaryFolder());
  const files = { ...IN_ORDER, '档案/1 组织领导/1.1 领导机构/通知.docx': 'x' };
  writeTree(join(repo.root, '创建档案'), files);
  const elsewhere = temporaryFolder();
  symlinkSync(join(repo.root, '创建档案'), join(elsewhere, 'link'), 'junction');
  const { out } = await danganHere(['check', 'link', '--format', 'github'], elsewhere, {});
  expect(out).toContain('file=创建档案/档案/');
  expect(out).not.toContain('file=link/');
});

test('sarif says that the run failed, and keeps to the schema of OASIS', async () => {
  const { out, read, check } = brokenArchive();
  await check('--report', `sarif=${out('check.sarif')}`);
  const log = JSON.parse(read('check.sarif')) as { runs: object[] };
  expect(sarifErrors(log)).toEqual([]);
  expect(log.runs).toMatchObject([
    {
      results: [],
      invocations: [
        {
          executionSuccessful: false,
          exitCode: 2,
          toolConfigurationNotifications: [
            { level: 'error', descriptor: { id: 'SETTINGS_INVALID' } },
          ],
        },
      ],
    },
  ]);
});

test.each(['sarif', 'junit', 'github', 'gitlab', 'checkstyle', 'markdown'])(
  'so does %s on stdout',
  async (format) => {
    const { out, read, check } = brokenArchive();
    const { out: said } = await check('--format', format);
    await check('--report', `${format}=${out('report')}`);
    expect(said).toBe(read('report'));
  },
);

test('gitlab has one finding, at the settings, which stays the same', async () => {
  const { out, read, check } = brokenArchive();
  await check('--report', `gitlab=${out('first')}`);
  await check('--report', `gitlab=${out('second')}`);
  expect(read('first')).toBe(read('second'));
  expect(JSON.parse(read('first'))).toEqual([
    {
      description: expect.stringContaining('dangan.yaml') as string,
      check_name: 'SETTINGS_INVALID',
      fingerprint: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
      severity: 'blocker',
      location: { path: 'dangan.yaml', lines: { begin: 1 } },
    },
  ]);
});

test.each(['gitlab', 'checkstyle'])(
  '%s names the settings as the repository does',
  async (format) => {
    const { place, check } = brokenArchive();
    repoAt(place);
    const { out } = await check('--format', format);
    expect(out).toContain('"archive/dangan.yaml"');
  },
);

describe.runIf(runsHere('tidy', '-version'))('by the reader of the W3C', () => {
  test('a page says it, on stdout and in a file, and nothing is to be said about it', () => {
    const { place, out, read } = brokenArchive();
    const words = ['check', '--format', 'html', '--report', `html=${out('check.html')}`];
    const run = dangan(words, { cwd: join(place, 'archive') });
    const [message = ''] = run.note.split('\n');
    const text = read('check.html').replaceAll('&#39;', "'").replaceAll('&quot;', '"');
    expect(text).toContain(`<p class="verdict not-ok">${message.replace('错误：', '')}`);
    const { stderr } = spawnSync('tidy', ['-q', '-e', '-utf8'], {
      input: run.out,
      encoding: 'utf8',
    });
    expect([run.code, run.out === read('check.html'), stderr]).toEqual([2, true, '']);
  });
});

describe.runIf(runsHere('xmllint', '--version'))('by its schema', () => {
  test('checkstyle has one error, at the settings', async () => {
    const { out, read, check } = brokenArchive();
    await check('--report', `checkstyle=${out('check.xml')}`);
    const schema = fileURLToPath(new URL('../fixtures/reports/checkstyle.xsd', import.meta.url));
    const { stderr } = spawnSync('xmllint', ['--noout', '--schema', schema, out('check.xml')], {
      encoding: 'utf8',
    });
    expect([stderr, read('check.xml')]).toEqual([
      `${out('check.xml')} validates\n`,
      expect.stringMatching(/<file name="dangan.yaml">[^]*source="dangan.SETTINGS_INVALID"/),
    ]);
  });

  test('junit has one test, with an error', async () => {
    const { out, read, check } = brokenArchive();
    await check('--report', `junit=${out('check.xml')}`);
    const schema = fileURLToPath(new URL('../fixtures/reports/junit.xsd', import.meta.url));
    const { stderr } = spawnSync('xmllint', ['--noout', '--schema', schema, out('check.xml')], {
      encoding: 'utf8',
    });
    expect([stderr, read('check.xml')]).toEqual([
      `${out('check.xml')} validates\n`,
      expect.stringMatching(
        /tests="1" failures="0" errors="1"[^]*<error message="[^"]+" type="SETTINGS_INVALID">/,
      ),
    ]);
  });
});

test('where the command is wrong no report is written', async () => {
  const { place, check } = brokenArchive();
  writeTree(join(place, 'archive'), { 'dangan.yaml': IN_ORDER['dangan.yaml'] });
  const report = join(place, 'archive/档案/check.sarif');
  const { code } = await check('--report', `sarif=${report}`);
  expect([code, existsSync(report)]).toEqual([2, false]);
});

test('the summary of a step of GitHub Actions keeps what other commands have written', async () => {
  const { place, out, read } = brokenArchive();
  writeTree(join(place, 'archive'), { 'dangan.yaml': IN_ORDER['dangan.yaml'] });
  writeFileSync(out('summary'), '先前\n');
  const words = ['check', '--report', `markdown=${out('summary')}`];
  const check = (environment: Readonly<Record<string, string>>) =>
    danganHere(words, join(place, 'archive'), environment);
  await check({ GITHUB_STEP_SUMMARY: out('summary') });
  expect(read('summary')).toMatch(/^先前\n## ✅/);
  await check({});
  expect(read('summary')).toMatch(/^## ✅/);
});
