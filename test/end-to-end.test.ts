/** The main job from an empty folder to a bundle that holds, by the program itself. */
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { writeSamples } from '../src/io/samples/index.js';
import { FROM_OFFICE, FROM_YOUTH, PUT_STRAIGHT_IN, VOLUNTEERS } from '../src/io/samples/messy.js';
import { treeOf } from './helpers/archive-on-disk.js';
import { dangan } from './helpers/cli.js';
import { FILED_FROM_OFFICE } from './helpers/documents/from-office.js';

const desk = mkdtempSync(join(tmpdir(), 'dangan-loop-'));
const root = join(desk, '创建档案');
const evidence = join(root, '档案');
const board = '一 思想建设类/4 班子建设';
const bundle = join(desk, '迎检包.zip');
const inArchive = (...words: string[]) => dangan(words, { cwd: root });

/** Every evidence with its bytes, by path. */
function bytesOf(folder: string): Readonly<Record<string, string>> {
  const files = treeOf(folder).filter((path) => !path.endsWith('/'));
  return Object.fromEntries(
    files.map((path) => [path, readFileSync(join(folder, path)).toString('base64')]),
  );
}

/** What check says of names and places, what is owed aside. */
function rulesOf(out: string): readonly string[] {
  const { findings } = JSON.parse(out) as { findings: readonly { rule: string }[] };
  const rules = new Set(findings.map(({ rule }) => rule));
  return [...rules].filter((rule) => /^(?:name|port|tree)-/.test(rule)).sort();
}

/** How many requirements are met. */
function met(): number {
  const { out } = inArchive('status', '--format', 'json', '--today', '2020-12-31');
  return (JSON.parse(out) as { summary: { requirements: { met: number } } }).summary.requirements
    .met;
}

const namesIn = (folder: string) =>
  treeOf(join(evidence, folder)).filter((path) => !path.endsWith('/'));

afterAll(() => rmSync(desk, { recursive: true, force: true }));

