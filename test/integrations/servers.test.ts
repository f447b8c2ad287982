/**
 * What comes along for servers is run as the server would: the files are written by `init --ci`, their shell lines are
 * taken out of them and given to a shell, on an archive in order and on one that is not.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { SaxesParser } from 'saxes';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { SMALL_SYSTEM } from '../helpers/archive-on-disk.js';
import { Repository, type Said } from '../helpers/git-repository.js';
import { runsHere } from '../helpers/programs.js';

const REPOSITORY = fileURLToPath(new URL('../../', import.meta.url));
const VERSION = (JSON.parse(readFileSync(join(REPOSITORY, 'package.json'), 'utf8')) as Version)
  .version;

interface Version {
  readonly version: string;
}

/** An archive in a folder whose name a shell would take apart. */
const PLACE = '文明 单位’$HOME';

const isInOrder = [true, false];

function archive(inOrder: boolean): Repository {
  const repository = new Repository();
  const names = inOrder ? ['01：通知.txt', '02：计划.txt'] : ['01：通知.txt', '01：计划.txt'];
  repository.write({
    [`${PLACE}/dangan.yaml`]: 'unit: { name: 县水利局 }\nsystem: criteria.yaml\n',
    [`${PLACE}/criteria.yaml`]: SMALL_SYSTEM,
    [`${PLACE}/档案/1 组织领导/1.2 工作制度/01：制度.txt`]: '制度',
    [`${PLACE}/档案/2 志愿服务/01：方案.txt`]: '方案',
    ...Object.fromEntries(
      names.map((name) => [`${PLACE}/档案/1 组织领导/1.1 领导机构/${name}`, name]),
    ),
  });
  return repository;
}

function written(inOrder: boolean, server: string): Repository {
  const repository = archive(inOrder);
  const { code, err } = repository.run('dangan', ['init', PLACE, '--ci', server]);
  if (code !== 0) throw new Error(err);
  return repository;
}

type Environment = Readonly<Record<string, string>>;

/** As servers run the lines of a step: the first that fails ends it. */
function shell(repository: Repository, lines: readonly string[], environment: Environment): Said {
  return repository.run('bash', ['-e', '-o', 'pipefail', '-c', lines.join('\n')], environment);
}

function isXml(text: string): boolean {
  const parser = new SaxesParser();
  let isWell = text !== '';
  parser.on('error', () => (isWell = false));
  parser.write(text).close();
  return isWell;
}

interface Step {
  readonly run?: string;
  readonly env?: Environment;
  readonly with?: { readonly path?: string };
}

test.each(isInOrder)('GitHub: annotations, a summary, a page to keep (in order: %s)', (inOrder) => {
  const repository = written(inOrder, 'github');
  const { env, jobs } = parse(repository.read('.github/workflows/dangan.yml')) as {
    readonly env: Environment;
    readonly jobs: { readonly check: { readonly steps: readonly Step[] } };
  };
  const summary = join(repository.root, 'summary.md');
  writeFileSync(summary, '');
  const { steps } = jobs.check;
  const said = steps.flatMap(({ run }) =>
    run === undefined ? [] : [shell(repository, [run], { ...env, GITHUB_STEP_SUMMARY: summary })],
  );
  expect(said.map(({ code }) => code)).toEqual([0, inOrder ? 0 : 1]);
  expect(said.at(-1)?.out.includes('::error ')).toBe(!inOrder);
  expect(readFileSync(summary, 'utf8').includes('name-sequence-duplicate')).toBe(!inOrder);
  const kept = steps.flatMap((step) => step.with?.path ?? []);
  expect(kept.map((path) => repository.read(path).includes('<html'))).toEqual([true]);
});

test.each(isInOrder)('GitLab: code quality and a test report (in order: %s)', (inOrder) => {
  const repository = written(inOrder, 'gitlab');
  const { dangan } = parse(repository.read('.gitlab-ci.yml')) as {
    readonly dangan: {
      readonly variables: Environment;
      readonly before_script: readonly string[];
      readonly script: readonly string[];
      readonly artifacts: { readonly reports: { codequality: string; junit: string } };
    };
  };
  const lines = [...dangan.before_script, ...dangan.script];
  expect(shell(repository, lines, dangan.variables).code).toBe(inOrder ? 0 : 1);
  const { codequality, junit } = dangan.artifacts.reports;
  expect((JSON.parse(repository.read(codequality)) as object[]).length > 0).toBe(!inOrder);
  expect(isXml(repository.read(junit))).toBe(true);
});

test.each(isInOrder)('Gitee Go: the log, and a report to keep (in order: %s)', (inOrder) => {
  const repository = written(inOrder, 'gitee');
  const { stages } = parse(repository.read('.workflow/dangan.yml')) as {
    readonly stages: readonly {
      readonly steps: readonly {
        readonly commands: readonly string[];
        readonly artifacts: readonly { readonly path: readonly string[] }[];
      }[];
    }[];
  };
  const [step] = stages.flatMap(({ steps }) => steps);
  expect(shell(repository, step?.commands ?? [], {}).code).toBe(inOrder ? 0 : 1);
  const kept = step?.artifacts.flatMap(({ path }) => path) ?? [];
  expect(kept.map((path) => isXml(repository.read(path)))).toEqual([true]);
});

