/** `init --git`: what git does with an archive afterwards is asked of git. */
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { attributesText, IGNORED } from '../../src/core/archive/git-files.js';
import { isJunk } from '../../src/core/naming/junk.js';
import { en } from '../../src/messages/en/index.js';
import { SMALL_SYSTEM, smallArchive } from '../helpers/archive-on-disk.js';
import { dangan } from '../helpers/cli.js';
import { Repository } from '../helpers/git-repository.js';
import { runsHere } from '../helpers/programs.js';

const PAPER = '档案/2 志愿服务/01：方案.txt';

function repositoryWith(tree: Readonly<Record<string, string>> = {}): Repository {
  const repository = new Repository();
  repository.write({
    'dangan.yaml': 'unit: { name: 县水利局 }\nsystem: criteria.yaml\n',
    'criteria.yaml': SMALL_SYSTEM,
    [PAPER]: '第一行\r\n第二行\n',
    ...tree,
  });
  return repository;
}

interface Setup {
  readonly files: readonly { readonly path: string; readonly outcome: string }[];
  readonly settings: readonly { readonly setting: string; readonly outcome: string }[];
  readonly missing: readonly { readonly path: string; readonly lines: readonly string[] }[];
}

function setUp(repository: Repository, ...more: string[]): Setup {
  const { out } = repository.dangan('init', '--git', ...more, '--format', 'json');
  return (JSON.parse(out) as { readonly setup: Setup }).setup;
}

const outcomes = ({ files, settings }: Setup) => [
  ...new Set([...files, ...settings].map(({ outcome }) => outcome)),
];

test('a clone is made ready once, and a second time nothing is left to do', () => {
  const repository = repositoryWith();
  expect(outcomes(setUp(repository))).toEqual(['written']);
  expect(outcomes(setUp(repository))).toEqual(['there']);
});

test('what is somebody’s own is left, and what it lacks is told', () => {
  const own = { '.gitattributes': '*.docx binary\n', '.git/hooks/post-merge': '#!/bin/sh\n' };
  const repository = repositoryWith(own);
  repository.git('config', 'core.quotePath', 'true');
  const { files, settings, missing } = setUp(repository);
  for (const [path, text] of Object.entries(own)) expect(repository.read(path)).toBe(text);
  expect(files.map(({ outcome }) => outcome)).toEqual(['left', 'written', 'left', 'written']);
  expect(settings[0]).toEqual({ setting: 'core.quotePath=false', outcome: 'left' });
  expect(missing.map(({ lines }) => lines)).toEqual([
    expect.arrayContaining(['* -text', 'ledger.yaml merge=dangan']),
    ["(cd '.' && dangan merge --quiet) || :"],
  ]);
});

test('not a byte of evidence is changed by a clone with line ends of Windows', () => {
  const repository = repositoryWith();
  setUp(repository);
  repository.commit('2020-01-10');
  const clone = join(repository.root, '..', 'clone');
  repository.git('-c', 'core.autocrlf=true', 'clone', '-q', repository.root, clone);
  expect(readFileSync(join(clone, PAPER), 'utf8')).toBe('第一行\r\n第二行\n');
});

test('git does not see what programs leave behind, nor what is of this computer', () => {
  const repository = repositoryWith({
    '档案/2 志愿服务/Thumbs.db': '',
    '档案/2 志愿服务/~$方案.docx': '',
    '.dangan/journal/2020-01-01-001.json': '',
  });
  setUp(repository);
  const { out } = repository.git('status', '--porcelain', '-z', '--untracked-files=all');
  expect(
    out
      .split('\0')
      .filter(Boolean)
      .map((line) => line.slice(3)),
  ).toEqual(['.gitattributes', '.gitignore', 'criteria.yaml', 'dangan.yaml', PAPER]);
});

describe('an archive that comes into git later, and was never told to be in it', () => {
  const changed = (repository: Repository) => {
    expect(repository.dangan('ledger', 'set', PAPER, 'date=2020-03-02').code).toBe(0);
  };
  const inGit = (repository: Repository) => {
    repository.git('add', '-A');
    return repository.git('ls-files', '-z').out.split('\0').filter(Boolean);
  };

  test('has its ledgers in git, and not its journal', () => {
    const repository = repositoryWith();
    changed(repository);
    expect(inGit(repository).map((path) => path.split('/').at(-1))).toEqual([
      'criteria.yaml',
      'dangan.yaml',
      '01：方案.txt',
      'ledger.yaml',
    ]);
    expect(repository.dangan('undo').code).toBe(0);
  });

  test('nor what is remembered of a check, the first thing that was run', () => {
    const repository = repositoryWith();
    repository.write({ '.dangan/cache/facts': 'of an earlier version', '.dangan/journal/x': '' });
    repository.dangan('check');
    changed(repository);
    expect(inGit(repository).filter((path) => path.startsWith('.dangan'))).toEqual([]);
  });
});

