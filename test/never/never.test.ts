/**
 * No command goes into the network, and none writes anywhere but into the archive and where it is told to. Each is run
 * once, in the order of the loop, with a guard that lets neither through.
 */
import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { commandsOf, nameOf, silentCli } from '../../scripts/reference/commands.js';
import { HIDDEN_COMMANDS } from '../../src/cli/commands.js';
import { buildProgram } from '../../src/cli/program.js';
import { treeOf } from '../helpers/archive-on-disk.js';
import { runsHere } from '../helpers/programs.js';

const world = realpathSync(mkdtempSync(join(tmpdir(), 'dangan-never-')));
const inWorld = (name: string) => join(world, name);
const archive = inWorld('place/archive');
/** Where commands are told to write. */
const out = (name: string) => join(inWorld('out'), name);
const log = inWorld('guard.log');

/** A command line, and what it may do besides writing into the archive and into `out`. */
interface Case {
  readonly words: readonly string[];
  /** 0 unless told otherwise: it has to have done what it is for. */
  readonly code?: number;
  readonly writes?: readonly string[];
  /** Without this program it cannot do what it is for. */
  readonly needs?: string;
  /** Programs of others that it may run. */
  readonly programs?: RegExp;
}

const DAY = ['--today', '2020-11-20'];
const SYSTEM = join(archive, 'criteria.yaml');
const DOCUMENT = join(archive, '档案/二 工作成绩类/2 制度建设/01：考勤工作管理制度.docx');

/**
 * By the command, in the order in which they are run. A new command wants a line here: the line is to make it do all
 * that it can do.
 */
