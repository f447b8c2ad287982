/** What a program writes wrong is refused by every function: nothing that was asked for is passed over. */
import { rmSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as dangan from '../../src/index.js';
import { smallArchive } from '../helpers/small-archive.js';

let root = '';
beforeAll(() => {
  root = smallArchive({ '1 组织领导/1.2 工作制度/2.财务制度.pdf': '%PDF-1.4' });
});
afterAll(() => rmSync(root, { recursive: true }));

/** As a program calls it that no compiler has looked at. */
type Untyped = (...words: readonly unknown[]) => Promise<unknown>;
const library = dangan as unknown as Readonly<Record<string, Untyped>>;

async function refusal(name: string, ...words: readonly unknown[]): Promise<unknown> {
  try {
    await library[name]?.(...words);
    return 'not refused';
  } catch (error) {
    if (!(error instanceof dangan.DanganError)) return error;
    return error.code === 'USAGE' ? error.data['what'] : error.code;
  }
}

test.each([
  [
    { failOn: 'errors' },
    'failOn 不能是“errors”，可用的是 error、warning、info，是不是想写 error？',
  ],
  [{ failOn: 'off' }, 'failOn 不能是“off”，可用的是 error、warning、info'],
  [{ failOn: '警告' }, 'failOn 不能是“警告”，可用的是 error、warning、info，是不是想写 warning？'],
  [
    { preset: 'inspect' },
    'preset 不能是“inspect”，可用的是 clerk、ci、inspector，是不是想写 inspector？',
  ],
  [{ tody: '2020-12-31' }, '没有 tody 这个选项，是不是想写 today？'],
  [{ language: 'fr' }, 'language 不能是“fr”，可用的是 zh-CN、en'],
  [{ rules: 'name' }, 'rules 要是一列文字，不能是“name”'],
  [{ staged: 'yes' }, 'staged 要是 true 或 false，不能是“yes”'],
  [{ signal: new AbortController() }, expect.stringContaining('signal 要是 AbortSignal')],
  [null, '选项要是一个对象'],
  ['en', '选项要是一个对象'],
])('check refuses %j', async (options, what) => {
  expect(await refusal('check', root, options)).toEqual(what);
});

test.each([
  ['check', [[]]],
  ['check', []],
  ['check', ['']],
  ['stamp', [[]]],
  ['status', []],
  ['identify', ['档案']],
  ['add', ['.', [], { to: '1.1' }]],
  ['verify', [['a.zip']]],
])('%s never takes the working folder for what is missing: %j', async (name, words) => {
  expect(await refusal(name, ...words)).toMatch(
    /^(places|place|files|bundle) 要是.*路径|不空的文字/,
  );
});

test.each([
  ['verify', ['a.zip', { key: null }], 'key 要是文字，不能是“null”'],
  ['stamp', ['.', { convert: 'doc' }], 'convert 不能是“doc”，可用的是 docx，是不是想写 docx？'],
  ['init', ['new', { system: 'criteria.yaml' }], '没有写选项 unit'],
  ['init', ['new'], '选项要是一个对象'],
  ['bind', ['.', { output: 'a.pdf' }], '没有写选项 indicator'],
  ['rules', [{ archive: 3 }], 'archive 要是不空的文字，不能是“3”'],
  [
    'formatName',
    [{ ordinal: 1, title: '计划', extension: '' }, { digits: 4 }],
    'digits 不能是“4”，可用的是 2、3',
  ],
  ['errorWords', [{}, 'fr'], 'language 不能是“fr”，可用的是 zh-CN、en'],
])('%s refuses %j', async (name, words, what) => {
  expect(await refusal(name, ...words)).toBe(what);
});

test('every function that takes options refuses one that there is not', async () => {
  const before: Readonly<Record<string, readonly unknown[]>> = {
    ...{ rules: [], add: ['.', ['a']], unpack: ['a', 'b'], identify: [['a']] },
    ...{ formatName: [{ title: '', extension: '' }], canonicalName: [''] },
  };
  const functions = Object.keys(library).filter((name) => /^[a-z]/.test(name));
  const others = functions.filter((name) => name !== 'parseName' && name !== 'errorWords');
  const told = others.map((name) => refusal(name, ...(before[name] ?? ['.']), { nonsense: 1 }));
  expect(others.length).toBeGreaterThan(15);
  for (const what of await Promise.all(told)) expect(what).toMatch(/^没有 nonsense 这个选项/);
});

test('what is undefined is as if it were left out', async () => {
  const options = { failOn: undefined, rules: undefined, today: undefined, language: undefined };
  expect(await library['check']?.(root, options)).toEqual(await dangan.check(root));
});

test('the words are of the language that is asked for', async () => {
  const options = { language: 'en', failOn: 'warn' };
  expect(await refusal('check', root, options)).toBe(
    'failOn cannot be “warn”; it is one of error, warning, info. Did you mean warning?',
  );
});