test.each(isInOrder)('Jenkins: a test report, and one for warnings (in order: %s)', (inOrder) => {
  const repository = written(inOrder, 'jenkins');
  const text = repository.read('Jenkinsfile');
  // A string of Groovy in double quotes is one of JSON but for `\$`.
  const given = [...text.matchAll(/^ +([A-Z_]+) = (?:"(.*)"|'(.*)')$/gm)].map(
    ([, name = '', double, single = '']) => [
      name,
      double === undefined ? single : (JSON.parse(`"${double.replaceAll('\\$', '$')}"`) as string),
    ],
  );
  const lines = [...text.matchAll(/^ +sh '(.*)'$/gm)].map(([, line = '']) => line);
  expect(lines).toHaveLength(2);
  const said = shell(repository, lines, Object.fromEntries(given) as Environment);
  expect(said.code).toBe(inOrder ? 0 : 1);
  expect(isXml(repository.read('dangan-junit.xml'))).toBe(true);
  expect(isXml(repository.read('dangan-checkstyle.xml'))).toBe(true);
  expect(text).toContain("junit testResults: 'dangan-junit.xml'");
});

test('where dangan cannot be installed it is said what to change', () => {
  const repository = written(true, 'github');
  const { jobs } = parse(repository.read('.github/workflows/dangan.yml')) as {
    readonly jobs: { readonly check: { readonly steps: readonly Step[] } };
  };
  const install = jobs.check.steps.find(({ run }) => run?.includes('npm install'))?.run ?? '';
  const lines = [install.replace('command -v dangan', 'false')];
  const { code, out } = shell(repository, lines, { PACKAGE: './no-such.tgz' });
  expect([code, out]).toEqual([1, expect.stringContaining('请把 PACKAGE 改成')]);
});

test.each(isInOrder)('the action: its steps with what it is given (in order: %s)', (inOrder) => {
  const repository = archive(inOrder);
  const action = parse(readFileSync(join(REPOSITORY, 'action.yml'), 'utf8')) as {
    readonly inputs: Readonly<Record<string, { readonly default: string }>>;
    readonly runs: { readonly steps: readonly Step[] };
  };
  const defaults = Object.entries(action.inputs).map(
    ([name, input]) => [name, input.default] as const,
  );
  const inputs: Environment = {
    ...Object.fromEntries(defaults),
    archive: PLACE,
    sarif: 'a.sarif',
    html: 'a.html',
  };
  const summary = join(repository.root, 'summary.md');
  const said = action.runs.steps.map(({ run = '', env = {} }) => {
    const filled = Object.entries(env).map(([name, value]) => {
      const key = /^\$\{\{ inputs\.([\w-]+) \}\}$/.exec(value)?.[1] ?? '';
      expect(Object.keys(inputs)).toContain(key);
      return [name, inputs[key] ?? ''] as const;
    });
    const environment = { ...Object.fromEntries(filled), GITHUB_STEP_SUMMARY: summary };
    return shell(repository, [run], environment);
  });
  expect(said.map(({ code }) => code)).toEqual([0, inOrder ? 0 : 1]);
  expect(said.at(-1)?.out.includes('::error ')).toBe(!inOrder);
  const sarif = JSON.parse(repository.read('a.sarif')) as { runs: { results: object[] }[] };
  expect((sarif.runs[0]?.results.length ?? 0) > 0).toBe(!inOrder);
  expect(existsSync(join(repository.root, 'a.html')) && existsSync(summary)).toBe(true);
});

const hook = (parse(readFileSync(join(REPOSITORY, '.pre-commit-hooks.yaml'), 'utf8')) as Hook[])[0];

interface Hook {
  readonly id: string;
  readonly entry: string;
}

test.runIf(runsHere('pre-commit', '--version'))('pre-commit takes the hook and runs it', () => {
  for (const inOrder of isInOrder) {
    const repository = archive(inOrder);
    const run = (...words: string[]) => repository.run('pre-commit', words, home);
    const home = { PRE_COMMIT_HOME: join(repository.root, '..', 'pre-commit') };
    const manifest = join(REPOSITORY, '.pre-commit-hooks.yaml');
    expect(run('validate-manifest', manifest)).toMatchObject({ code: 0 });
    const config = { repos: [{ repo: 'local', hooks: [{ ...hook, args: [PLACE] }] }] };
    repository.write({ '.pre-commit-config.yaml': JSON.stringify(config) });
    repository.git('add', '-A', '.');
    const { code, out } = run('run', hook?.id ?? '');
    expect({ code, told: out.includes('name-sequence-duplicate') }).toEqual({
      code: inOrder ? 0 : 1,
      told: !inOrder,
    });
  }
});

test('what is installed where nothing is there is this version', () => {
  const texts = [
    'github/dangan.yml',
    'gitlab/.gitlab-ci.yml',
    'gitee/dangan.yml',
    'jenkins/Jenkinsfile',
  ]
    .map((path) => readFileSync(join(REPOSITORY, 'integrations', path), 'utf8'))
    .flatMap((text) => /dangan@([\d.]+)/.exec(text)?.[1] ?? []);
  const action = parse(readFileSync(join(REPOSITORY, 'action.yml'), 'utf8')) as {
    readonly inputs: { readonly version: { readonly default: string } };
  };
  expect([...texts, action.inputs.version.default]).toEqual(
    Array.from({ length: 5 }, () => VERSION),
  );
});
