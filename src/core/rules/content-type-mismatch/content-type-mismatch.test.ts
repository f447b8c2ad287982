import { expect, test } from 'vitest';
import { archiveFromTree, knownOf, mendsOf } from '../../../../test/helpers/archive-of.js';
import { contentTypeMismatch } from './index.js';

const archive = (...files: readonly string[]) =>
  archiveFromTree(`1 甲/\n${files.map((file) => `  ${file}\n`).join('')}`);
const found = (...files: readonly string[]) =>
  [...contentTypeMismatch.check(archive(...files))].map(({ messageId, data }) => [
    messageId.split('/')[1],
    data,
  ]);
const renamed = (...files: readonly string[]) =>
  mendsOf(contentTypeMismatch, archive(...files)).map((mend) =>
    mend.do === 'move' ? `${mend.from} → ${mend.to}${mend.safe ? '' : ' (unsafe)'}` : mend.do,
  );

test('an extension of another format', () => {
  expect(found('01：通知.doc = docx')).toEqual([
    ['extension', { format: 'docx', extension: '.doc', wanted: '.docx' }],
  ]);
});

test('no extension at all', () => {
  expect(found('01：通知 = pdf')).toEqual([['none', { format: 'pdf', wanted: '.pdf' }]]);
});

test('contents of no format that is known', () => {
  expect(found('01：通知.docx = damaged', '02：通知.docx = ')).toEqual([
    ['damaged', { format: undefined }],
    ['unknown', { extension: '.docx' }],
  ]);
});

test.each(['encrypted', 'truncated', 'damaged'])('%s', (mark) => {
  expect(found(`01：通知.pdf = pdf ${mark}`)).toEqual([[mark, { format: 'pdf' }]]);
});

test.each([
  ['01：通知.pdf = pdf signed', 'damaged'],
  ['01：通知.pdf = pdf truncated', 'truncated'],
])('%s that nobody could read is %s', (file, mark) => {
  const { known, ...tree } = archive(file);
  const broken = { characters: undefined, created: undefined, taken: undefined };
  const facts = new Map([['档案/1 甲/01：通知.pdf', { ...broken, failed: 'damaged' as const }]]);
  const [seen] = contentTypeMismatch.check({ ...tree, known: knownOf({ ...known, facts }) });
  expect(seen?.messageId).toBe(`content-type-mismatch/${mark}`);
});

test('one that the disk cannot read', () => {
  expect(found('01：通知.pdf = unreadable')).toEqual([['unreadable', {}]]);
});

test.each([
  '01：通知.wps = docx',
  '01：通知.WPS = doc',
  '01：通知.et = xls',
  '01：通知.doc = rtf',
  '01：照片.JPEG = jpg',
  '01：录像.mp4 = mov',
  '01：名单.txt = csv',
  '01：数据.dat = txt',
  '01：通知.docx = ooxml encrypted pointer',
  '01：通知.docx = empty',
  '01：上级文件.pdf = pdf restricted signed',
  '01：材料.tar.gz = tgz',
])('%s is in order, or told by another rule', (file) => {
  expect(found(file)).toEqual([]);
});

test('the mend is another extension, for a person to agree to', () => {
  expect(renamed('01：通知.doc = docx', '02：照片.JPG = heic', '03：计划 = pdf')).toEqual([
    '档案/1 甲/01：通知.doc → 档案/1 甲/01：通知.docx (unsafe)',
    '档案/1 甲/02：照片.JPG → 档案/1 甲/02：照片.heic (unsafe)',
    '档案/1 甲/03：计划 → 档案/1 甲/03：计划.pdf (unsafe)',
  ]);
});

test('no name is taken that another file has', () => {
  expect(renamed('01：通知.doc = docx', '01：通知.docx = docx')).toEqual([]);
});

test('text is not taken for what somebody meant', () => {
  expect(found('01：通知.docx = txt')).toEqual([['text', { extension: '.docx' }]]);
  expect(renamed('01：通知.docx = txt')).toEqual([]);
});

test('what is locked or broken is not renamed', () => {
  expect(renamed('01：通知.doc = docx encrypted', '02：通知.doc = docx truncated')).toEqual([]);
});

const fixes = (...files: readonly string[]) =>
  [...contentTypeMismatch.check(archive(...files))].map(({ fix }) => fix);

test.each([
  ['too long with it', [`01：${'长'.repeat(83)} = pdf`], ['none']],
  ['taken', ['01：通知.doc = docx', '01：通知.docx = docx'], ['none']],
  ['free', ['01：通知.doc = docx'], [undefined]],
])('no mend is promised that there is not: the name is %s', (_, files, promised) => {
  expect(fixes(...files)).toEqual(promised);
});
