import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { KnownKeys } from '../../core/yaml-file/node.js';
import { applyEdits } from '../../core/yaml-file/node.js';
import { parseYaml, readYaml } from './yaml.js';

const KNOWN: KnownKeys = {
  all: new Set(['code', 'name', 'points', 'indicators', 'evidence', 'title', 'note', 'owners']),
  maps: new Set(['owners']),
  lists: new Set(['indicators', 'evidence']),
};
const faults = (text: string) => parseYaml(text, KNOWN).problems.map(({ fault }) => fault);
const places = (text: string) =>
  parseYaml(text, KNOWN).problems.map(({ fault, at }) => `${fault} ${at.line}:${at.column}`);

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dangan-yaml-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const fileOf = async (bytes: Uint8Array | string) => {
  const path = join(folder, 'system.yaml');
  await writeFile(path, bytes);
  return readYaml(path, KNOWN);
};

describe('text', () => {
  test('a scalar keeps the text it has in the file', () => {
    const source = parseYaml('a: 1.10\nb: 010\nc: 0o17\nd: 08', KNOWN);
    expect(['/a', '/b', '/c', '/d'].map((each) => source.textAt(each))).toEqual([
      '1.10',
      '010',
      '0o17',
      '08',
    ]);
  });

  test('values are what YAML 1.2 says', () => {
    const { value } = parseYaml('{a: 1.10, b: ~, c: true, d: no, e: "1", f: 1e3}', KNOWN);
    expect(value).toEqual({ a: 1.1, b: null, c: true, d: 'no', e: '1', f: 1000 });
  });

  test('a byte order mark is no part of the first key', async () => {
    expect((await fileOf('\uFEFFtitle: 甲')).value).toEqual({ title: '甲' });
  });

  test('UTF-16 with a mark is read', async () => {
    expect((await fileOf(Buffer.from('\uFEFFtitle: 甲', 'utf16le'))).value).toEqual({
      title: '甲',
    });
    const bigEndian = Buffer.from('\uFEFFtitle: 甲', 'utf16le').swap16();
    expect((await fileOf(bigEndian)).value).toEqual({ title: '甲' });
  });

  test('GBK is told and read all the same', async () => {
    const gbk = Buffer.concat([Buffer.from('title: '), Buffer.from([0xd7, 0xe9, 0xd6, 0xaf])]);
    const source = await fileOf(gbk);
    expect(source.problems).toMatchObject([{ fault: 'encoding', encoding: 'GBK' }]);
    expect(source.value).toEqual({ title: '组织' });
  });

  test('a picture is no text', async () => {
    const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]);
    expect((await fileOf(png)).problems).toMatchObject([{ fault: 'binary' }]);
  });

  test('a file beyond any real size is refused unread', async () => {
    const source = await fileOf('#'.repeat(5 << 20));
    expect(source.problems).toMatchObject([{ fault: 'too-large', megabytes: 5 }]);
  });

  test('a folder is no file', async () => {
    await expect(readYaml(folder)).rejects.toMatchObject({ code: 'NOT_A_FILE' });
  });

  test('a file that is not there is an error', async () => {
    await expect(readYaml(join(folder, 'none'))).rejects.toMatchObject({ code: 'FILE_NOT_FOUND' });
  });
});

describe('positions', () => {
  const source = parseYaml('title: 甲\nindicators:\n  - code: "1"\n    name: 乙\n', KNOWN);

  test('of a value and of its key', () => {
    expect(source.locate('/indicators/0/name')).toEqual({ line: 4, column: 11 });
    expect(source.locate('/indicators/0/name', 'key')).toEqual({ line: 4, column: 5 });
  });

  test('of what is not there: its nearest parent', () => {
    expect(source.locate('/indicators/0/points')).toEqual({ line: 3, column: 5 });
  });
});

