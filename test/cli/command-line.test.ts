import { spawnSync } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { dangan } from '../helpers/cli.js';

const version = (
  JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
    version: string;
  }
).version;

test('the version is the one of package.json, alone on stdout', () => {
  expect(dangan(['--version'])).toEqual({ code: 0, out: `${version}\n`, note: '' });
  expect(dangan(['-V', '--no-color']).out).toBe(`${version}\n`);
});

test('help puts examples first, in the language asked for', () => {
  expect(dangan(['--help']).out).toMatch(/^示例：/);
  expect(dangan(['--help', '--lang', 'en']).out).toMatch(/^Examples:/);
});

test('no command at all is wrong usage, and shows the help', () => {
  const run = dangan([]);
  expect(run.code).toBe(2);
  expect(run.out).toContain('用法');
});

test.each(['ledger', 'config', 'baseline'])(
  '%s without one of its commands is wrong usage, and shows them',
  (group) => {
    const { code, out, note } = dangan([group]);
    expect([code, out, note]).toEqual([2, dangan([group, '--help']).out, '']);
  },
);

test.each([
  [['rulse'], 'dangan rules'],
  [['rules', '--hlep'], '--help'],
  [['rules', '--lang', 'fr'], 'zh-CN'],
  [['rules', 'one', 'two'], 'dangan rules --help'],
  [['verify', 'a.zip', 'b 1.zip'], '`dangan verify a.zip`，`dangan verify "b 1.zip"`。'],
  [['verify', '我的', '迎检包.zip'], '`dangan verify "我的 迎检包.zip"`'],
  [['unpack', 'a.zip', 'b.zip', '--to', 'x'], '`dangan unpack b.zip --to …`'],
])('%j is wrong usage, and the hint names %s', (words, hint) => {
  const run = dangan(words);
  expect(run.code).toBe(2);
  expect(run.out).toBe('');
  expect(run.note).toContain(hint);
});

test('a wrong argument is told as a wrong option is, with what may be written', () => {
  const { code, note } = dangan(['completion', 'fihs']);
  expect([code, note]).toEqual([
    2,
    expect.stringMatching(/<shell> 不能是“fihs”，可用的是 bash、.*fish.*，是不是想写 fish？/),
  ]);
});

test('a name in an error acts on no terminal, and keeps to its line', () => {
  const { note } = dangan(['verify', '坏\u001B[31m包\n错误：假.zip']);
  expect(note).toContain('坏\\u{1b}[31m包\\u{a}错误：假.zip\n');
});

test('a wrong value in an error acts on no terminal either', () => {
  expect(dangan(['check', '--format', 'a\u001B[31mb']).note).toContain('“a\\u{1b}[31mb”');
});

test('the language comes from --lang, then DANGAN_LANG, then the locale', () => {
  const title = (words: string[], environment: Record<string, string>) =>
    dangan(['rules', ...words], { environment }).out.includes('序号不连续') ? 'zh-CN' : 'en';
  const locale = { LANG: 'zh_CN.UTF-8' };
  expect(title(['--lang', 'en'], { DANGAN_LANG: 'zh-CN', ...locale })).toBe('en');
  expect(title([], { DANGAN_LANG: 'en', ...locale })).toBe('en');
  expect(title([], { DANGAN_LANG: '', ...locale })).toBe('zh-CN');
  expect(title([], { DANGAN_LANG: '', LANG: 'en_US.UTF-8' })).toBe('en');
});

test('colour is for terminals: FORCE_COLOR brings it, NO_COLOR and --no-color take it away', () => {
  const colored = (words: string[], environment: Record<string, string>) =>
    dangan(['--help', ...words], { environment }).out.includes('\u001B[');
  expect(colored([], {})).toBe(false);
  expect(colored([], { FORCE_COLOR: '1' })).toBe(true);
  expect(colored(['--no-color'], { FORCE_COLOR: '1' })).toBe(false);
  expect(colored([], { NO_COLOR: '1' })).toBe(false);
});

