/** `dangan check --watch` beside somebody who works in the folders. Waited is for what is told, not for a time. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, onTestFinished, test } from 'vitest';
import { NOTHING_OWED } from '../helpers/nothing-owed.js';
import { smallArchive } from '../helpers/archive-on-disk.js';
import { IN_ORDER, LEAF } from '../helpers/check-in-git.js';
import { GIT_ENVIRONMENT } from '../helpers/repository.js';
import { dangan } from '../helpers/cli.js';
import { Repository } from '../helpers/git-repository.js';
import { PROGRAM } from '../helpers/program.js';
import { faultsBy } from '../helpers/published-schemas.js';

interface Line {
  readonly ok: boolean;
  readonly new?: readonly { readonly rule: string; readonly file: string }[];
  readonly mended?: readonly { readonly rule: string; readonly file: string }[];
  readonly error?: { readonly code: string };
  readonly summary?: { readonly files: number };
}

/** The command, running; and its lines, one after the other. */
function watching(root: string, ...words: string[]) {
  const run = spawn(process.execPath, [PROGRAM, 'check', '--watch', ...words], {
    cwd: root,
    env: { PATH: process.env['PATH'], ...GIT_ENVIRONMENT, DANGAN_LANG: 'zh-CN', COLUMNS: '80' },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  onTestFinished(() => void run.kill('SIGKILL'));
  const lines = createInterface({ input: run.stdout })[Symbol.asyncIterator]();
  const next = async () => String((await lines.next()).value);
  const end = async () => {
    const ended = once(run, 'exit');
    run.kill('SIGINT');
    return ((await ended) as [number])[0];
  };
  return { next, end };
}

test('each change is told by what it brings: files, folders, ledgers, settings', async () => {
  const root = smallArchive(NOTHING_OWED);
  const { next, end } = watching(root, '--format', 'json');
  /** Changes may be told in several lines: those until one that tells what is waited for. */
  const until = async (isTold: (line: Line) => boolean): Promise<Line> => {
    for (;;) {
      const line = JSON.parse(await next()) as Line;
      expect(faultsBy('watch', line)).toEqual([]);
      if (isTold(line)) return line;
    }
  };
  const told = (key: 'new' | 'mended', rule: string) => (line: Line) =>
    line[key]?.some((each) => each.rule === rule) === true;
  const folder = join(root, '档案/2 志愿服务');
  expect(await until(() => true)).toMatchObject({ ok: true, new: [], summary: { files: 0 } });

  writeFileSync(join(folder, '计划.docx'), '计划');
  await until(told('new', 'name-pattern'));

  renameSync(join(folder, '计划.docx'), join(folder, '01：计划.docx'));
  await until(told('mended', 'name-pattern'));

  // As editors save: beside it, and then in its place.
  writeFileSync(
    join(folder, 'ledger.yaml.tmp'),
    'entries:\n  - { file: 01：计划.docx, datum: 2020 }\n',
  );
  renameSync(join(folder, 'ledger.yaml.tmp'), join(folder, 'ledger.yaml'));
  await until(told('new', 'meta-ledger-invalid'));

  writeFileSync(
    join(folder, 'ledger.yaml'),
    'entries:\n  - { file: 01：计划.docx, date: 2020-03-01 }\n',
  );
  await until(told('mended', 'meta-ledger-invalid'));

  mkdirSync(join(folder, '照片/第一天'), { recursive: true });
  writeFileSync(join(folder, '照片/第一天/会场.jpg'), '会场');
  const fresh = await until(told('new', 'name-pattern'));
  expect(fresh.new?.map(({ file }) => file)).toContain('档案/2 志愿服务/照片/第一天/会场.jpg');

  rmSync(join(folder, '照片'), { recursive: true });
  await until(told('mended', 'name-pattern'));

  const settings = join(root, 'dangan.yaml');
  const text = readFileSync(settings, 'utf8');
  writeFileSync(settings, `${text}unit: [\n`);
  expect((await until(({ error }) => error !== undefined)).error?.code).toBe('SETTINGS_INVALID');
  writeFileSync(settings, `${text}naming: { digits: 3 }\n`);
  await until(told('new', 'name-sequence-width'));

  expect(await end()).toBe(130);
});

test('for a person it tells the new and the mended, and how many there are', async () => {
  const root = smallArchive(NOTHING_OWED);
  const { next, end } = watching(root, '--rule', 'name');
  const until = async (part: string) => {
    const lines: string[] = [];
    while (lines.at(-1)?.includes(part) !== true) lines.push(await next());
    return lines;
  };
  await until('没有发现问题');
  await until('末级指标');
  writeFileSync(join(root, '档案/2 志愿服务/计划.docx'), '');
  expect(await until('共 1 个问题')).toEqual(
    expect.arrayContaining(['新出现 1 个：', '档案/2 志愿服务/计划.docx']),
  );
  rmSync(join(root, '档案/2 志愿服务/计划.docx'));
  expect(await until('没有发现问题')).toEqual(expect.arrayContaining(['已改好 1 个：']));
  expect(await end()).toBe(130);
});

test('of what has changed since a commit: what is committed meanwhile is not mended by that', async () => {
  const repository = new Repository();
  const { root } = repository;
  const old = `${LEAF}/旧.docx`;
  repository.write({ ...IN_ORDER, [old]: '旧' });
  repository.commit('2020-03-01');
  const { next, end } = watching(root, '--changed-since', 'HEAD', '--format', 'json');
  const filesIn = (line: Line, key: 'new' | 'mended') =>
    (line[key] ?? []).filter(({ rule }) => rule === 'name-pattern').map(({ file }) => file);
  const seen: string[] = [];
  const until = async (key: 'new' | 'mended', file: string) => {
    for (;;) {
      const line = JSON.parse(await next()) as Line;
      seen.push(...filesIn(line, 'new').map((each) => `+${each}`));
      seen.push(...filesIn(line, 'mended').map((each) => `-${each}`));
      if (filesIn(line, key).includes(file)) return;
    }
  };
  await next();
  repository.write({ [`${LEAF}/新.docx`]: '新' });
  await until('new', `${LEAF}/新.docx`);
  repository.commit('2020-03-02');
  // Beside the evidence, and nothing of the archive.
  repository.write({ 'report.txt': 'report', [`${LEAF}/又.docx`]: '又' });
  await until('new', `${LEAF}/又.docx`);
  rmSync(join(root, `${LEAF}/又.docx`));
  await until('mended', `${LEAF}/又.docx`);
  // From now on it is another than in the commit.
  repository.write({ [old]: '改了' });
  await until('new', old);
  expect(seen).toEqual([`+${LEAF}/新.docx`, `+${LEAF}/又.docx`, `-${LEAF}/又.docx`, `+${old}`]);
  expect(await end()).toBe(130);
});

test.each([['--staged'], ['--ref', 'HEAD']])(
  'what is not on the disk is not watched: %s',
  (...words) => {
    const { code, note } = dangan(['check', '--watch', ...words], { cwd: smallArchive() });
    expect([code, note]).toEqual([2, expect.stringContaining('--watch 看的是磁盘')]);
  },
);

test('what keeps it from beginning is a line, too', () => {
  const words = ['check', '--watch', '--format', 'json', '--changed-since', 'HEAD'];
  const { code, out } = dangan(words, { cwd: smallArchive() });
  const line = JSON.parse(out) as Line;
  expect([code, faultsBy('watch', line), line.error?.code, out.trimEnd().includes('\n')]).toEqual([
    2,
    [],
    'GIT_NO_REPOSITORY',
    false,
  ]);
});

test.each([
  ['--format', 'jsonl'],
  ['--report', 'json=check.json'],
])('a form that has an end is refused: %s %s', (...words) => {
  const { code, note } = dangan(['check', '--watch', ...words], { cwd: smallArchive() });
  expect([code, note]).toEqual([2, expect.stringContaining('--watch 只能配')]);
});