test('nothing is ignored that is not junk to a check', () => {
  const names = IGNORED.map((pattern) =>
    pattern
      .replace(/\[(.).\]/g, '$1')
      .replace('*', 'a')
      .replace('\\', '')
      .replace('/', ''),
  );
  expect(names.filter((name) => !isJunk(name))).toEqual([]);
});

test('attributes mean the evidence folder, whatever it is called, and media as cameras name them', () => {
  const repository = new Repository();
  const evidence = '材料 [2020]"一*"';
  repository.write({
    '.gitattributes': attributesText({ evidence, lfs: true }, en.initSetup.words),
  });
  const attributes = (path: string) =>
    Object.fromEntries(
      repository
        .git('check-attr', '-z', 'text', 'merge', 'filter', '--', path)
        .out.split('\0')
        .flatMap((_, at, all) => (at % 3 === 1 ? [[all[at], all[at + 1]]] : [])),
    ) as object;
  const bytes = { text: 'unset' };
  expect(attributes(`${evidence}/1/01：通知.docx`)).toEqual({
    ...bytes,
    merge: 'unset',
    filter: 'unspecified',
  });
  expect(attributes(`${evidence}/1/02：合影.JPG`)).toEqual({
    ...bytes,
    merge: 'unset',
    filter: 'lfs',
  });
  expect(attributes(`${evidence}/1/ledger.yaml`)).toEqual({
    ...bytes,
    merge: 'dangan',
    filter: 'unspecified',
  });
  expect(attributes('criteria.yaml')).toEqual({
    ...bytes,
    merge: 'unspecified',
    filter: 'unspecified',
  });
  expect(attributes('baseline.yaml')).toEqual({ ...bytes, merge: 'union', filter: 'unspecified' });
});

test('outside a repository there is nothing to make ready', () => {
  const { code, note } = dangan(['init', '--git'], { cwd: smallArchive() });
  expect({ code, told: note.includes('git init') }).toEqual({ code: 2, told: true });
});

test('without git-lfs nothing is set up that would need it', () => {
  const repository = repositoryWith();
  const bare = join(repository.root, '..', 'git-alone');
  mkdirSync(bare);
  const { stdout } = spawnSync('sh', ['-c', 'command -v git'], { encoding: 'utf8' });
  symlinkSync(stdout.trim(), join(bare, 'git'));
  const PATH = [join(repository.root, '..', 'bin'), bare].join(delimiter);
  const { code, err } = repository.run('dangan', ['init', '--git', '--lfs'], { PATH });
  expect({ code, told: err.includes('Git LFS') }).toEqual({ code: 2, told: true });
  expect(repository.names('.')).not.toContain('.gitattributes');
});

test.runIf(runsHere('git-lfs', '--version'))(
  'git-lfs keeps pictures apart, and of two of one name both come back whole',
  () => {
    const repository = repositoryWith();
    expect(outcomes(setUp(repository, '--lfs'))).toEqual(['written']);
    repository.commit('2020-01-10');
    const picture = '档案/2 志愿服务/02：合影.JPG';
    repository.git('checkout', '-q', '-b', 'hers');
    repository.write({ [picture]: '三月的照片' });
    repository.commit('2020-03-01');
    expect(repository.git('show', `HEAD:${picture}`).out).toContain('git-lfs');
    repository.git('checkout', '-q', 'main');
    repository.write({ [picture]: '四月的照片' });
    repository.commit('2020-04-01');
    expect(repository.run('git', ['merge', '-q', 'hers']).code).toBe(1);
    expect(repository.dangan('merge', '--write').code).toBe(0);
    expect(repository.read(picture)).toBe('四月的照片');
    expect(repository.read('档案/2 志愿服务/03：合影.JPG')).toBe('三月的照片');
  },
);

test('a file of a server’s that is there is left, and where the job is found is told', () => {
  const root = smallArchive();
  writeFileSync(join(root, '.gitlab-ci.yml'), 'build:\n  script: [make]\n');
  const { code, out } = dangan(['init', '--ci', 'gitlab'], { cwd: root });
  expect({ code, told: /integrations.gitlab/.test(out) }).toEqual({ code: 0, told: true });
  expect(readFileSync(join(root, '.gitlab-ci.yml'), 'utf8')).toBe('build:\n  script: [make]\n');
});

test('a server that is not known is told with those that are', () => {
  const { code, note } = dangan(['init', '--ci', 'githbu'], { cwd: smallArchive() });
  expect({ code, told: note.includes('github、gitlab、gitee、jenkins') }).toEqual({
    code: 2,
    told: true,
  });
});