/** Each step builds on the one before it. */
describe('the loop', { concurrent: false }, () => {
  let messy: Readonly<Record<string, string>>;

  test('init makes an archive of the seven classes', () => {
    const words = ['init', '创建档案', '--system', 'yuhang-tax-archive', '--unit', '余杭国税局'];
    expect(dangan(words, { cwd: desk }).code).toBe(0);
    expect(existsSync(join(evidence, board))).toBe(true);
  });

  test('scaffold has nothing to add', () => {
    const before = treeOf(root);
    expect(inArchive('scaffold').code).toBe(0);
    expect(treeOf(root)).toEqual(before);
  });

  test('add files what was handed in, bytes unchanged', async () => {
    await writeSamples(join(desk, '办公室报送'), FROM_OFFICE);
    await writeSamples(join(desk, '团委报送'), FROM_YOUTH);
    const photo = '../团委报送/IMG_2031.JPG';
    expect([
      inArchive('add', '../办公室报送', '--to', '一/2').code,
      inArchive('add', photo, '--to', '参与共建', '--title', '学雷锋活动').code,
    ]).toEqual([0, 0]);
    expect(namesIn('一 思想建设类/2 规划计划和总结')).toEqual(FILED_FROM_OFFICE);
    const filed = join(evidence, '六 其它创建类/2 参与共建工作/01：学雷锋活动.JPG');
    expect(readFileSync(filed)).toEqual(await VOLUNTEERS.bytes());
  });

  test('check names what colleagues put straight in, and exits 1', async () => {
    await writeSamples(join(evidence, board), PUT_STRAIGHT_IN);
    messy = bytesOf(evidence);
    const { code, out } = inArchive('check', '--format', 'json');
    expect([code, rulesOf(out)]).toEqual([
      1,
      [
        'name-separator',
        'name-sequence-duplicate',
        'name-sequence-gap',
        'name-sequence-width',
        'port-illegal-char',
        'tree-junk-file',
      ],
    ]);
  });

  test('a bundle is refused while there are errors', () => {
    expect(inArchive('pack', '-o', bundle).code).toBe(1);
    expect(existsSync(bundle)).toBe(false);
  });

  test('fix shows its plan and changes nothing', () => {
    expect(inArchive('fix', '--unsafe').out).toContain('01：理论学习计划.docx');
    expect(bytesOf(evidence)).toEqual(messy);
  });

  test('fix --write mends the names, bytes unchanged', () => {
    expect(inArchive('fix', '--write', '--unsafe').code).toBe(0);
    expect(namesIn(board)).toEqual([
      '01：理论学习计划.docx',
      '02：中心组学习记录.docx',
      '03：志愿服务 照片.jpg',
      '04：心得体会汇编.pdf',
      '05：民主生活会记录.docx',
      '06：中心组学习 照片.jpg',
    ]);
    const bytes = (all: Readonly<Record<string, string>>) =>
      Object.entries(all)
        .filter(([path]) => !path.endsWith('Thumbs.db'))
        .map(([, content]) => content)
        .sort();
    expect(bytes(bytesOf(evidence))).toEqual(bytes(messy));
  });

  test('undo brings back every name and every byte', () => {
    expect(inArchive('undo').code).toBe(0);
    expect(bytesOf(evidence)).toEqual(messy);
  });

  test('fixed again, the names are in order, and what is left is owed', () => {
    expect(inArchive('fix', '--write', '--unsafe').code).toBe(0);
    const { code, out } = inArchive('check', '--format', 'json');
    expect([code, rulesOf(out)]).toEqual([1, []]);
  });

  test('fixed once more, there is nothing to do', () => {
    const before = treeOf(root);
    expect(inArchive('fix', '--write', '--unsafe').code).toBe(0);
    expect(treeOf(root)).toEqual(before);
  });

  test('what the ledger says of a paper counts', () => {
    const before = met();
    const note = join(evidence, '一 思想建设类/2 规划计划和总结/06：报送说明.txt');
    const told = ['requirements=assessment', 'kind=rule', 'date=2020-03'];
    expect(inArchive('ledger', 'set', note, ...told).code).toBe(0);
    expect(met()).toBe(before + 1);
  });

  test('pack writes a bundle that holds, and in it what is owed', () => {
    expect(inArchive('pack', '-o', bundle, '--allow-errors').code).toBe(0);
    expect(dangan(['verify', bundle]).code).toBe(0);
  });

  test('packed again on the same day, it is the same bytes', () => {
    const twin = join(desk, '再打一次.zip');
    expect(inArchive('pack', '-o', twin, '--allow-errors').code).toBe(0);
    expect(readFileSync(twin).equals(readFileSync(bundle))).toBe(true);
  });

  test('one byte changed, verify names the file and exits 1', async () => {
    const broken = join(desk, '坏包.zip');
    copyFileSync(bundle, broken);
    const bytes = readFileSync(broken);
    const photo = await VOLUNTEERS.bytes();
    const at = bytes.indexOf(photo.subarray(photo.length >> 1));
    bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at);
    writeFileSync(broken, bytes);
    const { code, out } = dangan(['verify', broken]);
    expect([code, out]).toEqual([1, expect.stringContaining('01：学雷锋活动.JPG')]);
  });

  test('unpack refuses it before the first byte', () => {
    const target = join(desk, '坏的');
    expect(dangan(['unpack', join(desk, '坏包.zip'), '--to', target]).code).toBe(1);
    expect(existsSync(target)).toBe(false);
  });

  test('unpacked elsewhere, every evidence has the same bytes', () => {
    const elsewhere = join(desk, '别处');
    mkdirSync(elsewhere);
    const target = join(elsewhere, '包');
    expect(dangan(['unpack', bundle, '--to', target], { cwd: elsewhere }).code).toBe(0);
    expect(bytesOf(join(target, 'data'))).toEqual(bytesOf(evidence));
  });
});
