import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { SMALL_SYSTEM, temporaryFolder, treeOf, writeTree } from '../helpers/archive-on-disk.js';
import { dangan } from '../helpers/cli.js';

const unit = ['--unit', '县水利局'];

/** A folder that holds `system.yaml`, where the tests run. */
function desk(system = SMALL_SYSTEM): string {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'system.yaml'), system);
  return folder;
}

test('a new archive has settings, scoring system, schemas and every folder', () => {
  const cwd = desk();
  expect(dangan(['init', 'a', '--system', 'system.yaml', ...unit], { cwd }).code).toBe(0);
  expect(treeOf(join(cwd, 'a')).filter((path) => !path.startsWith('schemas/'))).toEqual([
    'criteria.yaml',
    'dangan.yaml',
    '档案/1 组织领导/1.1 领导机构/',
    '档案/1 组织领导/1.2 工作制度/',
    '档案/2 志愿服务/',
  ]);
});

test('where nobody asks for files no indicator is named to add some to', () => {
  const cwd = desk(
    'format: dangan/scoring-system@1\ntitle: 环境卫生\nindicators:\n  - { code: "1", name: 环境面貌, points: 10, files: false, methods: [实地考察] }\n',
  );
  const { out } = dangan(['init', 'a', '--system', 'system.yaml', ...unit], { cwd });
  expect(out).toContain('环境卫生（末级指标 1 项）');
  expect(out).toContain('dangan check');
  expect(out).not.toContain('dangan add');
});

test('the scoring system is taken in byte for byte', () => {
  const cwd = desk(`\uFEFF# 备注\r\n${SMALL_SYSTEM}`);
  dangan(['init', 'a', '--system', 'system.yaml', ...unit], { cwd });
  expect(readFileSync(join(cwd, 'a/criteria.yaml'))).toEqual(
    readFileSync(join(cwd, 'system.yaml')),
  );
});

test('the line for the editor points at the schema in the archive', () => {
  const cwd = temporaryFolder();
  dangan(['init', 'a', '--system', 'yuhang-tax-archive', ...unit], { cwd });
  const [line] = readFileSync(join(cwd, 'a/criteria.yaml'), 'utf8').split('\n');
  expect(line).toBe('# yaml-language-server: $schema=./schemas/scoring-system.schema.json');
  expect(treeOf(join(cwd, 'a'))).toContain('schemas/scoring-system.schema.json');
});

test('a system that extends another brings that along, each in its place', () => {
  const cwd = temporaryFolder();
  dangan(['init', 'a', '--system', 'quarterly-dynamic-2020-unit', ...unit], { cwd });
  expect(treeOf(join(cwd, 'a/criteria'))).toEqual([
    'quarterly-dynamic-2020-unit/criteria.yaml',
    'quarterly-dynamic-2020/criteria.yaml',
  ]);
  expect(dangan(['scaffold'], { cwd: join(cwd, 'a') }).code).toBe(0);
});

describe('in the folder that holds the scoring system', () => {
  const overlay = 'format: dangan/scoring-system@1\nextends: ./市/base.yaml\n';
  const both = { 'criteria.yaml': overlay, '市/base.yaml': SMALL_SYSTEM };

  test('the files it extends may lie there too, and all of them are used where they are', () => {
    const cwd = temporaryFolder();
    writeTree(cwd, both);
    const { code } = dangan(['init', '--system', 'criteria.yaml', ...unit], { cwd });
    expect([code, readFileSync(join(cwd, 'dangan.yaml'), 'utf8')]).toEqual([
      0,
      expect.stringContaining('system: criteria.yaml'),
    ]);
    expect(treeOf(cwd)).toContain('档案/1 组织领导/1.1 领导机构/');
    expect(treeOf(cwd).filter((path) => path.endsWith('base.yaml'))).toEqual(['市/base.yaml']);
    expect(dangan(['scaffold'], { cwd }).code).toBe(0);
  });

  test('a folder deeper will do, and other files will not', () => {
    const cwd = temporaryFolder();
    writeTree(cwd, { '体系/criteria.yaml': overlay, '体系/市/base.yaml': SMALL_SYSTEM });
    const words = ['init', '--system', '体系/criteria.yaml', ...unit];
    writeFileSync(join(cwd, '说明.txt'), '');
    expect(dangan(words, { cwd }).note).toContain('里面有 说明.txt，');
    rmSync(join(cwd, '说明.txt'));
    expect(dangan(words, { cwd }).code).toBe(0);
    expect(readFileSync(join(cwd, 'dangan.yaml'), 'utf8')).toContain('体系/criteria.yaml');
  });

  test('not where the evidence goes', () => {
    const cwd = temporaryFolder();
    writeTree(cwd, { '档案/criteria.yaml': SMALL_SYSTEM });
    const { code, note } = dangan(['init', '--system', '档案/criteria.yaml', ...unit], { cwd });
    expect([code, note]).toEqual([2, expect.stringContaining('里面有 档案，')]);
  });
});

