/**
 * What people and disks do to an archive, and what each command says: the exit code, a word of the sentence, and
 * never a stack trace. Nothing in the archive may be other than before.
 */
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { smallArchive, temporaryFolder, writeTree } from '../helpers/archive-on-disk.js';
import { dangan, danganAsNobody, type Run } from '../helpers/cli.js';
import { contentsOf } from '../helpers/contents.js';
import { ANY_CONTENTS } from '../helpers/nothing-owed.js';
import { PROGRAM } from '../helpers/program.js';
import { runsHere } from '../helpers/programs.js';

const PLACE = '档案/1 组织领导/1.1 领导机构';
const onWindows = process.platform === 'win32';
/** Commands by what they need of the archive. */
const READING = ['check', 'pack', 'scaffold', 'fix --write', 'add SOURCE --to 1.1'];
const ALL = [...READING, 'validate'];

interface Place {
  readonly root: string;
  /** A file to be filed. */
  readonly source: string;
}

function place(): Place {
  const root = smallArchive(ANY_CONTENTS);
  writeTree(root, {
    [`${PLACE}/01：通知.docx`]: 'notice',
    [`${PLACE}/02：计划.docx`]: 'plan',
  });
  const source = join(temporaryFolder(), '总结.docx');
  writeFileSync(source, 'summary');
  return { root, source };
}

function wordsOf(line: string, { source }: Place): string[] {
  return line.split(' ').map((word) => (word === 'SOURCE' ? source : word));
}

function expectRefusal(run: Run, code: number, word: string): void {
  expect([run.code, run.note]).toEqual([code, expect.stringContaining(word)]);
  expect(run.note).not.toMatch(/^ +at .*:\d+/m);
  expect(run.note).not.toContain('dangan 自身的故障');
}

/** Each command meets the same hardship: it answers so, and leaves everything as it was. */
function meet(
  commands: readonly string[],
  code: number,
  word: string,
  hardship: (at: Place) => void,
  run: typeof dangan = dangan,
): void {
  const at = place();
  hardship(at);
  const before = contentsOf(at.root);
  for (const line of commands) {
    expectRefusal(run(wordsOf(line, at), { cwd: at.root }), code, word);
    expect(contentsOf(at.root)).toEqual(before);
  }
}

type Hardship = [string, readonly string[], number, string, (at: Place) => void];
const file = (name: string, content: string | Buffer) => (at: Place) =>
  writeFileSync(join(at.root, name), content);
const remove = (at: Place, name: string) =>
  rmSync(join(at.root, name), { recursive: true, force: true });

test.each<Hardship>([
  [
    'criteria.yaml is not there',
    ALL,
    2,
    '找不到 criteria.yaml',
    (at) => remove(at, 'criteria.yaml'),
  ],
  [
    'criteria.yaml is a folder',
    ALL,
    2,
    'criteria.yaml 是文件夹',
    (at) => {
      remove(at, 'criteria.yaml');
      mkdirSync(join(at.root, 'criteria.yaml'));
    },
  ],
  ['criteria.yaml is empty', READING, 2, 'dangan validate', file('criteria.yaml', '')],
  [
    'criteria.yaml is huge',
    READING,
    2,
    'dangan validate',
    ({ root }) => truncateSync(join(root, 'criteria.yaml'), 300e6),
  ],
  [
    'dangan.yaml is a folder',
    ALL,
    2,
    'dangan.yaml 是文件夹',
    (at) => {
      remove(at, 'dangan.yaml');
      mkdirSync(join(at.root, 'dangan.yaml'));
    },
  ],
  [
    'dangan.yaml has a typo',
    ALL,
    2,
    '是不是想写“evidence”',
    file('dangan.yaml', 'evidnce: 档案\n'),
  ],
  [
    'dangan.yaml is not UTF-8',
    ALL,
    2,
    'GBK',
    file(
      'dangan.yaml',
      Buffer.from('unit: { name: \xcf\xd8\xcb\xae\xc0\xfb\xbe\xd6 }\n', 'latin1'),
    ),
  ],
  [
    'dangan.yaml is a picture',
    ALL,
    2,
    '不是文本文件',
    file('dangan.yaml', Buffer.from([0xff, 0xd8, 0xff, 0, 1, 2, 0, 0])),
  ],
  [
    'dangan.yaml is huge',
    ALL,
    2,
    '超过 4 MB',
    ({ root }) => truncateSync(join(root, 'dangan.yaml'), 300e6),
  ],
  [
    'the evidence folder is a file',
    READING,
    2,
    '档案 不是文件夹',
    (at) => {
      remove(at, '档案');
      writeFileSync(join(at.root, '档案'), '');
    },
  ],
  [
    'the tree is deeper than any archive',
    READING,
    3,
    '64 层',
    (at) => writeTree(at.root, { [`${PLACE}/${'深/'.repeat(70)}01：通知.docx`]: '' }),
  ],
  ['there is no archive', READING, 2, '没有创建档案', (at) => remove(at, 'dangan.yaml')],
])('%s: every command says so, and nothing is changed', (_, commands, code, word, hardship) => {
  meet(commands, code, word, hardship);
});

