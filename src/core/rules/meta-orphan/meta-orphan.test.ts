import { expect, test } from 'vitest';
import { archiveOf, withLedgers } from '../../../../test/helpers/archive-of.js';
import { metaOrphan } from './index.js';

const found = (folders: Record<string, string[]>, file: string) => {
  const text = `entries:\n  - file: ${file}\n`;
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

test('links are none', () => {
  const archive = withLedgers(archiveOf({ '1.1 机构': [] }), {
    '1.1 机构': 'entries:\n  - link: https://example.cn\n',
  });
  expect([...metaOrphan.check(archive)]).toEqual([]);
});
