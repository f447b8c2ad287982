import { expect, test } from 'vitest';
import { archiveOf, withLedgers } from '../../../../test/helpers/archive-of.js';
import { metaOrphan } from './index.js';

const DIGEST = `    sha256: ${'a'.repeat(64)}\n    bytes: 3\n`;

/** @param more - Lines of the entry; unless given it knows its file's content. */
const found = (folders: Record<string, string[]>, file: string, more = DIGEST) => {
  const text = `entries:\n  - file: ${file}\n${more}`;
  const archive = withLedgers(archiveOf(folders), { '1.1 机构': text });
  return [...metaOrphan.check(archive)].map(({ messageId, data }) => [messageId, data]);
};

test('an entry of a file that is there is none', () => {
  expect(found({ '1.1 机构': ['01：通知.docx'] }, '01：通知.docx')).toEqual([]);
});

test('an entry of a file that is nowhere', () => {
  expect(found({ '1.1 机构': ['02：活动照片.jpg'] }, '01：通知.docx')).toEqual([
    ['meta-orphan/gone', { file: '01：通知.docx', nearest: undefined }],
  ]);
});

test('the file in the folder with the name that is most alike is named', () => {
  expect(found({ '1.1 机构': ['02：成立创建小组.docx'] }, '01：成立创建小组通知.docx')).toEqual([
    ['meta-orphan/gone', { file: '01：成立创建小组通知.docx', nearest: '02：成立创建小组.docx' }],
  ]);
});

test('a file that has an entry of its own is not named', () => {
  const archive = withLedgers(archiveOf({ '1.1 机构': ['02：成立创建小组.docx'] }), {
    '1.1 机构': 'entries:\n  - file: 01：成立创建小组通知.docx\n  - file: 02：成立创建小组.docx\n',
  });
  expect([...metaOrphan.check(archive)].map(({ data }) => data)).toEqual([
    { file: '01：成立创建小组通知.docx', nearest: undefined },
  ]);
});

test('a file of the same name in another folder is named with its path', () => {
  expect(found({ '1.1 机构': [], '1.2 制度': ['01：通知.docx'] }, '01：通知.docx')).toEqual([
    ['meta-orphan/elsewhere', { file: '01：通知.docx', nearest: '档案/1.2 制度/01：通知.docx' }],
  ]);
});

test('an entry that does not know its content says so', () => {
  expect(found({ '1.1 机构': ['02：活动照片.jpg'] }, '01：通知.docx', '')).toEqual([
    ['meta-orphan/gone-unrecorded', { file: '01：通知.docx', nearest: undefined }],
  ]);
});

test('a digest without a size is followed by nothing', () => {
  const more = `    sha256: ${'a'.repeat(64)}\n`;
  expect(found({ '1.1 机构': [] }, '01：通知.docx', more)[0]?.[0]).toBe(
    'meta-orphan/gone-unrecorded',
  );
});

test('without a digest, one of several files of that name elsewhere is named', () => {
  const twins = { '1.1 机构': [], '1.2 制度': ['01：通知.docx'], '1.3 宣传': ['01：通知.docx'] };
  expect(found(twins, '01：通知.docx', '')).toEqual([
    [
      'meta-orphan/elsewhere-unrecorded',
      { file: '01：通知.docx', nearest: '档案/1.2 制度/01：通知.docx' },
    ],
  ]);
});

test.each([
  [['03：清河照片.jpg', '04：河道.jpg'], '03：清河照片.jpg'],
  [['08：清河照片.jpg', '04：总结.docx'], '08：清河照片.jpg'],
  [['03：清河照片.jpg', '03：河道.jpg', '04：总结.docx'], undefined],
  [['08：清河照片.JPG'], '08：清河照片.JPG'],
  [['清河照片'], undefined],
])('of %j the only one with its ordinal is named, else with its extension', (files, nearest) => {
  expect(found({ '1.1 机构': files }, '03：学雷锋日清理河道图片.jpg', '')).toEqual([
    ['meta-orphan/gone-unrecorded', { file: '03：学雷锋日清理河道图片.jpg', nearest }],
  ]);
});

test('links are none', () => {
  const archive = withLedgers(archiveOf({ '1.1 机构': [] }), {
    '1.1 机构': 'entries:\n  - link: https://example.cn\n',
  });
  expect([...metaOrphan.check(archive)]).toEqual([]);
});