describe.skipIf(onWindows)('links and pipes', () => {
  test.each<Hardship>([
    [
      'criteria.yaml is a link to itself',
      ALL,
      3,
      'criteria.yaml 是绕回自身的链接',
      (at) => {
        remove(at, 'criteria.yaml');
        symlinkSync('criteria.yaml', join(at.root, 'criteria.yaml'));
      },
    ],
    [
      'dangan.yaml is a link to itself',
      ALL,
      3,
      'dangan.yaml 是绕回自身的链接',
      (at) => {
        remove(at, 'dangan.yaml');
        symlinkSync('dangan.yaml', join(at.root, 'dangan.yaml'));
      },
    ],
    [
      'the evidence folder is a link to itself',
      READING,
      3,
      '档案 是绕回自身的链接',
      (at) => {
        remove(at, '档案');
        symlinkSync('档案', join(at.root, '档案'));
      },
    ],
    [
      'the evidence folder is a link to nothing',
      READING,
      2,
      '找不到',
      (at) => {
        remove(at, '档案');
        symlinkSync('nowhere', join(at.root, '档案'));
      },
    ],
    [
      'criteria.yaml is a pipe that nobody writes to',
      ALL,
      2,
      '特殊文件',
      (at) => {
        remove(at, 'criteria.yaml');
        spawnSync('mkfifo', [join(at.root, 'criteria.yaml')]);
      },
    ],
  ])('%s: every command says so', (_, commands, code, word, hardship) => {
    meet(commands, code, word, hardship);
  });

  test('an evidence folder on another disk, by a link, is worked in as any other', () => {
    const { root, source } = place();
    const elsewhere = join(temporaryFolder(), 'evidence');
    renameSync(join(root, '档案'), elsewhere);
    symlinkSync(elsewhere, join(root, '档案'));
    writeFileSync(join(elsewhere, '1 组织领导/1.1 领导机构/3.总结.docx'), '3');
    const codes = ['fix --write', 'add SOURCE --to 1.1', 'undo', 'undo', 'check'].map(
      (line) => dangan(wordsOf(line, { root, source }), { cwd: root }).code,
    );
    expect(codes).toEqual([0, 0, 0, 0, 0]);
    expect(contentsOf(elsewhere)['1 组织领导/1.1 领导机构/3.总结.docx']).toBeDefined();
  });

  test('a pipe in place of what dangan keeps for itself is not waited for', () => {
    const { root, source } = place();
    dangan(['add', source, '--to', '2'], { cwd: root });
    dangan(['check'], { cwd: root });
    const own = join(root, '.dangan');
    const kept = readdirSync(own, { recursive: true, encoding: 'utf8' })
      .filter((path) => /^cache.|entry\.json$/.test(path))
      .map((path) => join(own, path));
    for (const path of kept) rmSync(path);
    spawnSync('mkfifo', kept);
    expect(dangan(['check'], { cwd: root }).code).toBe(0);
    expectRefusal(dangan(['log'], { cwd: root }), 3, '日志读不出来');
  });

  test('nor is one that is named as a file to read, unless the shell has opened it', () => {
    const { root } = place();
    const pipe = join(temporaryFolder(), '管');
    spawnSync('mkfifo', [pipe]);
    const lines = [
      ['fix', '--plan', pipe],
      ['pack', '--allow-errors', '--sign', pipe],
      ['keygen', '-o', join(temporaryFolder(), 'a.key'), '--password-file', pipe],
      ['validate', pipe],
      ['ledger', 'import', pipe],
    ];
    const runs = lines.map((words) => dangan(words, { cwd: root }));
    expect(runs.map(({ code, note }) => [code, note.includes('特殊文件')])).toEqual(
      lines.map(() => [2, true]),
    );
    const bundle = join(root, 'b.zip');
    dangan(['pack', '--allow-errors', '-o', bundle], { cwd: root });
    for (const option of ['--key', '--profile', '--system'])
      expectRefusal(dangan(['verify', bundle, option, pipe], { cwd: root }), 2, '特殊文件');
    const validate = `'${process.execPath}' '${PROGRAM}' validate <(cat criteria.yaml)`;
    expect(spawnSync('bash', ['-c', validate], { cwd: root }).status).toBe(0);
  });

  test('links that lead around, pipes and names that are not UTF-8 are told, and stay where they are', () => {
    const { root } = place();
    symlinkSync('..', join(root, PLACE, '圈'));
    spawnSync('mkfifo', [join(root, PLACE, '管')]);
    if (process.platform === 'linux') {
      const gbk = Buffer.from([0x30, 0x33, 0xa3, 0xba, 0xbc, 0xc6, 0xbb, 0xae]);
      writeFileSync(Buffer.concat([Buffer.from(join(root, PLACE, '/')), gbk]), 'gbk');
    }
    const before = contentsOf(root);
    const { code, out } = dangan(['check', '--format', 'json'], { cwd: root });
    expect([code, out]).toEqual([1, expect.stringContaining('圈')]);
    expect(dangan(['fix', '--write', '--unsafe'], { cwd: root }).note).not.toContain(' at ');
    expect(
      dangan(['pack', '--allow-errors', '-o', '../b.zip'], { cwd: join(root, '档案') }).code,
    ).toBe(0);
    rmSync(join(root, 'b.zip'));
    rmSync(join(root, '.dangan'), { recursive: true, force: true });
    expect(contentsOf(root)).toEqual(before);
  });
});

