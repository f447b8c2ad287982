import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseName } from '../../naming/parse.js';
import type { Folder } from '../../archive/types.js';
import { payloadOf } from './payload.js';

const root = (...names: string[]): Folder => ({
  name: '档案',
  path: '档案',
  folders: [{ name: '1.1 空', path: '档案/1.1 空', folders: [], files: [], oddities: [] }],
  files: names.map((name) => ({ name, path: `档案/${name}`, parts: parseName(name) })),
  oddities: [],
});
const packed = (...names: string[]) =>
  payloadOf(root(...names), { indicatorOf: () => undefined, hasLedger: () => false });
const paths = (...names: string[]) => packed(...names).files.map((file) => file.path);

test('what Windows or BagIt would trip over is full-width in the bundle', () => {
  expect(paths('01:满意度98%.pdf')).toEqual(['data/01：满意度98％.pdf']);
});

test('a renamed file keeps its name in the archive', () => {
  expect(packed('01:通知.pdf').files[0]).toMatchObject({
    origin: '档案/01:通知.pdf',
    renamed: true,
  });
});

test('two names that would meet are refused, both named', () => {
  expect(() => packed('01:通知.pdf', '01：通知.PDF')).toThrow(
    '档案/01:通知.pdf and 档案/01：通知.PDF',
  );
});

test('temporary files stay at home and are told', () => {
  const { files, leftOut } = packed('~$计划.docx', 'Thumbs.db', '01：计划.docx');
  expect(files).toHaveLength(1);
  expect(leftOut).toEqual(['档案/~$计划.docx', '档案/Thumbs.db']);
});

test('a folder that nothing is in is listed', () => {
  expect(packed('01：计划.docx').emptyFolders).toEqual(['data/1.1 空']);
});

test('no path of the payload needs escaping in a manifest, or breaks a name rule of any system', () => {
  const name = fc.string({ unit: 'binary', minLength: 1 }).filter((text) => !/[/\0]/.test(text));
  fc.assert(
    fc.property(name, (each) => {
      for (const path of paths(each)) {
        // eslint-disable-next-line no-control-regex -- these are what must not be there
        expect(path.slice('data/'.length)).not.toMatch(/[\0-\x1f<>:"/\\|?*%\x7f]|[. \u3000]$/);
      }
    }),
  );
});

test.each([
  ['01：问?答*.pdf', '01：问？答＊.pdf'],
  ['01：<甲>|“乙".pdf', '01：＜甲＞｜“乙＂.pdf'],
  ['01：甲\\乙.pdf', '01：甲＼乙.pdf'],
  ['01：总结. ', '01：总结'],
  ['01：总结\u3000', '01：总结'],
  ['CON.txt', 'CON_.txt'],
  ['com1', 'com1_'],
  ['01：cafe\u0301.pdf', '01：café.pdf'],
])('“%s” has one name for all systems, “%s”', (name, portable) => {
  expect(paths(name)).toEqual([`data/${portable}`]);
});

test.each([
  ['01：甲.pdf', '01：甲.pdf '],
  ['01：A.pdf', '01：a.PDF'],
  ['01：100%.pdf', '01：100％.pdf'],
  ['01：caf\u00e9.pdf', '01：cafe\u0301.pdf'],
])('“%s” and “%s” would meet, and are both named', (one, other) => {
  expect(() => packed(one, other)).toThrow(`档案/${one} and 档案/${other}`);
});
