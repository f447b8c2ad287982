import { expect, test } from 'vitest';
import { indicatorOf } from '../../../test/helpers/indicator-of.js';
import { entryOf } from '../../../test/helpers/ledger-of.js';
import type { Lack } from '../../core/coverage/types.js';
import { parseDate } from '../../core/dates/parse-date.js';
import type { Evidence } from '../../core/evidence/types.js';
import type { LedgerEntry } from '../../core/ledger/types.js';
import { parseName } from '../../core/naming/parse.js';
import { zhCn } from '../../messages/zh-cn/index.js';
import { lackWords } from './words.js';

const at = indicatorOf({ code: '1.1' });

const evidence = (name: string, entry?: Partial<LedgerEntry>, home = at): Evidence => {
  const parts = parseName(name);
  const span = parseDate(parts.title.slice(0, 5));
  return {
    path: `档案/${name}`,
    home,
    group: '',
    title: parts.title,
    name: parts,
    entry: entry && entryOf(entry),
    date: span && { ...span, source: 'name' },
    otherDate: undefined,
    kinds: [],
    characters: undefined,
  };
};

const words = (...lacks: readonly Lack[]) =>
  lackWords({ lacks, counts: 'files' }, { say: zhCn, at, whole: false });

const one = { min: 1, max: undefined };
const two = { min: 2, max: 3 };
const quarter = (label: string, found = 0): Lack => {
  const { from, to } = parseDate(label) ?? { from: '', to: '' };
  return { is: 'period', period: { label, from, to }, found, wanted: two };
};

test('nothing at all, and not enough', () => {
  expect(words({ is: 'none' })).toEqual(['还没有材料']);
  expect(words({ is: 'count', found: 0, wanted: two })).toEqual(['还没有材料']);
  expect(words({ is: 'count', found: 1, wanted: two })).toEqual(['还差 1 份']);
});

test('too much, of an activity or in all', () => {
  expect(words({ is: 'over', found: 5, wanted: two })).toEqual(['多 2 份，至多 3 份']);
  expect(words({ is: 'over', found: 5, wanted: two, activity: '学雷锋' })).toEqual([
    '“学雷锋”多 2 份，至多 3 份',
  ]);
});

test('periods without anything are told together, those with something by themselves', () => {
  expect(words(quarter('2020-Q1'), quarter('2020-Q2', 1), quarter('2020-Q3'))).toEqual([
    '缺 2020年一季度、三季度',
    '2020年二季度只有 1 份，要 2–3 份',
  ]);
});

test('of many periods the first are named', () => {
  const months = [1, 2, 3, 4, 5, 6, 7].map((month) => quarter(`2020-0${month}`));
  expect(words(...months)).toEqual(['缺 2020年1月、2月、3月、4月、5月，另有 2 期']);
});

test('the parts that an activity lacks are told together', () => {
  const part = (title: string, activity: string): Lack => ({
    is: 'kind',
    title,
    kinds: [],
    activity,
  });
  expect(words(part('照片', '学雷锋'), part('报道', '学雷锋'), part('照片', '植树'))).toEqual([
    '“学雷锋”缺照片、报道',
    '“植树”缺照片',
  ]);
});

test('occasions without anything are told together', () => {
  const occasion = (name: string, found: number): Lack => ({
    ...{ is: 'occasion', occasion: name, found },
    wanted: two,
  });
  expect(words(occasion('春节', 0), occasion('清明', 0), occasion('中秋', 1))).toEqual([
    '缺 春节、清明',
    '中秋只有 1 份，要 2–3 份',
  ]);
});

test('an activity is called by its name, or by its day in words', () => {
  const { kind } = zhCn.status.lacks;
  expect(
    ['春节', '2017', '2020-03-12'].map((activity) => kind({ activity, titles: ['会议纪要'] })),
  ).toEqual(['“春节”缺会议纪要', '2017年缺会议纪要', '2020年3月12日缺会议纪要']);
});

test('each piece is called by its number and its title', () => {
  const date = (name: string): Lack => ({ is: 'date', evidence: evidence(name) });
  expect(words(date('02：会议纪要.docx'))).toEqual(['02：会议纪要：看不出日期']);
  expect(words(date('02：纪要.docx'), date('03：纪要.docx'))).toEqual([
    '02：纪要、03：纪要：看不出日期',
  ]);
});

test('of several the sub-folders, each of which begins at 01, are told with them', () => {
  const date = (group: string): Lack => {
    return { is: 'date', evidence: { ...evidence('01：纪要.docx'), group } };
  };
  expect(words(date(''), date('第一期'), date('第二期'))).toEqual([
    '01：纪要、第一期/01：纪要、第二期/01：纪要：看不出日期',
  ]);
});

test('what is kept elsewhere is called with its place', () => {
  const elsewhere = evidence('05：会议图片.jpg', undefined, indicatorOf({ id: '2', code: '2' }));
  expect(words({ is: 'date', evidence: elsewhere })).toEqual([
    '05：会议图片（存放在 2）：看不出日期',
  ]);
});

test('next to what is wrong with what is there, numbers need no words', () => {
  const draft = evidence('02：签批件.pdf', { state: 'draft' });
  expect(words({ is: 'count', found: 1, wanted: two }, { is: 'state', evidence: draft })).toEqual([
    '02：签批件：还是草稿',
  ]);
});

test('outside of the window, with the date that it has', () => {
  const old = evidence('03：2019年制度.docx');
  const window = { from: '2020-01-01', to: '2020-12-31' };
  expect(words({ is: 'window', evidence: old, window })).toEqual([
    '03：2019年制度：日期是 2019年，不在2020年内',
  ]);
});

test('length, caption and what has to be seen', () => {
  const piece = evidence('06：情况说明.docx');
  expect(
    words(
      { is: 'characters', evidence: piece, found: 150, wanted: { min: 200, max: undefined } },
      { is: 'characters', evidence: piece, found: undefined, wanted: one },
      { is: 'caption', evidence: piece, missing: ['时间', '地点'] },
      { is: 'shows', evidence: piece, what: ['单位名称'] },
    ),
  ).toEqual([
    '06：情况说明：150 字，要 200 字以上',
    '06：情况说明：字数数不出来，要 1 字以上',
    '06：情况说明：说明里没有时间、地点',
    '06：情况说明：要核对有没有单位名称',
  ]);
});

test('what a person has to decide comes last', () => {
  expect(words({ is: 'per', per: '每种媒体' }, { is: 'count', found: 1, wanted: two })).toEqual([
    '还差 1 份',
    '每样几份要人定：每种媒体',
  ]);
});

test('papers are named in the order of their numbers, whatever they were given to', () => {
  const lacks = ['06：记录.docx', '04：记录.docx', '01：记录.docx'].map((name): Lack => ({
    is: 'date',
    evidence: evidence(name),
  }));
  expect(words(...lacks)).toEqual(['01：记录、04：记录、06：记录：看不出日期']);
});