test('an evidence folder that is not there is said to be missing', () => {
  const { root } = place();
  rmSync(join(root, '档案'), { recursive: true });
  const { code, note } = dangan(['check'], { cwd: root });
  expect([code, note]).toEqual([0, expect.stringContaining('没有“档案”这个文件夹')]);
});

test('of two archives one in the other, the inner one is worked on and the outer one named', () => {
  const { root } = place();
  const inner = join(root, PLACE, '分局');
  writeTree(inner, {
    'dangan.yaml': '',
    'criteria.yaml': readFileSync(join(root, 'criteria.yaml')),
  });
  const before = contentsOf(root);
  expect(dangan(['check'], { cwd: inner }).note).toContain(`在另一个档案 ${root} 里面`);
  const words = ['init', 'new', '--system', join(root, 'criteria.yaml'), '--unit', '局'];
  expectRefusal(dangan(words, { cwd: root }), 2, '档案里不能再建档案');
  expect(contentsOf(root)).toEqual(before);
});

test.each([
  'check',
  'fix --write',
  'scaffold --write',
  'pack -o bundle.zip',
  'add SOURCE --to 1.1',
])('%s leaves an archive that was put into another alone, and says so', (words) => {
  const { root, source } = place();
  const inner = join(root, PLACE, '分局');
  writeTree(inner, { 'dangan.yaml': '', 'criteria.yaml': 'x', '2.总结.docx': 'x' });
  const before = contentsOf(root);
  const result = dangan(words.replace('SOURCE', source).split(' '), { cwd: root });
  expectRefusal(result, 2, `${PLACE}/分局 里有 dangan.yaml，是另一个创建档案`);
  expect(contentsOf(root)).toEqual(before);
});

describe('files to be filed', () => {
  const long = '长'.repeat(82);
  test.each<[string, string, number, string, (at: Place) => void]>([
    ['is not there', 'add 没有.docx --to 1.1', 2, '找不到 没有.docx', () => undefined],
    ['is empty', 'add SOURCE --to 1.1', 2, '是空文件', (at) => writeFileSync(at.source, '')],
    ['is the archive itself', 'add . --to 1.1', 2, '是档案本身', () => undefined],
    ['is below a file', 'add dangan.yaml/x --to 1.1', 2, '不是文件夹', () => undefined],
    [
      'would get a name that is too long',
      `add ../${long}.docx --to 1.1`,
      2,
      '最多 255 字节',
      ({ root }) => writeFileSync(join(root, '..', `${long}.docx`), 'x'),
    ],
    [
      'would get a title that is too long',
      `add SOURCE --to 1.1 --title ${long}`,
      2,
      '不会自动截断',
      () => undefined,
    ],
    [
      'has a name that no disk holds',
      `add ${'t'.repeat(5000)} --to 1.1`,
      2,
      '名称过长',
      () => undefined,
    ],
  ])('one that %s is refused before anything is done', (_, line, code, word, hardship) => {
    meet([line], code, word, hardship);
    rmSync(join(temporaryFolder(), '..', `${long}.docx`), { force: true });
  });
});