test('a failing run with --format json is one document on stdout too', () => {
  const run = dangan(['rules', '--format=json', '--nonsense']);
  expect(JSON.parse(run.out)).toMatchObject({ schema: 'dangan/rules@1', ok: false });
});

const full = existsSync('/dev/full');
if (!full) process.stderr.write('there is no /dev/full here: a full disk was not tried\n');
test.runIf(full)('a result that cannot be written is one sentence and no verdict', () => {
  const stdout = openSync('/dev/full', 'w');
  const program = fileURLToPath(new URL('../../bin/dangan.js', import.meta.url));
  const run = spawnSync(process.execPath, [program, 'rules'], {
    env: { PATH: process.env['PATH'], DANGAN_LANG: 'zh-CN' },
    stdio: ['ignore', stdout, 'pipe'],
    encoding: 'utf8',
  });
  closeSync(stdout);
  expect(run.status).toBe(3);
  expect(run.stderr).toMatch(/^[^\n]*ENOSPC[^\n]*\n[^\n]*\n$/);
});

test('a language that DANGAN_LANG asks for and nobody speaks is told of that variable', () => {
  const { code, note } = dangan(['rules'], { environment: { DANGAN_LANG: 'fr' } });
  expect([code, note]).toEqual([2, expect.stringContaining('DANGAN_LANG 不能是“fr”')]);
});

test('a language that --lang asks for and nobody speaks is told in the one that is set', () => {
  const { note } = dangan(['rules', '--lang', 'cn'], { environment: { DANGAN_LANG: 'en' } });
  expect(note).toContain('--lang cannot be “cn”');
});

test('help as a word is help, and -v is the version', () => {
  expect(dangan(['help'])).toEqual(dangan(['--help']));
  expect(dangan(['help', 'check'])).toEqual(dangan(['check', '--help']));
  expect(dangan(['-v']).out).toBe(`${version}\n`);
});

test.each([['--'], ['--no-color']])('%s alone asks for nothing, and is shown the help', (word) => {
  const { code, out, note } = dangan([word]);
  expect([code, out, note]).toEqual([2, dangan([]).out, '']);
});

test('an unknown option without a command names the program alone', () => {
  expect(dangan(['-q']).note).toContain('`dangan` 没有 -q');
});

test.each([
  ['fix', '——write', '--write'],
  ['fix', '—write', '--write'],
  ['fix', '－－write', '--write'],
  ['fix', '-–writ', '--write'],
  ['check', '——format=json', '--format'],
  ['pack', '－ｏ', '-o'],
  ['ledger import', '——write', '--write'],
])('%s %s is wrong usage, and told as it is to be typed', (command, word, option) => {
  const { code, note } = dangan([...command.split(' '), '台账.xlsx', word]);
  expect([code, note]).toEqual([
    2,
    `错误：\`dangan ${command}\` 没有 ${word} 这个选项\n  → 是不是想写 ${option}？\n`,
  ]);
});

test('a notice is as wide as the terminal, a command in it in one piece', () => {
  const { note } = dangan(['undo', '—skip'], { environment: { COLUMNS: '24' } });
  expect(note).toBe('错误：`dangan undo` 没有\n—skip 这个选项\n  → 是不是想写 --skip？\n');
});

/** What is said to a wrong command line, in a line. */
const said = (...words: string[]) => {
  const { code, note } = dangan(words);
  return [code, note.replace(/\n\s*→ /, ' → ').trim()] as const;
};

