/** What reports say when nothing could be judged: a missing one, or an empty one, would pass for an archive in order. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { danganHere } from '../helpers/cli-here.js';
import { temporaryFolder, writeTree } from '../helpers/archive-on-disk.js';
import { IN_ORDER } from '../helpers/check-in-git.js';
import { runsHere } from '../helpers/programs.js';
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

test('each report that can tells why, and the exit code stays', async () => {
  const { out, read, check } = brokenArchive();
  const formats = ['text', 'json', 'jsonl', 'sarif', 'junit', 'markdown', 'github', 'html'];
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
  // A page to print says what is in an archive.
  expect(existsSync(out('html'))).toBe(false);
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

test.each(['sarif', 'junit', 'github', 'markdown'])('so does %s on stdout', async (format) => {
  const { out, read, check } = brokenArchive();
  const { out: said } = await check('--format', format);
  await check('--report', `${format}=${out('report')}`);
  expect(said).toBe(read('report'));
});

describe.runIf(runsHere('xmllint', '--version'))('by its schema', () => {
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