describe('bundles and places', () => {
  const system = fileURLToPath(new URL('../../examples/', import.meta.url));
  test.each<[string, string, number, string]>([
    ['verify of nothing', 'verify 没有.zip', 2, '找不到'],
    ['verify of what is no bundle', 'verify dangan.yaml', 3, '不是 zip、tar 或 tar.gz'],
    ['verify of a folder that is no bundle', 'verify 档案', 3, '不是迎检包'],
    ['verify of an empty file', 'verify empty.zip', 3, '是空文件'],
    ['unpack of nothing', 'unpack 没有.zip --to x', 2, '找不到'],
    ['unpack of what is no bundle', 'unpack dangan.yaml --to x', 3, '不是 zip、tar 或 tar.gz'],
    ['unpack over what is there', 'unpack empty.zip --to 档案', 2, '已经存在'],
    ['pack over what is there', 'pack -o empty.zip', 2, '已经存在'],
    ['pack into a folder that is not there', 'pack -o 没有/b.zip', 2, '没有'],
    ['pack below a file', 'pack -o dangan.yaml/b.zip', 2, 'dangan.yaml'],
    ['pack into the evidence', 'pack -o 档案/b.zip', 2, '佐证材料文件夹'],
    [
      'init with a folder for a system',
      `init /tmp/no-such --unit 局 --system ${system}`,
      2,
      '文件夹',
    ],
    ['init below a file', 'init dangan.yaml/x --unit 局 --system criteria.yaml', 2, 'dangan.yaml'],
    ['validate of a folder', 'validate 档案', 2, '是文件夹'],
    ['a report below a file', 'check --report json=dangan.yaml/x', 2, 'dangan.yaml'],
    ['a plan that is a folder', 'fix --plan 档案 --write', 2, '是文件夹'],
    ['a plan that is not there', 'fix --plan 没有.json --write', 2, '找不到'],
    ['undo with nothing done', 'undo 2020-01-01-001', 2, '没有 2020-01-01-001'],
  ])('%s is refused', (_, line, code, word) => {
    meet([line], code, word, file('empty.zip', ''));
  });
});

