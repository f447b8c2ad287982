import fc from 'fast-check';
import { expect, test } from 'vitest';
import { planFix } from '../../change/plan-fix.js';
import { foldName } from '../../text.js';
import { archiveOf, mendsOf } from '../../../../test/helpers/archive-of.js';
import { eachFolder } from '../../archive/types.js';
import { ARCHIVE_RULES } from '../index.js';
import { portUnicodeForm } from './index.js';

const seen = (...names: string[]) =>
  [...portUnicodeForm.check(archiveOf({ A1: names }))].map(({ messageId, data, fix }) => [
    messageId.slice(18),
    'suggested' in data ? (data.suggested ?? fix) : undefined,
  ]);

test.each([
  ['01：Cafe\u0301招待记录.pdf', 'form', '01：Caf\u00e9招待记录.pdf'],
  ['01：か\u3099.pdf', 'form', '01：が.pdf'],
  ['01：会议\u200b纪要.docx', 'invisible', '01：会议纪要.docx'],
  ['01：会议\u202e纪要.docx', 'invisible', '01：会议纪要.docx'],
  ['01：会议\u3000纪要.docx', 'space', '01：会议 纪要.docx'],
  ['01：会议\u00a0纪要.docx', 'space', '01：会议 纪要.docx'],
  ['01：会议\u2028纪要.docx', 'space', '01：会议 纪要.docx'],
  ['01：会议\u200b纪\u3000要.docx', 'invisible', '01：会议纪 要.docx'],
  ['会议\u200b纪要.docx', 'invisible', '01：会议纪要.docx'],
])('%j is told, and how it could be', (name, is, suggested) => {
  expect(seen(name)).toEqual([[is, suggested]]);
});

test.each([
  '01：会议 纪要.docx',
  '01：“五一”——劳动节（一）①Ⅲ℃㎡.docx',
  '01：👨‍👩‍👧 家庭.jpg',
  '01：が.pdf',
])('%j is in order', (name) => {
  expect(seen(name)).toEqual([]);
});

test('what another rule says of a blank is not said again', () => {
  expect(
    seen('\u300001：甲.docx', '02：\u3000乙.docx', '03：丙.docx\u3000', '04\u200b：丁.docx'),
  ).toEqual([]);
});

test('characters are told by their numbers, each once', () => {
  const [found] = portUnicodeForm.check(
    archiveOf({ A1: ['01：甲\ufeff乙\u200b\u200b\u3000丙.docx'] }),
  );
  expect(found?.data).toMatchObject({ characters: ['U+FEFF', 'U+200B', 'U+3000'] });
});

test('a name that is taken is not proposed', () => {
  expect(seen('01：甲\u200b.docx', '01：甲.docx')).toEqual([['invisible', 'none']]);
});

test('folders are judged too, links are told and left alone', () => {
  const archive = archiveOf(
    { A1: [], '旧\u200b资料': [] },
    { system: ['A1'], links: ['A1/别\u3000处'] },
  );
  expect([...portUnicodeForm.check(archive)].map(({ path, fix }) => [path, fix])).toEqual([
    ['档案/旧\u200b资料', undefined],
    ['档案/A1/别\u3000处', 'none'],
  ]);
  expect(mendsOf(portUnicodeForm, archive)).toMatchObject([{ to: '档案/旧资料' }]);
});

const odd = fc.constantFrom(
  '\u200b',
  '\u3000',
  '\u00a0',
  '\ufeff',
  'e\u0301',
  '\u0301',
  '甲',
  '会议',
  ' ',
  'é',
  '.',
);
const title = fc.array(odd, { minLength: 1, maxLength: 6 }).map((parts) => `题${parts.join('')}`);

test('after a fix nothing of it is left but where names meet, and no two names are one', () => {
  fc.assert(
    fc.property(fc.uniqueArray(title, { maxLength: 6 }), (titles) => {
      const archive = archiveOf({ A1: titles.map((each, at) => `0${at + 1}：${each}.docx`) });
      const { after } = planFix(archive, ARCHIVE_RULES, { unsafe: false, only: [] });
      expect([...portUnicodeForm.check(after)]).toEqual([]);
      for (const { files } of eachFolder(after.root)) {
        expect(new Set(files.map(({ name }) => foldName(name))).size).toBe(files.length);
        for (const { name } of files) expect(name.normalize('NFC')).toBe(name);
      }
    }),
  );
});