describe('a colon that is none', () => {
  test.each([
    ['name：领导', 'fullwidth-colon 1:5'],
    ['code: "1"\nname：领导\npoints: 2', 'fullwidth-colon 2:5'],
    ['indicators:\n  - code： "1"\n    name: 乙', 'fullwidth-colon 2:9'],
    ['indicators：\n  - code: "1"', 'fullwidth-colon 1:11'],
    ['{ code：1, name: 乙 }', 'fullwidth-colon 1:7'],
    ['owners:\n  甲：办公室', 'fullwidth-colon 2:4'],
    ['owners:\n  甲: 办公室\n  乙：党委\n  丙: 工会', 'fullwidth-colon 3:4'],
    ['name:领导\ncode: "1"', 'colon-space 1:5'],
    ['evidence: [{ title: 甲, note }]', 'colon-missing 1:24'],
  ])('%j', (text, expected) => {
    expect(places(text)).toEqual([expected]);
  });

  test.each([
    [
      '{ code: "1"， name: 甲， points: 2 }',
      ['1:12', '1:21'],
      { code: '1', name: '甲', points: 2 },
    ],
    ['{ name: 甲，乙: 丙 }', ['1:10'], { name: '甲', 乙: '丙' }],
    ['owners: {\n  a: 甲，\n  b: 乙\n}', ['2:7'], { owners: { a: '甲', b: '乙' } }],
    ['owners: ["甲"，"乙"、 "丙"]', ['1:13', '1:17'], { owners: ['甲', '乙', '丙'] }],
    [
      'evidence: [{ title: 甲 }，{ title: 乙 }]',
      ['1:24'],
      { evidence: [{ title: '甲' }, { title: '乙' }] },
    ],
  ])('a full-width comma between entries in brackets: %j', (text, at, value) => {
    const source = parseYaml(text, KNOWN);
    expect(places(text)).toEqual(at.map((each) => `fullwidth-comma ${each}`));
    expect(source.value).toEqual(value);
    expect(parseYaml(applyEdits(text, source.edits), KNOWN).value).toEqual(value);
  });

  test.each([
    '{code："1"，name："甲，title：乙"，title：丙，points：2}',
    '{code: "1"，name: "甲，title：乙"，title: 丙，points:2}',
    '{code：“1”，name：甲}',
  ])('typed in Chinese throughout, brackets are mended: %j', (text) => {
    const { problems, edits } = parseYaml(text, KNOWN);
    const mended = parseYaml(applyEdits(text, edits), KNOWN);
    expect(problems.map(({ fault }) => fault)).toContain('fullwidth-comma');
    expect(mended.problems).toEqual([]);
    expect(Object.keys(mended.value as object).slice(0, 2)).toEqual(['code', 'name']);
    const { name = '' } = mended.value as { name?: string };
    expect(name).toBe(text.includes('title') ? '甲，title：乙' : '甲');
  });

  test.each([
    '{ name: 甲，乙, points: 2 }',
    '{ name: 甲，见：乙, points: 2 }',
    '[甲，乙, "丙，丁"]',
    'name: 甲，points：2',
    '{ name: "甲，points：2" }',
    '{ 甲，乙: 1 }',
  ])('a comma in a text is one: %j', (text) => {
    expect(faults(text)).toEqual([]);
  });

  test.each([
    ['evidence: 【{ title: 甲 }】', '1:11'],
    ['evidence:\n  - ｛ title: 甲, name: 乙 ｝', '2:5'],
    ['name: “甲: 乙”', '1:7'],
  ])('a full-width bracket or quotation mark behind an error is told: %j', (text, place) => {
    expect(places(text)).toContain(`fullwidth-mark ${place}`);
    expect(faults(text)).not.toContain('syntax');
  });

  test.each(['name: “甲”乙', 'name: 【甲】乙', 'note: （甲）'])(
    'and left alone otherwise: %j',
    (text) => {
      expect(faults(text)).toEqual([]);
    },
  );

  test('every key of a file typed with the full-width colon is told, once', () => {
    const text =
      'indicators：\n  - code：1\n    name：领导\n    evidence：\n      - title：照片：会议\n';
    const source = parseYaml(text, KNOWN);
    expect(source.problems.map(({ at }) => at.line)).toEqual([1, 2, 3, 4, 5]);
    expect(source.value).toEqual({
      indicators: [{ code: 1, name: '领导', evidence: [{ title: '照片：会议' }] }],
    });
  });

  test('edits mend the separators and nothing else', () => {
    const text = '# 说明：甲\r\nname：领导：小组  # 注：乙\r\npoints： 2\r\n';
    const { edits } = parseYaml(text, KNOWN);
    expect(applyEdits(text, edits)).toBe(
      '# 说明：甲\r\nname: 领导：小组  # 注：乙\r\npoints: 2\r\n',
    );
  });

  test('places after a mended separator are those of the file', () => {
    const source = parseYaml('{ code：1, name: 乙 }', KNOWN);
    expect(source.locate('/name')).toEqual({ line: 1, column: 17 });
  });

  test.each([
    'title: 关于：通知',
    'note: 有\n  要求：见上',
    'note:\n  要求：见上',
    'note: |\n  name：甲\n  code：乙',
    'note: "甲\n  name：乙"',
    'a:\n  - note：甲\n  - name：乙',
    '"name：": 甲',
    'note: http://example.org/a:b',
    '# name：甲\ntitle: 乙',
  ])('no false alarm: %j', (text) => {
    expect(faults(text)).toEqual([]);
  });
});