describe.skipIf(onWindows || !runsHere('setpriv', '--version') || process.getuid?.() !== 0)(
  'without permission',
  () => {
    const mode = (name: string, bits: number) => (at: Place) =>
      chmodSync(join(at.root, name), bits);
    const WRITING = ['fix --write', 'add SOURCE --to 1.1', 'pack'];
    test.each<Hardship>([
      ['dangan.yaml cannot be read', ALL, 3, '没有权限', mode('dangan.yaml', 0)],
      ['criteria.yaml cannot be read', ALL, 3, '没有权限', mode('criteria.yaml', 0)],
      ['the evidence folder cannot be listed', READING, 3, '读不了', mode('档案', 0)],
      ['a folder in it cannot be listed', READING, 3, '读不了', mode(PLACE, 0)],
      [
        'a file cannot be read',
        ['pack'],
        3,
        '01：通知.docx',
        (at) => {
          chmodSync(at.root, 0o777);
          chmodSync(join(at.root, PLACE, '01：通知.docx'), 0);
        },
      ],
      [
        'the archive cannot be written',
        WRITING,
        3,
        '没有权限',
        (at) => {
          writeFileSync(join(at.root, PLACE, '3.总结.docx'), 'to mend');
          chmodSync(at.root, 0o555);
        },
      ],
      [
        'a file to be filed cannot be read',
        ['add SOURCE --to 1.1'],
        3,
        '没有权限',
        (at) => {
          mkdirSync(join(at.root, '.dangan/journal'), { recursive: true });
          spawnSync('chmod', ['-R', 'a+rwX', at.root]);
          chmodSync(at.source, 0);
        },
      ],
    ])('%s: every command says so, and nothing is changed', (_, commands, code, word, hardship) => {
      const open = (at: Place) => {
        spawnSync('chmod', ['-R', 'a+rX', at.root, join(at.source, '..')]);
        hardship(at);
      };
      meet(commands, code, word, open, danganAsNobody);
    });

    const placed = `${PLACE}/01：通知.docx`;
    test.each<[string, string, string, number]>([
      [
        'the folder that a file is to be moved into may only be written by others',
        'add SOURCE --to 1.1 --move',
        PLACE,
        0o555,
      ],
      ['the journal may only be written by others', 'undo', '.dangan/journal', 0o555],
      ['an entry of the journal cannot be read', 'log', '.dangan/journal/ENTRY/entry.json', 0],
      ['a file of the archive cannot be read', 'diff BUNDLE .', placed, 0],
    ])('%s: just that is named', (_, line, path, bits) => {
      const at = place();
      const bundle = join(at.source, '../b.zip');
      for (const folder of [at.root, join(at.source, '..')]) {
        spawnSync('chown', ['-R', '65534', folder]);
      }
      const run = (each: string) =>
        danganAsNobody(wordsOf(each.replace('BUNDLE', bundle), at), { cwd: at.root });
      run('pack -o BUNDLE');
      run('add SOURCE --to 2');
      const [entry = ''] = readdirSync(join(at.root, '.dangan/journal'));
      const named = path.replace('ENTRY', entry);
      chmodSync(join(at.root, named), bits);
      const { code, note } = run(line);
      expect([code, note]).toEqual([3, expect.stringMatching(`没有权限读取或改动 .*${named}\n`)]);
    });

    test('a user who is only a number, and has no home', () => {
      const [command, ...words] = ['setpriv', '--reuid=54321', '--regid=54321', '--clear-groups'];
      const run = (...each: string[]) =>
        spawnSync(command, [...words, process.execPath, PROGRAM, ...each], {
          env: { PATH: process.env['PATH'] },
        }).status;
      expect([run('rules'), run('keygen')]).toEqual([0, 2]);
    });

    test('what may only be read can be checked', () => {
      const { root } = place();
      spawnSync('chmod', ['-R', 'a=rX', root]);
      expect(danganAsNobody(['check'], { cwd: root }).code).toBe(0);
    });
  },
);

describe.skipIf(onWindows)('streams', () => {
  const through = (line: string, cwd: string) => {
    const script = line.replaceAll('DANGAN', `"${process.execPath}" "${PROGRAM}"`);
    const { stdout, stderr } = spawnSync('bash', ['--norc', '-c', script], {
      cwd,
      encoding: 'utf8',
      env: { PATH: process.env['PATH'], DANGAN_LANG: 'zh-CN' },
    });
    return { out: stdout.trim(), note: stderr.trim() };
  };

  test.each([
    ['a reader that has seen enough', 'DANGAN rules | head -1 >/dev/null; echo ${PIPESTATUS[0]}'],
    ['a reader that went before', '{ sleep 0.5; DANGAN check; echo $? >&2; } 2>&3 3>&1 | true'],
    ['no standard output', 'DANGAN check >&-; echo $?'],
    ['no standard output and no error output', 'DANGAN check >&- 2>&-; echo $?'],
    ['an error output that is full', 'DANGAN check >/dev/null 2>/dev/full; echo $?'],
  ])('%s is no failure', (_, line) => {
    expect(through(`exec 3>&1; ${line}`, place().root)).toEqual({ out: '0', note: '' });
  });

  test('a working folder that is gone is named by those who need one', () => {
    const gone = join(temporaryFolder(), 'gone');
    mkdirSync(gone);
    const line = 'rmdir ../gone; DANGAN completion bash >/dev/null; echo $?; DANGAN check; echo $?';
    const { out, note } = through(line, gone);
    expect([out, note]).toEqual(['0\n2', expect.stringMatching(/^错误：.*已经不在了/)]);
    expect(note).not.toContain('uv_cwd');
  });

  test.runIf(process.platform === 'linux')('a result that cannot be written is one', () => {
    const { out, note } = through('DANGAN check >/dev/full; echo $?', place().root);
    expect([out, note]).toEqual(['3', expect.stringContaining('结果没能全部写出')]);
  });
});