test('what is said of the unit stands in the settings', () => {
  const cwd = desk(`${SMALL_SYSTEM}profile: { 人数: [], 性质: [] }\n`);
  const profile = ['--profile', '人数=120', '--profile', '性质=机关: 甲类'];
  dangan(
    [
      'init',
      'a',
      '--system',
      'system.yaml',
      '--unit',
      'A "B"',
      ...profile,
      '--window',
      '2018..2020',
    ],
    { cwd },
  );
  const text = readFileSync(join(cwd, 'a/dangan.yaml'), 'utf8');
  expect(text).toContain('  name: "A \\"B\\""\n');
  expect(text).toContain('    人数: "120"\n    性质: "机关: 甲类"\n');
  expect(text).toContain('\nwindow: 2018-01-01..2020-12-31\n');
  expect(dangan(['scaffold'], { cwd: join(cwd, 'a') }).code).toBe(0);
});

test('the folder that one stands in may become the archive when it is empty', () => {
  const cwd = temporaryFolder();
  mkdirSync(join(cwd, '.git'));
  expect(dangan(['init', '--system', 'yuhang-tax-archive', ...unit], { cwd }).code).toBe(0);
  expect(readFileSync(join(cwd, '.gitattributes'), 'utf8')).toContain('\n* -text\n');
  expect(readFileSync(join(cwd, '.gitignore'), 'utf8')).toContain('\n/.dangan/\n');
});

test('without a scoring system the built-in ones are listed', () => {
  const { code, note } = dangan(['init'], { cwd: temporaryFolder() });
  expect(code).toBe(2);
  expect(note).toMatch(/yuhang-tax-archive +创建文明单位档案资料归档范围/);
});

test('the result as JSON is one document', () => {
  const cwd = desk();
  const { out } = dangan(['init', 'a', '--system', 'system.yaml', ...unit, '--format', 'json'], {
    cwd,
  });
  expect(JSON.parse(out)).toEqual({
    schema: 'dangan/init@1',
    ok: true,
    path: join(cwd, 'a'),
    unit: '县水利局',
    title: '测评标准',
    system: 'criteria.yaml',
    evidence: '档案',
    folders: 4,
    leaves: 3,
    notApplicable: 0,
  });
});

describe('refused, and nothing is changed', () => {
  /** Words after `init`, in a folder with `system.yaml` and what `there` says. */
  function refused(
    words: readonly string[],
    there: Readonly<Record<string, string | Buffer>> = {},
  ) {
    const cwd = desk();
    writeTree(cwd, there);
    const before = treeOf(cwd);
    const run = dangan(['init', ...words], { cwd });
    expect(treeOf(cwd)).toEqual(before);
    return run;
  }
  const small = ['--system', 'system.yaml', ...unit];

  test('a folder with something in it', () => {
    const { code, note } = refused(['a', ...small], { 'a/通知.docx': 'x', 'a/照片.jpg': 'x' });
    expect([code, note]).toEqual([
      2,
      expect.stringContaining('不是空文件夹，里面有 照片.jpg 等 2 项'),
    ]);
  });

  test('a file where the folder should be', () => {
    expect(refused(['a', ...small], { a: 'x' }).code).toBe(2);
  });

  test('an archive that is there already', () => {
    const { code, note } = refused(['a', ...small], { 'a/dangan.yaml': '' });
    expect([code, note]).toEqual([2, expect.stringContaining('已经有创建档案')]);
  });

  test('a folder inside another archive', () => {
    const { code, note } = refused(['a/b', ...small], { 'a/dangan.yaml': '' });
    expect([code, note]).toEqual([2, expect.stringContaining('档案里不能再建档案')]);
  });

  test.each([
    ['no such file', ['a', '--system', 'nope.yaml', ...unit], '找不到 nope.yaml'],
    ['no such example', ['a', '--system', 'yuhang', ...unit], '没有名为“yuhang”的文件或内置示例'],
    ['a folder for a file', ['a', '--system', './', ...unit], './'],
    ['no unit', ['a', '--system', 'system.yaml'], '--unit'],
    ['a blank unit', ['a', '--system', 'system.yaml', '--unit', ' '], '--unit'],
    ['a profile without a value', ['a', ...small, '--profile', '人数'], '人数'],
    ['a day that there is not', ['a', ...small, '--window', '2019-02-29..2020'], '2019-02-29'],
    [
      'a window that ends before it begins',
      ['a', ...small, '--window', '2020..2018'],
      '2020..2018',
    ],
  ])('%s', (_, words, says) => {
    const { code, note } = refused(words);
    expect([code, note]).toEqual([2, expect.stringContaining(says)]);
  });

  test.each([
    ['empty', ''],
    ['no YAML', 'indicators: ['],
    ['no text', Buffer.from([0, 1, 2, 255, 254, 0])],
    ['a list', '- 1\n- 2\n'],
    ['nested without end', '['.repeat(20_000)],
  ])('a scoring system that is %s', (_, content) => {
    const { code, note } = refused(['a', '--system', 'bad.yaml', ...unit], { 'bad.yaml': content });
    expect([code, note]).toEqual([2, expect.stringContaining('bad.yaml')]);
  });
});

