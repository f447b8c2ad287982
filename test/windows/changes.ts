import {
  chmodSync,
  existsSync,
  lstatSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { beforeEach, expect, test } from 'vitest';
import { SMALL_SYSTEM, temporaryFolder } from '../helpers/archive-on-disk.js';
import { plant, snapshot, textsOf } from '../helpers/disk/snapshot.js';
import { zPath, type Windows } from '../helpers/windows.js';

const LEADING = '档案/1 组织领导/1.1 领导机构';
const RULES = '档案/1 组织领导/1.2 工作制度';
/** Enough renames to be caught in the middle of. */
const MANY = Object.fromEntries(
  Array.from({ length: 120 }, (_, at) => [`${LEADING}/${at + 10}.制度 ${at}.txt`, `text ${at}`]),
);
let count = 0;

/** How many steps the first entry of the journal has behind it. */
function stepsMade(root: string): number {
  const journal = join(root, '.dangan/journal');
  const names = existsSync(journal) ? readdirSync(journal) : [];
  const entry = names.find((name) => /^\d/.test(name)) ?? 'none';
  return lstatSync(join(journal, entry, 'progress'), { throwIfNoEntry: false })?.size ?? 0;
}

export function changes(windows: () => Windows): void {
  let root = '';
  beforeEach(() => {
    count += 1;
    root = windows().folder(`改名 ${count}`).here;
    plant(root, {
      'dangan.yaml': 'unit: { name: 县水利局 }\nsystem: criteria.yaml\n',
      'criteria.yaml': SMALL_SYSTEM,
      [`${LEADING}/01：甲.txt`]: 'a',
      [`${LEADING}/02：乙.txt`]: 'b',
      [`${LEADING}/03：丙.txt`]: 'c',
      [`${RULES}/01：Report.txt`]: 'report',
      '档案/2 志愿服务/': '',
    });
  });
  const inArchive = (...words: string[]) => windows().dangan(words, { cwd: root });

  /** Carry out changes of one's own, as the plan that `fix` saves. */
  function carryOut(
    moves: readonly (readonly [of: 'file' | 'folder', from: string, to: string])[],
  ) {
    inArchive('fix', '-o', 'plan.json');
    const plan = JSON.parse(readFileSync(join(root, 'plan.json'), 'utf8')) as object;
    const all = moves.map(([of, from, to]) => ({ do: 'move', of, from, to, why: [] }));
    writeFileSync(join(root, 'plan.json'), JSON.stringify({ ...plan, changes: all }));
    inArchive('fix', '--plan', 'plan.json', '--write');
  }

  test('names change places, in rings, in their capitals, and with the folder they are in', () => {
    const before = snapshot(root);
    const leading = LEADING.replace('组织领导', '领导');
    const rules = RULES.replace('组织领导', '领导');
    carryOut([
      ['file', `${LEADING}/01：甲.txt`, `${leading}/02：乙.txt`],
      ['file', `${LEADING}/02：乙.txt`, `${leading}/03：丙.txt`],
      ['file', `${LEADING}/03：丙.txt`, `${leading}/01：甲.txt`],
      ['file', `${RULES}/01：Report.txt`, `${rules}/01：REPORT.TXT`],
      ['folder', '档案/1 组织领导', '档案/1 领导'],
    ]);
    const evidence = Object.entries(textsOf(snapshot(root))).filter(([path]) => /：/.test(path));
    expect(Object.fromEntries(evidence)).toEqual({
      [`${leading}/01：甲.txt`]: 'c',
      [`${leading}/02：乙.txt`]: 'a',
      [`${leading}/03：丙.txt`]: 'b',
      [`${rules}/01：REPORT.TXT`]: 'report',
    });
    expect(inArchive('undo').code).toBe(0);
    expect({ ...snapshot(root), 'plan.json': '' }).toEqual({ ...before, 'plan.json': '' });
  });

  test('what is read-only is renamed, and stays so', () => {
    const file = join(root, RULES, '1-只读.txt');
    writeFileSync(file, 'kept');
    chmodSync(file, 0o444);
    expect(inArchive('fix', '--write', '--unsafe').code).toBe(0);
    const mended = join(root, RULES, '02：只读.txt');
    expect(statSync(mended).mode & 0o222).toBe(0);
    expect(inArchive('undo').code).toBe(0);
    expect(statSync(file).mode & 0o222).toBe(0);
  });

  test('moved from another drive and back, a file keeps its bytes and its time', () => {
    const elsewhere = temporaryFolder();
    plant(elsewhere, { '盘外 材料.txt': 'from Z' });
    const before = snapshot(elsewhere);
    const source = zPath(join(elsewhere, '盘外 材料.txt'));
    expect(inArchive('add', source, '--to', '1.1', '--move').code).toBe(0);
    expect([
      snapshot(elsewhere),
      readFileSync(join(root, LEADING, '04：盘外 材料.txt'), 'utf8'),
    ]).toEqual([{}, 'from Z']);
    expect(inArchive('undo').code).toBe(0);
    expect(snapshot(elsewhere)).toEqual(before);
  });

  test('killed in the middle, a change is taken back, or finished', async () => {
    plant(root, MANY);
    const before = snapshot(root);
    const child = windows().start(['fix', '--write', '--unsafe'], root);
    const ended = once(child, 'exit');
    while (stepsMade(root) < 5 && child.exitCode === null) await setTimeout(1);
    child.kill('SIGKILL');
    await ended;
    expect(inArchive('undo').code).toBe(0);
    expect(snapshot(root)).toEqual(before);
    expect(inArchive('fix', '--write', '--unsafe').code).toBe(0);
    expect(Object.keys(snapshot(root)).filter((path) => /\/\d+\.制度/.test(path))).toEqual([]);
  });
}
