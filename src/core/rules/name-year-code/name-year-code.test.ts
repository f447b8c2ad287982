import fc from 'fast-check';
import { expect, test } from 'vitest';
import { archiveOf, mendsOf, withLedgers } from '../../../../test/helpers/archive-of.js';
import { DEFAULT_SETTINGS } from '../../archive/settings.js';
import { eachFolder } from '../../archive/types.js';
import { planFix } from '../../change/plan-fix.js';
import { foldName } from '../../text.js';
import { ARCHIVE_RULES } from '../index.js';
import { nameYearCode } from './index.js';

const settings = {
  ...DEFAULT_SETTINGS,
  naming: { ...DEFAULT_SETTINGS.naming, year: 'required' },
} as const;
const asking = (folders: Parameters<typeof archiveOf>[0]) =>
  archiveOf(folders, { settings, system: ['A1'] });
const told = (archive: ReturnType<typeof archiveOf>) =>
  [...nameYearCode.check(archive)].map(({ messageId, data, fix }) => [
    messageId.slice(15),
    'suggested' in data ? data.suggested : '',
    fix,
  ]);

test('without the setting no title has to tell a year', () => {
  expect(told(archiveOf({ A1: ['01：工作总结.docx'] }))).toEqual([]);
});

test.each([
  '2020年度工作总结',
  '关于表彰的通知〔2020〕3号',
  '20200504活动',
  '活动（2020）',
  '二〇二〇年工作总结',
  'IMG_0001',
])('%s tells its year, or is left to another rule', (title) => {
  expect(told(asking({ A1: [`01：${title}.docx`] }))).toEqual([]);
});

test.each([
  ['工作总结', '2020年工作总结'],
  ['年度工作总结', '2020年度工作总结'],
  ['一季度简报', '2020年一季度简报'],
  ['参加人员2020人', '2020年参加人员2020人'],
])('in the folder of 2020 %s is %s', (title, named) => {
  const archive = asking({ 'A1/2020年': [`01：${title}.docx`] });
  expect(told(archive)).toEqual([['missing', `01：${named}.docx`, 'safe']]);
  expect(mendsOf(nameYearCode, archive)).toMatchObject([
    { to: `档案/A1/2020年/01：${named}.docx`, safe: true },
  ]);
});

test('a year that only the ledger tells is proposed, and not written', () => {
  const archive = withLedgers(asking({ A1: ['01：工作总结.docx', '02：名单.docx'] }), {
    A1: 'entries: [{ file: 01：工作总结.docx, date: 2020-12 }, { file: 02：名单.docx, date: 2018..2020 }]',
  });
  expect(told(archive)).toEqual([
    ['missing', '01：2020年工作总结.docx', 'proposes'],
    ['missing', undefined, 'none'],
  ]);
  expect(mendsOf(nameYearCode, archive)).toEqual([]);
});

test('ledgers are asked for where folders do not tell', () => {
  const asks = (folder: string, name: string) =>
    nameYearCode.asksLedgers?.(asking({ [folder]: [name] }));
  expect([
    asks('A1', '01：总结.docx'),
    asks('A1', '01：2020年总结.docx'),
    asks('A1/2020年', '01：总结.docx'),
  ]).toEqual([true, false, false]);
});

test('another year than that of its folder is told and left alone; a stretch that has it is in order', () => {
  const archive = asking({ 'A1/2019年': ['01：2020年总结.docx', '02：2018年—2019年规划.docx'] });
  expect(told(archive)).toEqual([['other', '', 'none']]);
  expect(mendsOf(nameYearCode, archive)).toEqual([]);
});

test('a name that is taken is not proposed', () => {
  const archive = asking({ 'A1/2020年': ['01：总结.docx', '01：2020年总结.docx'] });
  expect(told(archive)).toEqual([['missing', undefined, 'none']]);
});

const title = fc
  .array(
    fc.constantFrom('年', '度', '工作', '总结', '2019', '1', ' ', '（', '）', '。', '-', 'a'),
    {
      minLength: 1,
      maxLength: 5,
    },
  )
  .map((parts) => `题${parts.join('')}`);

test('after a fix every title in a year folder tells a year, and no two names are one', () => {
  fc.assert(
    fc.property(fc.uniqueArray(title, { maxLength: 5 }), (titles) => {
      const names = titles.map((each, at) => `0${at + 1}：${each}.docx`);
      const { after } = planFix(asking({ 'A1/2020年': names }), ARCHIVE_RULES, {
        unsafe: false,
        only: [],
      });
      expect(told(after).filter(([is]) => is === 'missing')).toEqual([]);
      for (const { files } of eachFolder(after.root)) {
        expect(new Set(files.map(({ name }) => foldName(name))).size).toBe(files.length);
      }
    }),
  );
});
