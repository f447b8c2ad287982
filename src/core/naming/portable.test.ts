import { expect, test } from 'vitest';
import { byteLength, FLAG, isReservedName, nameFlags, toPortable } from './portable.js';

const flagsOf = (name: string) => {
  const flags = nameFlags(name);
  return Object.entries(FLAG).flatMap(([flag, bit]) => (flags & bit ? [flag] : []));
};

test.each([
  ['01：创建领导小组文件.docx', []],
  ['01：“引号”《书名》—℃①Ⅲ.docx', []],
  ['01:a.docx', ['illegal']],
  ['a<b>"c"|d?e*f\\g', ['illegal']],
  ['a\tb', ['control']],
  ['a\x7f', ['control']],
  ['a.', ['trailing']],
  ['a ', ['trailing']],
  ['a\u3000', ['trailing', 'space']],
  ['a\u3000b', ['space']],
  ['汉'.repeat(85), []],
  ['汉'.repeat(86), ['bytes']],
  ['a'.repeat(256), ['bytes', 'units']],
  ['a\u200bb', ['invisible']],
  ['a\u202eb', ['invisible']],
  ['cafe\u0301', ['form']],
  ['\u30cf\u309a', ['form']],
  ['a\ud800', ['undecodable']],
  ['\ufffd.txt', ['undecodable']],
  ['😀.txt', []],
  ['', ['empty']],
])('%j: %j', (name, flags) => {
  expect(flagsOf(name)).toEqual(flags);
});

test.each([
  'CON',
  'con.txt',
  'nul',
  'Aux.tar.gz',
  'COM1',
  'lpt9.docx',
  'COM¹',
  'CONIN$',
  'PRN .txt',
  'com0',
])('%j is a device on Windows', (name) => {
  expect(isReservedName(name)).toBe(true);
});

test.each(['CONFIG', 'COM10', 'CO', 'console.txt', '01：CON.docx', 'NULL', 'con一'])(
  '%j is no device',
  (name) => {
    expect(isReservedName(name)).toBe(false);
  },
);

test.each([
  ['01:a?b*.docx', '01：a？b＊.docx'],
  ['a<b>|"c"\\d/e', 'a＜b＞｜＂c＂＼d／e'],
  ['a. . ', 'a'],
  ['...', '_'],
  ['CON', 'CON_'],
  ['nul .txt', 'nul_.txt'],
  ['a\r\nb', 'a  b'],
  ['50%.txt', '50%.txt'],
])('%j becomes %j', (name, portable) => {
  expect(toPortable(name)).toBe(portable);
});

test('a bundle also has ％ for %', () => {
  expect(toPortable('50%.txt', { percent: true })).toBe('50％.txt');
});

test('bytes are counted as UTF-8', () => {
  for (const name of ['01：标题.docx', 'é', '😀', 'a\ud800b'])
    expect(byteLength(name)).toBe(Buffer.byteLength(name));
});