test.each([
  [['检查'], '没有“检查”这个命令 → 是不是想用 `dangan check`？'],
  [['constructor'], '没有“constructor”这个命令 → 全部命令见 `dangan --help`。'],
  [['baseline', 'mkae'], '没有“baseline mkae”这个命令 → 全部命令见 `dangan baseline --help`。'],
  [['config', 'set', 'naming.digits', '3'], '设置直接在 dangan.yaml 里改'],
  [['fix', '--write=yes'], '--write 后面不写值，单独写就行'],
  [['check', '--formt=json'], '没有 --formt 这个选项 → 是不是想写 --format？'],
  [['score', '--indicatr', '4'], '没有 --indicatr 这个选项 → 是不是想写 --indicator？'],
  [['score', '1.1=5'], '`dangan score set 1.1 5 --by 谁 --why 依据`'],
  [['score', '1.1', '85%'], '`dangan score set 1.1 "85%" --by 谁 --why 依据`'],
  [['score', 'set', '（一）＝B', '--by', '甲', '--why', '乙'], '`dangan score set "（一）" B --by'],
  [['score', '我的', '档案'], '没有“score 我的”这个命令'],
  [['check', '--format', 'JSON'], 'text、json、jsonl、sarif'],
  [['check', '--format', 'JSON'], '是不是想写 json？'],
  [['pack', '我的', '档案'], '多出“档案”；名称里有空格的，要放在引号里'],
  [['undo', 'abc'], '日志里没有 abc 这次改动'],
  [['dangan', 'check'], '没有“dangan”这个命令 → 是不是想用 `dangan check`？'],
  [['我的档案', 'check'], '是不是想用 `dangan check 我的档案`？'],
  [['src'], '是不是想用 `dangan check src`？'],
  [['--check'], '没有 --check 这个选项 → 是不是想写 dangan check？'],
  [['config', 'naming.digits'], '是不是想用 `dangan config get naming.digits`？'],
  [['check', '--write'], '这个命令只看不改；能自动改的，用 `dangan fix`'],
  [
    ['scaffold', '--year', '2020'],
    '--year 是 `dangan add`、`dangan move`、`dangan ledger exempt` 的选项。',
  ],
  [['unpack', '包.zip', '-o', 'x'], '没有 -o 这个选项 → 是不是想写 --to？'],
  [['unpack', '包.zip', '--output', 'x'], '没有 --output 这个选项 → 是不是想写 --to？'],
  [['ledger', 'export', '-o', '台账.xlsx'], '文件直接写在 export 后面'],
  [['boxes', '-o', '标签.pdf'], '--spines、--faces、--notes'],
  [['status', '-o', '缺项.docx'], '用 `dangan notice -o 待办单.docx`'],
  [['verify', '包.zip', '-o', '报告.html'], '写 --report 四性=四性检测.html'],
  [['add', 'a.docx', '--to：1.1'], '没有 --to：1.1 这个选项 → 是不是想写 --to 1.1？'],
  [['score', 'set'], '还要写上 <编号> <值> --by <谁> --why <理由>'],
  [['check', '--today', '2026年3月1日'], '是不是想写 2026-03-01？'],
  [['check', '--fail-on', '警告'], '是不是想写 warning？'],
  [['check', '--fail-on', 'warn'], '是不是想写 warning？'],
  [['check', '--report', '结果.html'], '是不是想写“html=结果.html”'],
  [['check', '--report', 'html：结果.html'], '是不是想写“html=结果.html”'],
  [['waive', 'name', '1.1'], '是不是想写 `dangan waive … --indicator 1.1`？'],
  [['receipt', '包.zip', '登记表.html'], '是不是想写 `dangan receipt … -o 登记表.html`？'],
  [['init', '新', '体系.yaml', '--unit', '某局'], '--system 体系.yaml`？'],
  [['init', '新', '--system', 'quarterly'], '是不是想写 quarterly-dynamic-2020？'],
  [['bind', '--indicator', '1', '--indicator', '2'], '--indicator 只能写一次，这里写了 1、2'],
  [['verify', ''], '有一个参数是空的'],
  [['pack', '-o', ''], '-o 后面是空的'],
  [['pack', '--output='], '--output 后面是空的'],
  [['pack', '--paranoid'], '--paranoid 要与 --resume 同用'],
  [['waive', 'name-pattern', '--reason', '旧'], '还缺 --owner、--until'],
  [['ledger', 'export', '台账.doc'], '扩展名可以是 .xlsx'],
])('%j is told what to write instead', (words, sentence) => {
  expect(said(...words)).toEqual([2, expect.stringContaining(sentence)]);
});
