import {
  cpSync,
  existsSync,
  readFileSync,
  readdirSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../helpers/archive-on-disk.js';
import { dangan } from '../helpers/cli.js';
import { faultsBy } from '../helpers/published-schemas.js';
import { SPLIT_LEAVES, splitArchive } from '../helpers/split-archive.js';

const DAY = ['--today', '2020-12-01'];
interface PackedJson {
  readonly group: { readonly name: string; readonly files: number };
  readonly bundles: readonly {
    readonly path: string;
    readonly bytes: number;
    readonly files: number;
    readonly holds: readonly string[];
  }[];
}
const packed = (root: string, size: string, ...words: string[]) => {
  const { out } = dangan(['pack', root, ...DAY, '--max-size', size, '--format', 'json', ...words]);
  return JSON.parse(out) as PackedJson;
};
const zipsIn = (folder: string) => readdirSync(folder).filter((name) => name.endsWith('.zip'));
const partials = (folder: string) => readdirSync(folder).filter((name) => name.includes('partial'));

test('parts go by top indicators, each holds by itself, and none is larger than it may be', () => {
  const { group, bundles } = packed(splitArchive(200_000), '1M');
  expect(bundles.map(({ path }) => basename(path))).toEqual([
    `${group.name}-第1包共3包.zip`,
    `${group.name}-第2包共3包.zip`,
    `${group.name}-第3包共3包.zip`,
  ]);
  expect(bundles.map(({ holds }) => holds)).toEqual([
    ['1 组织领导'],
    ['2 思想道德'],
    ['10 创建成效'],
  ]);
  expect(bundles.map(({ path }) => dangan(['verify', path]).code)).toEqual([0, 0, 0]);
  expect(bundles.map(({ path }) => statSync(path).size)).toEqual(bundles.map(({ bytes }) => bytes));
  expect(Math.max(...bundles.map(({ bytes }) => bytes))).toBeLessThanOrEqual(1_000_000);
  expect(bundles.reduce((sum, { files }) => sum + files, 0)).toBe(group.files);
});

test('of one of several bundles only its own indicators are asked for', () => {
  const { bundles } = packed(splitArchive(200_000), '1M');
  const said = bundles.map(({ path }) => {
    const { out } = dangan(['verify', path, '--format', 'json']);
    const { coverage } = JSON.parse(out) as { coverage: Record<string, unknown> };
    const { part, asking, withFiles } = coverage;
    return { part, asking, withFiles };
  });
  expect(said).toEqual([
    { part: { number: 1, count: 3 }, asking: 2, withFiles: 2 },
    { part: { number: 2, count: 3 }, asking: 2, withFiles: 2 },
    { part: { number: 3, count: 3 }, asking: 1, withFiles: 1 },
  ]);
});

test('verify and diff say of which several bundles one is', () => {
  const { bundles } = packed(splitArchive(200_000), '1M');
  const [first = '', second = ''] = bundles.map(({ path }) => path);
  expect(dangan(['verify', first]).out).toContain('材料分成 3 个包，这是第 1 个');
  expect(dangan(['diff', first, second]).out).toContain('是 3 个包中的第 2 个');
});

test.each([440_000, 510_000, 890_000, 960_000])('no part is larger than %i bytes', (limit) => {
  const { bundles } = packed(splitArchive(170_000), String(limit));
  expect(bundles.filter(({ bytes }) => bytes > limit)).toEqual([]);
});

test('the same archive is divided into the same bytes', () => {
  const root = splitArchive(100_000);
  const copy = temporaryFolder();
  cpSync(root, copy, { recursive: true });
  const bytes = (each: string) =>
    packed(each, '500K').bundles.map(({ path }) => readFileSync(path));
  const [one, other] = [bytes(root), bytes(copy)];
  expect(one.map((each, at) => each.equals(other[at] ?? Buffer.alloc(0)))).toEqual(
    one.map(() => true),
  );
});

test('each part tells its group, what it holds and where the rest is', () => {
  const { group, bundles } = packed(splitArchive(200_000), '1M', '--folder');
  const second = bundles[1]?.path ?? '';
  const info = readFileSync(join(second, 'bag-info.txt'), 'utf8');
  expect(info).toContain(`Bag-Group-Identifier: ${group.name}\nBag-Count: 2 of 3\n`);
  const index = JSON.parse(readFileSync(join(second, 'index.json'), 'utf8')) as object;
  expect(index).toMatchObject({
    part: {
      number: 2,
      holds: ['2'],
      others: [
        { number: 1, name: `${group.name}-第1包共3包`, holds: ['1'] },
        { number: 3, name: `${group.name}-第3包共3包`, holds: ['10'] },
      ],
    },
  });
  expect(faultsBy('bundle-index', index)).toEqual([]);
  expect(readFileSync(join(second, '说明文件.txt'), 'utf8')).toContain(
    '这是第 2 个，可以单独查看和核验；其余的是第 1、3 个，文件名的末尾写着',
  );
});

test('verify tells which part it is and what it does not cover, and misses nothing that is elsewhere', () => {
  const { group, bundles } = packed(splitArchive(200_000), '1M');
  const { code, out } = dangan(['verify', bundles[1]?.path ?? '']);
  expect(code).toBe(0);
  expect(out).toContain(`${group.name} 第 2 包，共 3 包`);
  expect(out).toContain('要材料的末级指标 2 项，每项都有文件');
  expect(out).toContain(`${group.name}-第1包共3包.zip  1 组织领导`);
  const json = dangan(['verify', bundles[1]?.path ?? '', '--format', 'json']).out;
  expect(JSON.parse(json)).toMatchObject({ part: { group: group.name, number: 2, count: 3 } });
  expect(faultsBy('verify', JSON.parse(json))).toEqual([]);
});

test.each([
  ['分.zip', [], '      分-第1包共3包.zip  1 组织领导\n      分-第3包共3包.zip  10 创建成效\n'],
  ['分', ['--folder'], '      分-第1包共3包  1 组织领导\n      分-第3包共3包  10 创建成效\n'],
])('the other parts of %s are called in verify as they are on disk', (output, words, told) => {
  const root = splitArchive(200_000);
  const { bundles } = packed(root, '1M', '-o', join(root, output), ...words);
  expect(dangan(['verify', bundles[1]?.path ?? '']).out).toContain(told);
});

test('where a part was given another name, the others are called as they call themselves', () => {
  const root = splitArchive(200_000);
  const { group, bundles } = packed(root, '1M', '-o', join(root, '分.zip'));
  const second = join(root, '法治材料.zip');
  renameSync(bundles[1]?.path ?? '', second);
  expect(dangan(['verify', second]).out).toContain(`      ${group.name}-第1包共3包  1 组织领导\n`);
});

test('a part whose bag-info.txt tells another number than its index contradicts itself', () => {
  const path = packed(splitArchive(200_000), '1M', '--folder').bundles[0]?.path ?? '';
  const info = join(path, 'bag-info.txt');
  writeFileSync(info, readFileSync(info, 'utf8').replace('1 of 3', '3 of 3'));
  expect(dangan(['verify', path]).out).toContain('Bag-Count');
});

test('an indicator that is too large for a part is divided among its children', () => {
  const { bundles } = packed(splitArchive(200_000), '600K');
  expect(bundles.map(({ holds }) => holds)).toEqual([
    ['1.1 领导机构'],
    ['1.2 工作制度'],
    ['2.1 道德讲堂'],
    ['2.2 志愿服务'],
    ['10 创建成效'],
  ]);
});

test('an empty folder and evidence under no indicator are in one part, and none is lost', () => {
  const root = splitArchive(100_000, { '杂项/01：其他.jpg': Buffer.alloc(200_000, 1) });
  const { bundles } = packed(root, '400K', '--folder', '--allow-errors');
  const found = bundles.map(({ path }) => readdirSync(join(path, 'data')));
  expect(found.flat().filter((name) => name === '杂项')).toHaveLength(1);
  expect(bundles.map(({ path }) => dangan(['verify', path]).code)).toEqual(bundles.map(() => 0));
});

test('what fits into one is packed as ever', () => {
  const root = splitArchive(1000);
  dangan(['pack', root, ...DAY, '-o', join(root, 'plain.zip')]);
  dangan(['pack', root, ...DAY, '-o', join(root, 'limited.zip'), '--max-size', '4G']);
  const [plain, limited] = ['plain.zip', 'limited.zip'].map((name) =>
    readFileSync(join(root, name)),
  );
  expect(limited?.equals(plain ?? Buffer.alloc(0))).toBe(true);
});

test.each([
  ['an indicator', 250_000, '“1/1.1 领导机构”的材料要占 '],
  ['a file', 500_000, `档案/${SPLIT_LEAVES[0] ?? ''}/01：活动照片.jpg 在包里要占 `],
])('%s that is larger than a part is named before anything is written', (_what, bytes, words) => {
  const root = splitArchive(bytes);
  const { code, note } = dangan(['pack', root, '--max-size', '450K']);
  expect({ code, left: [...zipsIn(root), ...partials(root)] }).toEqual({ code: 2, left: [] });
  expect(note).toContain(words);
});

/** The limit that is told when nothing can be packed under `size`, and what packing says of them. */
const toldEnough = (root: string, size: string) => {
  const { note } = dangan(['pack', root, ...DAY, '--max-size', size]);
  return { note, enough: /--max-size (\S+) 就都放得下/.exec(note)?.[1] ?? '' };
};

test.each(['1K', '20K', '200K', '450K', '510K'])(
  'when %s is too small, a limit is told that works, and is no larger than need be',
  (size) => {
    const root = splitArchive(250_000);
    const { enough } = toldEnough(root, size);
    const { bundles } = packed(root, enough);
    expect(bundles.map(({ holds }) => holds[0])).toHaveLength(SPLIT_LEAVES.length);
    const less = `${Math.floor(Number(enough.replace('K', '')) * 0.98)}K`;
    expect(dangan(['pack', root, ...DAY, '--max-size', less]).code).toBe(2);
  },
);

test('what a bundle needs beside the evidence is told where it is what does not fit', () => {
  const { note } = toldEnough(splitArchive(250_000), '510K');
  const [bytes = 0, beside = 0, limit = 0] = [...note.matchAll(/([\d,]+) 字节/g)].map(([, each]) =>
    Number(each?.replaceAll(',', '')),
  );
  expect(bytes).toBeLessThan(limit);
  expect(bytes + beside).toBeGreaterThan(limit);
});

test.each(['0', '4X', '-1G'])('“%s” is no size', (size) => {
  expect(dangan(['pack', splitArchive(10), `--max-size=${size}`]).code).toBe(2);
});

test('when one of the names is taken, no part appears', () => {
  const root = splitArchive(200_000);
  const taken = join(root, 'out-第3包共3包.zip');
  writeFileSync(taken, 'mine');
  expect(dangan(['pack', root, '--max-size', '1M', '-o', join(root, 'out.zip')]).code).toBe(2);
  expect([...zipsIn(root), ...partials(root)]).toEqual(['out-第3包共3包.zip']);
  expect(readFileSync(taken, 'utf8')).toBe('mine');
});

test('machine output of parts follows its schema, and nothing else appears beside them', () => {
  const root = splitArchive(200_000);
  const result = packed(root, '1M');
  expect(faultsBy('pack', result)).toEqual([]);
  expect(zipsIn(root)).toHaveLength(3);
  expect(partials(root)).toEqual([]);
  expect(existsSync(join(root, `${result.group.name}.zip`))).toBe(false);
});
