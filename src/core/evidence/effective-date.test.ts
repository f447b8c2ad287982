import { expect, test } from 'vitest';
import { parseDate } from '../dates/parse-date.js';
import { spanLabel } from '../dates/label.js';
import { effectiveDate, folderDate, registeredDate } from './effective-date.js';
import type { EvidenceDate } from './types.js';

interface Told {
  readonly ledger?: string;
  readonly folders?: readonly string[];
  readonly year?: number;
  readonly period?: string;
  readonly created?: string;
  readonly taken?: string;
}

const told = (title: string, { ledger, folders = [], year, period, created, taken }: Told) => {
  const { date, otherDate } = effectiveDate(title, {
    ledger: ledger === undefined ? undefined : parseDate(ledger),
    folder: folderDate(folders, year, period === undefined ? undefined : parseDate(period)),
    facts: { characters: undefined, created, taken },
  });
  return { date: shown(date), otherDate: shown(otherDate) };
};

const shown = (date: EvidenceDate | undefined) => date && `${spanLabel(date)} ${date.source}`;

const dateOf = (title: string, given: Told = {}) => told(title, given).date;
const otherDateOf = (title: string, given: Told = {}) => told(title, given).otherDate;

const registered = (caption: Record<string, string>, year?: number) => {
  const date = registeredDate({ date: undefined, caption }, year);
  return date && spanLabel(date);
};

test.each([
  ['2024年3月', '2024-03'],
  ['2024-03-01', '2024-03-01'],
  ['2024年3月5日上午9:30', '2024-03-05'],
  ['三楼会议室', undefined],
])('the time of a caption is registered: %s', (when, date) => {
  expect(registered({ 地点: '三楼会议室', 时间: when })).toBe(date);
});

test('a month of a caption is of the year that its folder tells', () => {
  expect(registered({ 时间: '5月6日' }, 2020)).toBe('2020-05-06');
  expect(registered({ 时间: '5月6日' })).toBeUndefined();
});

test('the date of the ledger is registered before the time of the caption', () => {
  const date = parseDate('2020-05-07');
  expect(registeredDate({ date, caption: { 时间: '2020-05-06' } })).toEqual(date);
});

test('the ledger is believed before the name, the name before the folder', () => {
  const rest = { folders: ['2020年'], created: '2021-01-01', taken: '2022-01-01' };
  expect(dateOf('2019年计划', { ledger: '2018', ...rest })).toBe('2018 ledger');
  expect(dateOf('2019年计划', rest)).toBe('2019 name');
});

test('the folder is believed before document properties, and those before a camera', () => {
  expect(dateOf('计划', { folders: ['2020年'], created: '2021-01-01' })).toBe('2020 folder');
  expect(dateOf('计划', { created: '2021-01-01', taken: '2022-01-01' })).toBe(
    '2021-01-01 document',
  );
  expect(dateOf('图片', { taken: '2022-01-01' })).toBe('2022-01-01 exif');
});

test('the moment at which WeChat saved a picture is believed last', () => {
  expect(dateOf('mmexport1683871204567')).toBe('2023-05-12 name');
  expect(dateOf('wx_camera_1683871204567')).toBe('2023-05-12 name');
  expect(dateOf('mmexport1683871204567', { folders: ['2022年'] })).toBe('2022 folder');
  expect(dateOf('mmexport1683871204567', { taken: '2023-05-02' })).toBe('2023-05-02 exif');
  expect(dateOf('2022年春游mmexport1683871204567')).toBe('2022 name');
});

test('nothing known is nothing', () => {
  expect(dateOf('计划')).toBeUndefined();
});

test('a source that says the same more finely makes the date finer', () => {
  expect(dateOf('2020年会议纪要', { period: '2020-Q1' })).toBe('2020-Q1 folder');
  expect(dateOf('2020年会议纪要', { created: '2020-03-05' })).toBe('2020-03-05 document');
  expect(dateOf('2020年3月5日活动', { ledger: '2020' })).toBe('2020-03-05 name');
});

test('what was written is known still where only the file itself tells a finer date', () => {
  const date = (title: string, created?: string, taken?: string) =>
    effectiveDate(title, {
      ledger: undefined,
      folder: folderDate([], undefined, undefined),
      facts: { characters: undefined, created, taken },
    }).date?.written;
  expect(shown(date('2020年会议纪要', '2020-03-05'))).toBe('2020 name');
  expect(shown(date('2020年会议纪要', '2020-03-05', '2020-03-05'))).toBe('2020 name');
  expect(date('2020年植树', undefined, '2020-03-05')).toBeUndefined();
  expect(date('会议纪要', '2020-03-05')).toBeUndefined();
});

test('a source that says otherwise does not', () => {
  expect(dateOf('2020年工作总结', { created: '2021-01-08' })).toBe('2020 name');
});

test('a year folder gives months and days in names their year', () => {
  expect(dateOf('3月5日学雷锋活动', { year: 2020 })).toBe('2020-03-05 name');
  expect(dateOf('照片', { year: 2020, folders: ['3月5日学雷锋活动'] })).toBe('2020-03-05 folder');
});

test('so does the period of an indicator, and a folder that the clerk made for a year', () => {
  expect(dateOf('3月份简报', { period: '2020-Q1' })).toBe('2020-03 name');
  expect(dateOf('3月份简报', { folders: ['2020年', '简报'] })).toBe('2020-03 name');
});

test('the folder that lies deeper is nearer to the evidence', () => {
  expect(dateOf('照片', { folders: ['2020年', '2020年3月5日学雷锋'] })).toBe('2020-03-05 folder');
});

test('a year folder in that of a quarter says nothing new', () => {
  expect(dateOf('照片', { period: '2020-Q1', folders: ['2020年'] })).toBe('2020-Q1 folder');
});

test('the day of an office template is not that of the evidence', () => {
  expect(dateOf('计划', { created: '2013-12-23' })).toBeUndefined();
});

test('ledger and name that have no day in common are told', () => {
  expect(otherDateOf('2019年计划', { ledger: '2018' })).toBe('2019 name');
  expect(otherDateOf('2019年计划', { ledger: '2019-03-05' })).toBeUndefined();
});

test('a camera that says another year is told', () => {
  expect(otherDateOf('2020年3月5日活动', { taken: '2019-03-05' })).toBe('2019-03-05 exif');
  expect(otherDateOf('活动', { ledger: '2020', taken: '2021-01-01' })).toBe('2021-01-01 exif');
});

test('a camera that is some days or months off is not', () => {
  expect(otherDateOf('2020年3月5日活动', { taken: '2020-05-01' })).toBeUndefined();
});

test('a document written in another year than it is about is in order', () => {
  expect(otherDateOf('2020年工作总结', { created: '2021-01-08' })).toBeUndefined();
});