describe('hostile', () => {
  const flat = (count: number, of: (at: number) => string) =>
    Array.from({ length: count }, (_, at) => of(at));

  test.each([
    ['brackets', '['.repeat(1e5)],
    ['braces', '{a: '.repeat(1e5)],
    ['dashes', '- '.repeat(1e5)],
    ['questions', '? '.repeat(1e5)],
    ['indentation', flat(2000, (at) => `${' '.repeat(at)}a:`).join('\n')],
  ])('nesting of %s is refused', (_, text) => {
    expect(faults(text)).toEqual(['too-deep']);
  });

  test('more parts than any real file are refused', () => {
    expect(faults('['.padEnd(3e6, 'a,'))).toEqual(['too-many']);
  });

  test('an alias bomb is left out, whatever it is made of', () => {
    const wide = flat(
      9,
      (at) => `a${at}: &a${at} [${flat(9, () => (at ? `*a${at - 1}` : 'x')).join()}]`,
    );
    const deep = flat(2000, (at) => `a${at}: &a${at} [${at ? `*a${at - 1}` : 'x'}]`);
    expect(new Set(faults(wide.join('\n')))).toEqual(new Set(['alias-bomb']));
    expect(new Set(faults(deep.join('\n')))).toEqual(new Set(['alias-bomb']));
  });

  test.each([
    ['a: &a [*a]', ['alias-cycle']],
    ['a: *b', ['alias-unknown']],
    ['a: &a {x: 1}\nb:\n  <<: *a', ['merge-key']],
    ['a: 1\na: 2', ['duplicate-key']],
    ['- a: 1\n  b: 2\n  a: 3\n  b: 4', ['dash-missing']],
    ['- a: 1\n  b: 2\n  b: 4', ['duplicate-key']],
    ['- { a: 1, a: 2 }', ['duplicate-key']],
    ['a: 1\n---\nb: 2', ['documents']],
    ['a:\n\tb: 1', ['tab']],
    ['a: !!binary eA==', ['tag']],
    ['? [a]\n: 1', ['key-not-text']],
    ['a: "x', ['quote']],
    ['a: [x', ['bracket']],
    ['', ['empty']],
    ['# 只有注释', ['empty']],
  ])('%j', (text, expected) => {
    expect([...new Set(faults(text))]).toEqual(expected);
  });

  test('a hundred thousand errors take no time', () => {
    expect(new Set(faults('{}'.repeat(1e5)))).toEqual(new Set(['syntax']));
  });

  test('an alias is read as what it stands for', () => {
    expect(parseYaml('a: &a [1]\nb: *a', KNOWN).value).toEqual({ a: [1], b: [1] });
  });

  test('keys of the language itself do no harm', () => {
    const { value } = parseYaml('__proto__: { evil: true }\nconstructor: 1', KNOWN);
    expect(Object.keys(value as object)).toEqual(['__proto__', 'constructor']);
    expect('evil' in {}).toBe(false);
  });
});
