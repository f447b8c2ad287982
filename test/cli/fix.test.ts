import {
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import stringWidth from 'string-width';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { dangan } from '../helpers/cli.js';
import { MESSY, messyArchive } from '../helpers/messy-archive.js';
import { snapshot, type Snapshot } from '../helpers/disk/snapshot.js';

let root = '';
beforeEach(() => {
  root = messyArchive();
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const run = (...words: string[]) => dangan(words, { cwd: root });
const json = (...words: string[]) => JSON.parse(run(...words, '--format', 'json').out) as Document;
interface Document {
  readonly changes: readonly { do: string; from?: string; to?: string; path?: string }[];
  readonly entries: readonly { id: string; verb: string; state: string }[];
  readonly error: { readonly code: string };
}
const files = (tree: Snapshot) => Object.keys(tree).filter((path) => path.startsWith('档案'));
const before = () =>
  Object.keys(MESSY)
    .filter((path) => path.startsWith('档案'))
    .sort();
const MENDED = [
  '档案/',
  '档案/1 组织领导/',
  '档案/1 组织领导/1.1 领导机构/',
  '档案/1 组织领导/1.1 领导机构/01：创建领导小组文件.docx',
  '档案/1 组织领导/1.1 领导机构/02：年度计划.pdf',
  '档案/1 组织领导/1.1 领导机构/03：总结.docx',
  '档案/1 组织领导/1.1 领导机构/04：会议纪要.doc',
  '档案/1 组织领导/1.2 工作制度/',
];

describe('fix', () => {
  test('shows the plan and changes nothing', () => {
    const tree = snapshot(root);
    const { code, out } = run('fix');
    expect(code).toBe(0);
    expect(out).toContain('2.年度计划.pdf           → 02：年度计划.pdf');
    expect(snapshot(root)).toEqual(tree);
  });

  test('--write carries it out', () => {
    expect(run('fix', '--write').code).toBe(0);
    expect(files(snapshot(root))).toEqual(MENDED);
  });

  test('a second fix plans nothing', () => {
    run('fix', '--write');
    expect(json('fix').changes).toEqual([]);
  });

  test('exits 1 when errors are left that it does not mend', () => {
    writeFileSync(join(root, '档案/1. 组织领导/1.1领导机构/04：又一份.docx'), '');
    expect(run('fix', '--write').code).toBe(1);
  });

  test('what the ledger tells apart is not left to people, before the names are mended and after', () => {
    const folder = join(root, '档案/1. 组织领导/1.1领导机构');
    writeFileSync(join(folder, '5.专题会议纪要.docx'), '甲');
    writeFileSync(join(folder, '6.专题会议纪要.docx'), '乙');
    const left = (...words: string[]) => run('fix', '--rule', 'name', ...words).out;
    expect(left()).toContain('name-title-duplicate');
    writeFileSync(
      join(folder, 'ledger.yaml'),
      'entries:\n  - { file: 5.专题会议纪要.docx, date: 2020-03 }\n  - { file: 6.专题会议纪要.docx, date: 2020-06 }\n',
    );
    expect(left()).not.toContain('name-title-duplicate');
    expect(left('--write')).not.toContain('name-title-duplicate');
    expect(left()).not.toContain('name-title-duplicate');
  });

  test('--rule mends by that rule alone', () => {
    expect(json('fix', '--rule', 'tree-folder-missing').changes).toHaveLength(1);
  });

  test('a rule that is not known is named, with the nearest', () => {
    const { code, note } = run('fix', '--rule', 'name-seperator');
    expect(code).toBe(2);
    expect(note).toContain('name-separator');
  });

  test('goes over nothing that the archive consists of', () => {
    const whole = snapshot(root);
    const evidence = Object.keys(whole).find((path) => /^档案.*\.docx$/.test(path)) ?? '';
    for (const file of [evidence, 'dangan.yaml']) {
      expect([file, run('fix', '-o', file).code]).toEqual([file, 2]);
    }
    expect(snapshot(root)).toEqual(whole);
  });

  test('a saved plan is carried out later', () => {
    run('fix', '-o', 'plan.json');
    expect(run('fix', '--plan', 'plan.json', '--write').code).toBe(0);
    expect(files(snapshot(root))).toEqual(MENDED);
  });

  test('a saved plan is refused when a name has changed since', () => {
    run('fix', '-o', 'plan.json');
    writeFileSync(join(root, '档案/新来的.docx'), '');
    const { code, out } = run('fix', '--plan', 'plan.json', '--write', '--format', 'json');
    expect([code, (JSON.parse(out) as Document).error.code]).toEqual([2, 'PLAN_STALE']);
  });

  test.each([
    ['not JSON', '{'],
    ['another document', '{"schema":"dangan/check@1"}'],
    ['no list of changes', '{"schema":"dangan/plan@1","tree":"TREE","changes":{}}'],
    [
      'a path that leaves the archive',
      '{"schema":"dangan/plan@1","tree":"TREE","changes":[{"do":"trash","of":"file","path":"../x","why":[]}]}',
    ],
    [
      'a file from outside',
      '{"schema":"dangan/plan@1","tree":"TREE","changes":[{"do":"file","source":"/etc/passwd","to":"档案/x","keep":true,"why":[]}]}',
    ],
  ])('a plan file with %s is refused', (_, text) => {
    writeFileSync(join(root, 'plan.json'), text.replace('TREE', '0'.repeat(64)));
    const { code, out } = run('fix', '--plan', 'plan.json', '--write', '--format', 'json');
    expect([code, (JSON.parse(out) as Document).error.code]).toEqual([2, 'PLAN_INVALID']);
  });

  test('--unsafe puts aside what is no evidence; nothing is deleted', () => {
    writeFileSync(join(root, '档案/1. 组织领导/1.1领导机构/Thumbs.db'), 'thumbs');
    run('fix', '--unsafe', '--write');
    const [{ id } = { id: '' }] = json('log').entries;
    const kept = join(root, '.dangan/trash', id, '档案/1. 组织领导/1.1领导机构/Thumbs.db');
    expect(readFileSync(kept, 'utf8')).toBe('thumbs');
  });
});

describe('fix FILE.yaml', () => {
  test('mends the text alone, and undo brings it back', () => {
    const file = join(root, 'alone.yaml');
    const text = 'format: dangan/scoring-system@1\ntitle：测评标准\nindicators: []\n';
    writeFileSync(file, text);
    expect(run('fix', 'alone.yaml').code).toBe(0);
    expect(readFileSync(file, 'utf8')).toBe(text);
    run('fix', 'alone.yaml', '--write');
    expect(readFileSync(file, 'utf8')).toContain('title: 测评标准');
    run('undo');
    expect(readFileSync(file, 'utf8')).toBe(text);
  });
});

test('blanks at the end of a name are seen in the plan', () => {
  writeFileSync(join(root, '档案/1. 组织领导/1.1领导机构/8.简报 .docx'), 'x');
  expect(run('fix').out).toContain('8.简报␣.docx');
});

describe('renumbering', () => {
  const folder = '档案/1. 组织领导/1.2工作制度';
  const filed = (...names: string[]) => {
    for (const name of names) {
      mkdirSync(join(root, folder), { recursive: true });
      writeFileSync(join(root, folder, name), name);
    }
    run('fix', '--write', '--unsafe');
    return readdirSync(join(root, '档案/1 组织领导/1.2 工作制度')).sort();
  };

  test('what was written well keeps its number', () => {
    expect(filed('01：位置.docx', '1.一位.docx')).toEqual(['01：位置.docx', '02：一位.docx']);
  });

  test('a name without a title keeps its colon', () => {
    expect(filed('01：甲.docx', '07：.docx')).toEqual(['01：甲.docx', '02：.docx']);
  });
});

describe('what to type next', () => {
  test.each([
    [['fix'], '`dangan fix --write`'],
    [['fix', '--unsafe'], '`dangan fix --unsafe --write`'],
    [['fix', '--rule', 'name-separator'], '`dangan fix --rule name-separator --write`'],
    [['fix', '档案', '--unsafe'], '`dangan fix 档案 --unsafe --write`'],
  ])('%j is carried out by %s', (words, command) => {
    expect(run(...words).out).toContain(command);
  });

  test('a saved plan is carried out as that plan', () => {
    run('fix', '-o', 'plan.json');
    expect(run('fix', '--plan', 'plan.json').out).toContain(
      '`dangan fix --plan plan.json --write`',
    );
  });
});

describe('after an interrupted change', () => {
  const sentence = '运行 `dangan fix --write` 把它做完，或运行 `dangan undo` 撤销';
  beforeEach(() => {
    run('fix', '--write');
    const { entries } = json('log');
    const entry = join(root, '.dangan/journal', entries[0]?.id ?? '');
    rmSync(join(entry, 'end.json'));
    writeFileSync(join(root, 'new.docx'), 'new');
  });

  test.each([[['add', 'new.docx', '--to', '1.1']], [['scaffold']], [['pack']]])(
    '%j stops and says how to go on',
    (words) => {
      const tree = snapshot(root);
      const { code, note } = run(...words);
      expect([code, note]).toEqual([3, expect.stringContaining(sentence)]);
      expect(snapshot(root)).toEqual(tree);
    },
  );

  test.each([
    ['check'],
    ['status'],
    ['score'],
    ['catalogue', '-o', 'list.csv'],
    ['notice', '-o', 'todo.html'],
    ['bind', '--indicator', '1.1', '-o', 'bound.pdf'],
    ['boxes'],
    ['ledger', 'export', 'ledger.xlsx'],
  ])('%s says so and goes on', (...words) => {
    const { code, note } = run(...words);
    expect([(code ?? 9) < 2, note]).toEqual([true, expect.stringContaining('上次的改动中断了')]);
  });

  test('fix --write carries it to its end', () => {
    run('fix', '--write');
    expect(json('log').entries).toMatchObject([{ state: 'finished' }]);
  });

  test('of an undo it is said that undo finishes it, and it does', () => {
    run('undo');
    const { entries } = json('log');
    const id = entries.find(({ verb }) => verb === 'undo')?.id ?? '';
    rmSync(join(root, '.dangan/journal', id, 'end.json'));
    const { note } = run('status');
    expect(note).toContain('`dangan undo` 会接着把它做完');
    expect(note).not.toContain('`dangan undo` 可以撤销');
    expect(run('scaffold').note).toContain('运行 `dangan undo` 把它做完，然后再运行这个命令');
    run('undo');
    expect(json('log').entries.find((entry) => entry.id === id)).toMatchObject({
      state: 'finished',
    });
  });
});

describe('undo', () => {
  test('brings back every name', () => {
    const tree = snapshot(root);
    run('fix', '--write');
    expect(run('undo').code).toBe(0);
    expect(snapshot(root)).toEqual(tree);
  });

  test('can be taken back itself', () => {
    run('fix', '--write');
    run('undo');
    expect(run('undo', '2020-01-01-001').code).toBe(2);
    const { entries } = json('log');
    run('undo', entries.at(-1)?.id ?? '');
    expect(files(snapshot(root))).toEqual(MENDED);
  });

  test('takes the number alone for the whole id', () => {
    run('fix', '--write');
    expect(run('undo', '1').code).toBe(0);
  });

  /** Two changes, of which the first is made to be of another day. */
  function twoDays(): string {
    run('fix', '--rule', 'tree-folder-missing', '--write');
    const [{ id: today } = { id: '' }] = json('log').entries;
    const journal = join(root, '.dangan/journal');
    for (const id of ['2020-11-21-002', '2020-11-22-002']) {
      cpSync(join(journal, today), join(journal, id), { recursive: true });
      const file = join(journal, id, 'entry.json');
      writeFileSync(file, readFileSync(file, 'utf8').replace(today, id));
    }
    return today;
  }

  test('names the changes that a number or a day may mean', () => {
    twoDays();
    const { code, note } = run('undo', '2');
    expect([code, note]).toEqual([
      2,
      expect.stringMatching(/2 可能是下面 2 次[^]*2020-11-22-002 {2}fix\n *2020-11-21-002/),
    ]);
  });

  test('takes a day with one change in it for that change', () => {
    twoDays();
    expect(run('undo', '2020-11-21').out).toContain('已撤销 2020-11-21-002');
  });

  test('takes the change of today before others with its number', () => {
    const today = twoDays();
    run('undo', '2020-11-21');
    expect(run('undo', '2').out).toContain(`已撤销 ${today.slice(0, 10)}-002`);
  });

  test('goes back one change at a time', () => {
    run('fix', '--rule', 'tree-folder-missing', '--write');
    run('fix', '--write');
    run('undo');
    run('undo');
    expect(files(snapshot(root)).filter((path) => !path.endsWith('/'))).toEqual(before());
    expect(run('undo').code).toBe(2);
  });

  test('is refused when a file was edited since, and says which', () => {
    run('fix', '--write');
    writeFileSync(join(root, '档案/1 组织领导/1.1 领导机构/02：年度计划.pdf'), 'another');
    const tree = snapshot(root);
    const { code, note } = run('undo');
    expect([code, note]).toEqual([3, expect.stringContaining('02：年度计划.pdf 之后又编辑过')]);
    expect(note).toMatch(/dangan undo \d{4}-\d\d-\d\d-001 --edited/);
    expect(snapshot(root)).toEqual(tree);
  });

  test('--edited renames such a file back too, and keeps what was written', () => {
    run('fix', '--write');
    writeFileSync(join(root, '档案/1 组织领导/1.1 领导机构/02：年度计划.pdf'), 'another');
    expect(run('undo', '--edited').code).toBe(0);
    expect(readFileSync(join(root, '档案/1. 组织领导/1.1领导机构/2.年度计划.pdf'), 'utf8')).toBe(
      'another',
    );
  });

  test('is refused when a text that it mended was changed since, and says which', () => {
    const file = join(root, 'criteria.yaml');
    writeFileSync(file, readFileSync(file, 'utf8').replace('"1.1"', '1.1'));
    run('fix', '--write');
    writeFileSync(file, `${readFileSync(file, 'utf8')}# mine\n`);
    const tree = snapshot(root);
    const { code, note } = run('undo');
    expect([code, note]).toEqual([3, expect.stringContaining('criteria.yaml 之后又改动过')]);
    expect(snapshot(root)).toEqual(tree);
  });

  test('names everything that stands in the way, and offers to pass over it', () => {
    run('fix', '--write');
    for (const name of ['02：年度计划.pdf', '03：总结.docx']) {
      rmSync(join(root, '档案/1 组织领导/1.1 领导机构', name));
    }
    const { note } = run('undo');
    expect(note).toContain('02：年度计划.pdf 已经不在');
    expect(note).toContain('03：总结.docx 已经不在');
    expect(note).toMatch(/dangan undo \d{4}-\d\d-\d\d-001 --skip/);
  });

  test('--skip takes back everything else, and the journal says how much it passed over', () => {
    run('fix', '--write');
    rmSync(join(root, '档案/1 组织领导/1.1 领导机构/02：年度计划.pdf'));
    const { code, note } = run('undo', '--skip');
    expect([code, note]).toEqual([0, expect.stringContaining('02：年度计划.pdf 已经不在')]);
    expect(files(snapshot(root)).filter((path) => !path.endsWith('/'))).toEqual(
      before().filter((path) => !path.includes('2.年度计划')),
    );
    expect(json('log').entries.at(-1)).toMatchObject({ verb: 'undo', skipped: 1 });
  });

  test('--skip is no undo when nothing at all can be taken back', () => {
    const old = '档案/1. 组织领导/1.1领导机构';
    run('fix', '--rule', 'name-separator', '--write');
    for (const name of readdirSync(join(root, old))) rmSync(join(root, old, name));
    expect(run('undo', '--skip').code).toBe(3);
  });

  test('--leave says that nothing is interrupted', () => {
    run('fix', '--write');
    expect(run('undo', '--leave').note).toContain('没有中断的改动');
  });

  test('is refused when a file has gone since', () => {
    run('fix', '--write');
    rmSync(join(root, '档案/1 组织领导/1.1 领导机构/02：年度计划.pdf'));
    expect(run('undo').note).toContain('02：年度计划.pdf 已经不在');
  });

  test('is refused when an old name is taken by now', () => {
    run('fix', '--rule', 'name-separator', '--write');
    writeFileSync(join(root, '档案/1. 组织领导/1.1领导机构/2.年度计划.pdf'), '');
    expect(run('undo').note).toContain('2.年度计划.pdf 这个名称已被占用');
  });

  test('leaves a folder that it made when something has been put there', () => {
    run('fix', '--rule', 'tree-folder-missing', '--write');
    const [made] = Object.keys(snapshot(root)).filter((path) => path.includes('1.2'));
    writeFileSync(join(root, made ?? '', '01：制度.docx'), 'rules');
    expect(run('undo').code).toBe(0);
    expect(readFileSync(join(root, made ?? '', '01：制度.docx'), 'utf8')).toBe('rules');
  });
});

describe('the scoring system of an archive', () => {
  const file = () => readFileSync(join(root, 'criteria.yaml'), 'utf8');
  beforeEach(() => {
    const typed = file().replace('title: 市级', 'title：市级').replace('"1.1"', '1.1');
    writeFileSync(join(root, 'criteria.yaml'), typed);
  });

  test('is mended with the rest, and undo gives the same bytes back', () => {
    const typed = file();
    run('fix', '--write');
    expect(file()).toContain('title: 市级');
    expect(file()).toContain('"1.1"');
    run('undo');
    expect(file()).toBe(typed);
  });

  test('is left alone by a fix of another rule', () => {
    const typed = file();
    run('fix', '--rule', 'tree-folder-missing', '--write');
    expect(file()).toBe(typed);
  });

  test('a second fix has nothing left to do in it', () => {
    run('fix', '--write');
    expect(json('fix').changes).toEqual([]);
  });
});

describe('log', () => {
  test('lists what was done, and what was taken back', () => {
    run('fix', '--write');
    run('undo');
    expect(json('log').entries.map(({ verb, state }) => `${verb} ${state}`)).toEqual([
      'fix undone',
      'undo finished',
    ]);
  });

  test('tells the time of day, how many files and folders, and where', () => {
    run('fix', '--write');
    const id = /\d{4}-\d\d-\d\d-001/.exec(run('log').out)?.[0] ?? '';
    const record = join(root, '.dangan/journal', id, 'entry.json');
    utimesSync(record, new Date(), new Date(`${id.slice(0, 10)}T09:05:00+08:00`));
    const lines = run('log').out.split('\n');
    expect(lines[1]).toMatch(/^\S+-001 {2}09:05 {5}fix {2,}\S/);
    expect(lines[2]).toMatch(/^ {4}3 个文件、\d 个文件夹：档案\/1 组织领导/);
  });

  test('no line is wider than the terminal, and what has no room is counted', () => {
    run('fix', '--write');
    run('undo');
    const places = (columns: string, lang: string) =>
      dangan(['log'], { cwd: root, environment: { COLUMNS: columns, DANGAN_LANG: lang } })
        .out.split('\n')
        .filter((line) => line.startsWith('    '));
    expect(places('60', 'zh-CN').join()).toMatch(/ 等 3 处$/);
    expect(places('60', 'en').join()).toMatch(/ and \d more$/);
    expect(places('200', 'en').join()).not.toContain('more');
    for (const line of [...places('60', 'zh-CN'), ...places('60', 'en')]) {
      expect(stringWidth(line)).toBeLessThanOrEqual(60);
    }
  });

  test('says so when nothing was done yet', () => {
    expect(run('log').out).toBe('dangan 还没有改动过这个档案。\n');
  });

  test('a damaged journal is an error with its place, not a crash', () => {
    run('fix', '--write');
    const [{ id } = { id: '' }] = json('log').entries;
    writeFileSync(join(root, '.dangan/journal', id, 'entry.json'), '{');
    expect([run('log').code, json('log').error.code]).toEqual([3, 'JOURNAL_DAMAGED']);
  });

  test('what only looks needs no journal: it says that it is damaged, and goes on', () => {
    run('fix', '--write');
    const [{ id } = { id: '' }] = json('log').entries;
    rmSync(join(root, '.dangan/journal', id, 'end.json'));
    writeFileSync(join(root, '.dangan/journal', id, 'entry.json'), '{');
    for (const command of ['check', 'status', 'fix']) {
      const { code, out, note } = run(command, '--format', 'json');
      const { error } = JSON.parse(out) as { error?: object };
      expect([Number(code) < 2, error]).toEqual([true, undefined]);
      expect(note).toContain('日志读不出来');
    }
    expect(run('fix', '--write').code).toBe(3);
  });

  test('what else lies in the journal folder is left alone', () => {
    mkdirSync(join(root, '.dangan/journal/笔记'), { recursive: true });
    expect(run('log').code).toBe(0);
    renameSync(join(root, '.dangan/journal/笔记'), join(root, '.dangan/journal/notes'));
    expect(run('fix', '--write').code).toBe(0);
  });
});