const CASES: Readonly<Record<string, Case>> = {
  // Made beside the archive-to-be, and there at once when it is whole.
  init: {
    words: ['init', archive, '--system', 'yuhang-tax-archive', '--unit', '甲', '--filled'],
    writes: [inWorld('place')],
  },
  scaffold: { words: ['scaffold', archive, '--write'] },
  add: { words: ['add', inWorld('inbox'), '--to', '一/4', '--archive', archive] },
  validate: { words: ['validate', join(archive, 'criteria.yaml')] },
  identify: { words: ['identify', archive, inWorld('inbox')] },
  check: { words: ['check', archive, '--report', `json=${out('check.json')}`, ...DAY], code: 1 },
  'ledger set': { words: ['ledger', 'set', DOCUMENT, 'date=2020-03-12'] },
  'ledger exempt': {
    words: [...['ledger', 'exempt', '三/1', '--why', '没有', '--by', '甲', '--archive', archive]],
  },
  'ledger export': { words: ['ledger', 'export', out('ledgers.xlsx'), '--archive', archive] },
  'ledger import': {
    words: ['ledger', 'import', out('ledgers.xlsx'), '--archive', archive, '--write'],
  },
  status: { words: ['status', archive, ...DAY] },
  'score set': {
    words: [
      'score',
      'set',
      '一/1',
      '1',
      '--by',
      '张三',
      '--why',
      '核查',
      '--write',
      '--archive',
      archive,
    ],
  },
  'score clear': { words: ['score', 'clear', '一/1', '--write', '--archive', archive] },
  score: { words: ['score', archive, ...DAY] },
  fix: { words: ['fix', archive, '--write', '--unsafe'] },
  move: { words: ['move', '一/4', '--by-date', '--archive', archive, '--write'] },
  merge: { words: ['merge', archive, '--write'] },
  // Git, which calls it, is called for a merge of lines.
  'merge driver': {
    words: ['merge', 'driver', SYSTEM, SYSTEM, SYSTEM, 'criteria.yaml'],
    needs: 'git',
    programs: /\bgit\b/,
  },
  waive: {
    words: [
      ...['waive', 'coverage', '--indicator', '二', '--reason', '未到期', '--owner', '甲'],
      ...['--until', '2030-12-31', '--archive', archive, '--write', ...DAY],
    ],
  },
  'baseline create': { words: ['baseline', 'create', archive, '--write', ...DAY] },
  'baseline update': { words: ['baseline', 'update', archive, '--write', ...DAY] },
  'baseline prune': { words: ['baseline', 'prune', archive, '--write', ...DAY] },
  stamp: { words: ['stamp', archive, '--write'] },
  log: { words: ['log', archive] },
  undo: { words: ['undo', archive] },
  catalogue: { words: ['catalogue', archive, '-o', out('catalogue.pdf')] },
  notice: { words: ['notice', archive, '-o', out('notice.docx')] },
  // Old documents are printed by LibreOffice where there is one: what that leaves behind is seen below. It is asked
  // first whether the locale has Han characters.
  bind: {
    words: ['bind', archive, '--indicator', '一/1', '-o', out('bound.pdf')],
    programs: /\b(?:soffice|locale)/,
  },
  boxes: {
    words: ['boxes', archive, '--spines', out('spines.pdf'), '--notes', out('notes.docx')],
  },
  keygen: { words: ['keygen', '-o', out('key'), '--no-password'] },
  pack: {
    words: [
      ...['pack', archive, '-o', out('bundle.zip'), '--sign', out('key'), '--allow-errors'],
      ...DAY,
    ],
  },
  verify: {
    words: [
      ...['verify', out('bundle.zip'), '--key', out('key.pub'), '--coverage'],
      ...['--report', `four=${out('four.html')}`],
    ],
  },
  diff: { words: ['diff', out('bundle.zip'), archive, '--paranoid'] },
  unpack: { words: ['unpack', out('bundle.zip'), '--to', out('bag')] },
  'review sheet': { words: ['review', 'sheet', out('bundle.zip'), '-o', out('scores.xlsx')] },
  'review add': {
    words: ['review', 'add', inWorld('review.json'), '--archive', archive, '--write'],
  },
  'review show': { words: ['review', 'show', archive] },
  'review rectify': { words: ['review', 'rectify', archive, '-o', out('mend.docx')] },
  receipt: { words: ['receipt', out('bundle.zip'), '-o', out('receipt.docx')] },
  explain: { words: ['explain', 'name-pattern'] },
  rules: { words: ['rules'] },
  doctor: { words: ['doctor', archive], programs: /\bgit\b/ },
  'config show': { words: ['config', 'show', archive, '--origin'] },
  'config get': { words: ['config', 'get', 'naming.digits', archive] },
  completion: { words: ['completion', 'bash'] },
  complete: { words: ['complete', 'zsh', '--', 'check', '--rule', 'name-'] },
  // In a temporary folder, by contract, which stays so that it can be looked at.
  demo: { words: ['demo'], writes: [inWorld('temp')] },
};

interface Ran {
  readonly code: number | null;
  readonly note: string;
  readonly tried: readonly string[];
}

const ran = new Map<string, Ran>();

beforeAll(() => {
  for (const folder of ['place', 'out', 'temp', 'elsewhere', 'inbox']) mkdirSync(inWorld(folder));
  writeFileSync(join(inWorld('inbox'), '班子成员分工.txt'), '分工');
  const marks = [{ indicator: '一/1', remark: '没有批件', rectify: '补上' }];
  const review = { format: 'dangan/review@1', by: '张三', on: '2020-12-01', marks };
  writeFileSync(inWorld('review.json'), JSON.stringify(review));
  for (const [name, each] of Object.entries(CASES)) ran.set(name, runGuarded(each));
}, 600_000);

afterAll(() => rmSync(world, { recursive: true, force: true }));

function triedNow(): readonly string[] {
  return readFileSync(log, 'utf8').split('\n').slice(0, -1);
}

/** Where the system lets us, there is no network for programs of others either, which the guard does not see into. */
const CUT = ['--map-root-user', '--net'];
const canCut = spawnSync('unshare', [...CUT, 'true']).status === 0;

