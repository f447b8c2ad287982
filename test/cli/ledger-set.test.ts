import { readdirSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { smallArchive, writeTree } from '../helpers/archive-on-disk.js';
import { dangan } from '../helpers/cli.js';
import { faultsBy } from '../helpers/published-schemas.js';
import { snapshot } from '../helpers/disk/snapshot.js';

const HOME = '档案/1 组织领导/1.1 领导机构';
const ELSEWHERE = '档案/1 组织领导/1.2 工作制度';

function archive(): string {
  const root = smallArchive();
  writeTree(root, { [`${HOME}/01：通知.docx`]: 'notice', [`${HOME}/02：合影.jpg`]: 'photo' });
  return root;
}
const ledger = (root: string, folder = HOME) =>
  readFileSync(join(root, folder, 'ledger.yaml'), 'utf8').replace(/^#.*\n/gm, '');
const set = (root: string, ...words: string[]) =>
  dangan(['ledger', 'set', ...words], { cwd: join(root, HOME) });

test('what is set is written at once, and undone by undo', () => {
  const root = archive();
  const { code, out } = set(root, '01：通知.docx', 'date=2020-03-12', 'number=〔2020〕36号');
  expect([code, out]).toEqual([0, expect.stringContaining(`${HOME}/ledger.yaml`)]);
  expect(ledger(root)).toMatch(
    /^entries:\n {2}- file: 01：通知.docx\n {4}date: 2020-03-12\n {4}number: 〔2020〕36号\n {4}bytes: 6\n {4}sha256: [\da-f]{64}\n$/,
  );
  dangan(['undo'], { cwd: root });
  expect(snapshot(join(root, HOME))).not.toHaveProperty('ledger.yaml');
});

// Neither Windows nor macOS has both names in one folder.
test.runIf(process.platform === 'linux').each([
  ['an accent that is a letter of its own', '01：cafe\u0301.docx', '01：caf\u00e9.docx'],
  ['a capital', '01：Plan.docx', '01：plan.docx'],
])('of two names that differ only by %s none is written of', (_, a, b) => {
  const root = archive();
  writeTree(root, { [`${HOME}/${a}`]: 'a', [`${HOME}/${b}`]: 'b' });
  for (const name of [a, b]) {
    const { code, note } = set(root, name, 'date=2020-03-12');
    expect([code, note]).toEqual([2, expect.stringContaining(`文件夹里有 2 份都叫 ${name}`)]);
  }
  expect(snapshot(join(root, HOME))).not.toHaveProperty('ledger.yaml');
  expect(set(root, '01：通知.docx', 'date=2020-03-12').code).toBe(0);
});

test('an undo of what came before tells what the ledger still says of files put aside', () => {
  const root = smallArchive();
  writeTree(root, { '收件/通知.docx': 'notice' });
  const run = (...words: readonly string[]) => dangan(words, { cwd: root });
  run('add', '--to', '1.1', '收件/通知.docx');
  set(root, '01：通知.docx', 'date=2020-03-12');
  const [first = '', second = ''] = readdirSync(join(root, '.dangan/journal'));
  const { note } = run('undo', first);
  expect(note).toContain(`${HOME}/ledger.yaml 里有 1 条`);
  expect(run('undo', second)).toMatchObject({ code: 0, note: '' });
  expect(snapshot(join(root, HOME))).not.toHaveProperty('ledger.yaml');
});

test('keys and kinds may be said in the words of the sheet, lists with any comma', () => {
  const root = archive();
  set(root, '01：通知.docx', '形成日期=2020年3月', '材料类型=通知', '同时用于=1/1.2、2');
  expect(ledger(root)).toContain('date: 2020年3月\n    kind: notice\n    references: [1/1.2, "2"]');
});

test('other words of clerks are understood, and so is a full-width ＝', () => {
  const root = archive();
  set(root, '01：通知.docx', '日期＝2020', '种类=通知', '提交日期＝2020-03-05', '说明·地点=广场');
  expect(ledger(root)).toMatch(/kind: notice\n(?: {4}.*\n)*? {4}submitted: 2020-03-05\n/);
  expect(ledger(root)).toMatch(/date: 2020\n[^]*caption:[^]*地点: 广场/);
});

test('a day that is still to come is registered, and asked about', () => {
  const root = archive();
  expect(set(root, '01：通知.docx', 'date=2096-03-01', 'submitted=2020-03-05').note).toContain(
    '形成日期 2096-03-01 还没有到，请核对是不是写错了',
  );
  expect(ledger(root)).toContain('date: 2096-03-01');
  expect(set(root, '01：通知.docx', 'date=2020-03-01').note).not.toContain('还没有到');
});

test('a word that nobody knows is answered with the words of the sheet', () => {
  const { code, note } = set(archive(), '01：通知.docx', '天气=晴');
  expect([code, note]).toEqual([2, expect.stringMatching(/可填的有：形成日期、文号、.*报送日期/)]);
});

test.each([
  ['形成日期：2020-03-12'],
  ['形成日期:2020-03-12'],
  ['形成日期', '=', '2020-03-12'],
  ['形成日期=', '2020-03-12'],
  ['形成日期', '=2020-03-12'],
])('%j is what was meant by 形成日期=2020-03-12', (...words) => {
  const root = archive();
  const { out } = set(root, '01：通知.docx', ...words);
  expect(out).toContain('已登记 1 份材料：形成日期 2020-03-12；写入：');
  expect(ledger(root)).toContain('date: 2020-03-12\n');
});

test('what cannot be told from a file is said', () => {
  const { code, note } = set(archive(), '01：通知.docx', '天气：晴');
  expect([code, note]).toEqual([
    2,
    expect.stringContaining('“天气：晴”既不是文件，也不是“项目=值”'),
  ]);
});

test('what is wrong is told by the name that a clerk has for it', () => {
  const said = (word: string) => set(archive(), '01：通知.docx', word).note;
  expect(said('日期=某天')).toContain('“形成日期”写的是“某天”');
});

test('the words of the sheet hold in whatever language the tool speaks', () => {
  const root = archive();
  set(root, '01：通知.docx', '材料类型=通知', '--lang', 'en');
  expect(ledger(root)).toContain('kind: notice');
});

test('an indicator and an ordinal name the evidence, as they do for move', () => {
  const root = archive();
  const inRoot = (...words: string[]) => dangan(['ledger', 'set', ...words], { cwd: root });
  expect(inRoot('1.1/01', '领导机构/02', 'date=2020-03-12').out).toContain('已登记 2 份材料');
  expect(ledger(root)).toMatch(/file: 01：通知\.docx\n {4}date: 2020-03-12/);
  expect(ledger(root)).toMatch(/file: 02：合影\.jpg\n {4}date: 2020-03-12/);
  const { code, note } = inRoot('1.1/07', 'date=2020-03-12');
  expect([code, note]).toEqual([2, expect.stringContaining('找不到 1.1/07')]);
});

test('several files at once', () => {
  const root = archive();
  set(root, '01：通知.docx', '02：合影.jpg', 'activity=学雷锋');
  expect(ledger(root).match(/activity: 学雷锋/g)).toHaveLength(2);
});

describe('where the shell leaves a pattern as it is', () => {
  const filesOf = (text: string) =>
    [...text.matchAll(/- file: "?([^"\n]*)/g)].map(([, file]) => file);

  test.each([
    ['*.jpg', ['02：合影.jpg', '03：[甲](1).jpg']],
    ['0?：通*', ['01：通知.docx']],
    ['**', ['01：通知.docx', '02：合影.jpg', '03：[甲](1).jpg']],
    ['*[甲](?).jpg', ['03：[甲](1).jpg']],
    [`../1.1*/02*`, ['02：合影.jpg']],
  ])('%s is every evidence that it matches', (pattern, files) => {
    const root = archive();
    writeTree(root, { [`${HOME}/03：[甲](1).jpg`]: 'x', [`${HOME}/Thumbs.db`]: 'x' });
    set(root, pattern, 'activity=学雷锋');
    expect(filesOf(ledger(root))).toEqual(files);
  });

  test('a file whose name has the mark is itself', () => {
    const root = archive();
    writeTree(root, { [`${HOME}/*.jpg`]: 'x' });
    set(root, '*.jpg', 'activity=学雷锋');
    expect(filesOf(ledger(root))).toEqual(['*.jpg']);
  });

  test('a file that is named and matched is set once', () => {
    const root = archive();
    const { out } = set(root, '02：合影.jpg', '*.jpg', 'activity=学雷锋');
    expect(out).toContain('已登记 1 份材料');
  });

  test.each(['*.heic', 'ledger.*', '[*].jpg'])(
    '%s, which matches none, is a missing file',
    (name) => {
      const root = archive();
      set(root, '01：通知.docx', 'date=2020');
      const { code, note } = set(root, name, 'activity=学雷锋');
      expect([code, note]).toEqual([2, expect.stringContaining(`${name} 不是这个档案的材料`)]);
    },
  );
});