describe('a unit’s profile', () => {
  const county = ['init', 'a', '--system', 'shicheng-river-chief-2018', '--unit', '水利局'];

  test.each([
    ['a value that is not listed', ['部门=水利局'], '是不是“县水利局”？'],
    ['a field that nothing asks for', ['部们=县水利局'], '是不是“部门”？'],
    ['a field that is given twice', ['部门=县水利局', '部门=县环保局'], '不止一次'],
  ])('%s is refused, and nothing is made', (_, facts, says) => {
    const cwd = temporaryFolder();
    const words = [...county, ...facts.flatMap((fact) => ['--profile', fact])];
    const { code, note } = dangan(words, { cwd });
    expect([code, note, treeOf(cwd)]).toEqual([2, expect.stringContaining(says), []]);
  });

  test('what does not apply is told in numbers', () => {
    const { out } = dangan([...county, '--profile', '部门=县水利局'], { cwd: temporaryFolder() });
    expect(out).toContain('不适用本单位的末级指标 32 项');
  });

  test('what was not said is asked for, with the command to type', () => {
    const { note } = dangan(county, { cwd: temporaryFolder() });
    expect(note).toContain(
      'dangan init a --system shicheng-river-chief-2018 --unit 水利局 --profile "部门=县水利局"',
    );
  });

  test('one that the scoring system no longer fits is a notice of check', () => {
    const cwd = temporaryFolder();
    dangan([...county, '--profile', '部门=县水利局'], { cwd });
    const settings = join(cwd, 'a/dangan.yaml');
    writeFileSync(settings, readFileSync(settings, 'utf8').replace('县水利局', '水利厅局'));
    const { note, out } = dangan(['check', 'a'], { cwd });
    expect(note).toContain('“部门”没有“水利厅局”这个值');
    expect(out).toContain('不适用本单位的末级指标：36 项');
  });
});

test('in a folder that holds only the scoring system that is made the archive’s', () => {
  const cwd = desk();
  const { code } = dangan(['init', '--system', 'system.yaml', ...unit], { cwd });
  expect([code, readFileSync(join(cwd, 'system.yaml'), 'utf8')]).toEqual([0, SMALL_SYSTEM]);
  expect(treeOf(cwd).filter((path) => /^[^/]*\.yaml$/.test(path))).toEqual([
    'dangan.yaml',
    'system.yaml',
  ]);
  expect(dangan(['scaffold'], { cwd }).code).toBe(0);
});

test('a folder that Windows cannot have is refused', () => {
  const cwd = desk();
  const { code, note } = dangan(['init', 'CON', '--system', 'system.yaml', ...unit], { cwd });
  expect([code, note]).toEqual([2, expect.stringContaining('“CON”')]);
});

test('what only adds to another system is listed as that', () => {
  const { note } = dangan(['init'], { cwd: temporaryFolder() });
  expect(note).toMatch(/quarterly-dynamic-2020 .*\n.*-unit .*（在 quarterly-dynamic-2020 上增加）/);
});

test('nothing in the examples of the help is wrong usage', () => {
  expect(dangan(['init', '--help']).out).not.toMatch(/^ {2}dangan init$/m);
});

test('what the scoring system itself has is told with how grave it is, and how to see it', () => {
  const words = ['init', 'a', '--system', 'shicheng-river-chief-2018', ...unit];
  const { note } = dangan(words, { cwd: temporaryFolder() });
  expect(note).toMatch(/（错误 2，警告 1），.*`dangan validate "a.criteria.yaml"`/);
});

test('an example can be had with its evidence', () => {
  const cwd = temporaryFolder();
  const { code, note } = dangan(
    ['init', 'a', '--system', 'quarterly-dynamic-2020', '--filled', '--lang', 'en'],
    { cwd },
  );
  expect([code, note]).toEqual([0, expect.stringContaining('`dangan status --today 2020-04-15`')]);
  expect(treeOf(join(cwd, 'a/档案/1 党建'))).toContain('01：党建工作制度.docx');
  expect(readFileSync(join(cwd, 'a/dangan.yaml'), 'utf8')).toContain('某县水利局');
});

test('only what comes with evidence can be had with it', () => {
  const { code, note } = dangan(
    ['init', 'a', '--system', 'system.yaml', '--filled', '--lang', 'en'],
    { cwd: desk() },
  );
  expect([code, note]).toEqual([2, expect.stringContaining('No evidence comes with system.yaml')]);
});