/** In a folder that is none of its business, for a user whose own folder is not there. */
function runGuarded({ words, writes = [] }: Case): Ran {
  const program = fileURLToPath(new URL('../../bin/dangan.js', import.meta.url));
  const guard = fileURLToPath(new URL('guard.cjs', import.meta.url));
  rmSync(log, { force: true });
  const line = [program, ...words, '--lang', 'en'];
  const [start, given] = canCut
    ? ['unshare', [...CUT, process.execPath, ...line]]
    : [process.execPath, line];
  const { status, stderr } = spawnSync(start, given, {
    cwd: inWorld('elsewhere'),
    env: {
      PATH: process.env['PATH'],
      HOME: inWorld('home'),
      USERPROFILE: inWorld('home'),
      TMPDIR: inWorld('temp'),
      TEMP: inWorld('temp'),
      NODE_OPTIONS: `--require ${JSON.stringify(guard)}`,
      DANGAN_GUARD: JSON.stringify({ log, writable: [archive, inWorld('out'), ...writes] }),
    },
    encoding: 'utf8',
  });
  return { code: status, note: stderr, tried: triedNow() };
}

test('every command has a case here: give a new one its line', async () => {
  const program = await buildProgram(silentCli('en'), undefined);
  // A word that only stands before others does nothing by itself.
  const acting = commandsOf(program).filter(
    ({ commands, registeredArguments }) => commands.length === 0 || registeredArguments.length > 0,
  );
  const names = acting.map((each) => nameOf(each).replace(/^dangan /, ''));
  const all = [...names, ...Object.keys(HIDDEN_COMMANDS)];
  expect(all.sort()).toEqual(Object.keys(CASES).sort());
});

const possible = Object.entries(CASES).filter(
  ([, { needs }]) => needs === undefined || runsHere(needs, '--version'),
);

test.each(possible)('%s stays inside', (name, { code = 0, programs }) => {
  const { note, ...seen } = ran.get(name) ?? { code: null, note: 'not run', tried: [] };
  const tried = seen.tried.filter((each) => !(/^program: /.test(each) && programs?.test(each)));
  expect({ code: seen.code, tried }, note).toEqual({ code, tried: [] });
});

test('nothing comes into being in the folder it is run in, in the user’s own or in temporary ones', () => {
  const temporary = readdirSync(inWorld('temp')).filter((name) => !name.startsWith('dangan-demo-'));
  const beside = readdirSync(inWorld('place')).filter((name) => name !== 'archive');
  const outside = [...treeOf(inWorld('elsewhere')), ...beside, ...temporary];
  expect({ outside, home: existsSync(inWorld('home')) }).toEqual({ outside: [], home: false });
});

test('the guard sees what it is there for', () => {
  writeFileSync(
    out('bad.cjs'),
    `const fs = require('node:fs');
    const quietly = (work) => { try { work(); } catch {} };
    quietly(() => require('node:http').get('http://127.0.0.1:9'));
    quietly(() => fs.writeFileSync('here.txt', ''));
    quietly(() => fs.renameSync(${JSON.stringify(out('bad.cjs'))}, 'there.txt'));
    quietly(() => fs.promises.mkdir('folder'));
    import('node:fs').then(({ openSync }) => quietly(() => openSync('new.txt', 'wx')));`,
  );
  const guard = fileURLToPath(new URL('guard.cjs', import.meta.url));
  rmSync(log, { force: true });
  const cwd = inWorld('elsewhere');
  spawnSync(process.execPath, ['--require', guard, out('bad.cjs')], {
    cwd,
    env: { DANGAN_GUARD: JSON.stringify({ log, writable: [inWorld('out')] }) },
  });
  expect(triedNow()).toEqual([
    'network: connect',
    `writeFileSync ${join(cwd, 'here.txt')}`,
    `renameSync ${join(cwd, 'there.txt')}`,
    `mkdir ${join(cwd, 'folder')}`,
    `openSync ${join(cwd, 'new.txt')}`,
  ]);
});