test('an address belongs to a folder', () => {
  const root = archive();
  set(root, '.', 'link=https://example.cn/a', 'title=报道');
  set(root, '.', 'link=https://example.cn/a', 'date=2020-03-06');
  expect(ledger(root)).toBe(
    'entries:\n  - link: https://example.cn/a\n    title: 报道\n    date: 2020-03-06\n',
  );
});

test('nothing after = takes a key away; what is so already changes nothing', () => {
  const root = archive();
  set(root, '01：通知.docx', 'date=2020', 'caption.地点=广场');
  set(root, '01：通知.docx', 'date=', 'caption.地点=');
  expect(ledger(root)).toMatch(/docx\n {4}bytes/);
  const again = set(root, '01：通知.docx', 'date=', '--format', 'json').out;
  expect(JSON.parse(again)).toMatchObject({ ledgers: [], entry: null });
});

test.each([
  [['01：通知.docx', 'date=2020-02-30'], '应当是日期'],
  [['01：通知.docx', 'references=1/1.9'], '是不是想写“1/1.1”'],
  [['01：通知.docx', 'owner=ofice'], '是不是想写“office”'],
  [['01：通知.docx', 'seen.by=张三'], '缺少“what”'],
  [['01：通知.docx', 'dat=2020'], '是不是“date”'],
  [['01：通知.docx', 'caption=广场'], '是不是“caption.”'],
  [['01：通知.docx'], '<项目=值...>'],
  [['date=2020', 'pages=3'], '请写明是哪份材料'],
  [['01：通知.docx', '02：合影.jpg'], '请写明登记什么'],
  [['01：通.docx', 'date=2020'], '是不是 01：通知.docx'],
  [['.', 'date=2020'], '不是这个档案的材料'],
  [['01：通知.docx', 'link=https://example.cn'], '要在 file、link 里写一个'],
  [['../../../criteria.yaml', 'date=2020'], '不是这个档案的材料'],
])('%j is refused with %s', (words, expected) => {
  const root = archive();
  const before = snapshot(root);
  const { code, note } = set(root, ...words);
  expect([code, note]).toEqual([2, expect.stringContaining(expected)]);
  expect(snapshot(root)).toEqual(before);
});

test('what it prints for programs follows its schema', () => {
  const root = archive();
  const words = ['01：通知.docx', 'date=2020', 'requirements=', '--format', 'json'];
  expect(faultsBy('ledger-set', JSON.parse(set(root, ...words).out))).toEqual([]);
});

test('entries whose files were renamed and moved by hand go with them', () => {
  const root = archive();
  set(root, '01：通知.docx', '02：合影.jpg', 'activity=学雷锋');
  renameSync(join(root, HOME, '01：通知.docx'), join(root, ELSEWHERE, '07：成立小组的通知.docx'));
  set(root, '02：合影.jpg', 'date=2020');
  expect(ledger(root)).not.toContain('通知');
  expect(ledger(root, ELSEWHERE)).toContain(
    '- file: 07：成立小组的通知.docx\n    activity: 学雷锋',
  );
});

test('without a word more it shows its help', () => {
  const { code, out } = dangan(['ledger'], {});
  expect([code, out]).toEqual([2, expect.stringContaining('dangan ledger set')]);
});

test.each([
  [['st'], '是不是想用 `dangan ledger set`'],
  [['set', '--frmat'], '--format'],
  [['set'], '`dangan ledger set` 还要写上 <文件>'],
])('ledger %j is answered with %s', (words, expected) => {
  const { code, note } = dangan(['ledger', ...words], {});
  expect([code, note]).toEqual([2, expect.stringContaining(expected)]);
});

describe('the journal of single things that were set', () => {
  const edited = () => {
    const root = archive();
    set(root, '01：通知.docx', 'date=2020-03-12');
    set(root, '01：通知.docx', '02：合影.jpg', 'caption.地点=广场');
    set(root, '01：通知.docx', 'number=3号');
    return root;
  };
  const ids = (root: string) =>
    [...dangan(['log'], { cwd: root }).out.matchAll(/^(\S+-\d{3}) /gm)].flatMap(
      ([, id]) => id ?? [],
    );

  test('the log names the paper and its fields', () => {
    const { out } = dangan(['log'], { cwd: edited() });
    expect(out.split('\n').filter((line) => line.startsWith('    '))).toEqual([
      '    01：通知.docx 的文号',
      '    01：通知.docx 的说明·地点；02：合影.jpg 的说明·地点',
      '    01：通知.docx 的形成日期',
    ]);
  });

  test('more than one line has room for is counted', () => {
    const root = archive();
    set(
      root,
      '01：通知.docx',
      '02：合影.jpg',
      ...['seen.what=公章', 'seen.by=张三', 'seen.on=2020-03-12'],
    );
    const { out } = dangan(['log'], { cwd: root, environment: { COLUMNS: '60' } });
    expect(out).toContain('\n    01：通知.docx 的核对结果、核对人、核对日期 等 2 份\n');
  });

  test('what a later change built on is taken back after that one', () => {
    const root = edited();
    const [third = '', second = ''] = ids(root);
    const { code, note } = dangan(['undo', second, '--edited'], { cwd: root });
    expect([code, note]).toEqual([
      3,
      expect.stringContaining(
        `先撤销之后的改动，从新到旧：\`dangan undo ${third}\`；再运行 \`dangan undo ${second}\`。`,
      ),
    ]);
    expect([third, second].map((id) => dangan(['undo', id], { cwd: root }).code)).toEqual([0, 0]);
  });

  test('a later change that was taken back already is not named, nor is its undo', () => {
    const root = edited();
    const [third = '', second = '', first = ''] = ids(root);
    dangan(['undo', third], { cwd: root });
    const { note } = dangan(['undo', first], { cwd: root });
    expect(note).toContain(
      `从新到旧：\`dangan undo ${second}\`；再运行 \`dangan undo ${first}\`。\n`,
    );
  });
});
