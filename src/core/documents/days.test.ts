import { expect, test } from 'vitest';
import { dayOfExif, dayOfFileTime, dayOfPdf, dayOfW3c } from './days.js';

test('a moment in UTC is a day in China', () => {
  expect(dayOfW3c('2020-03-12T16:30:00Z')).toBe('2020-03-13');
  expect(dayOfPdf("D:20200312163000+00'00'")).toBe('2020-03-13');
  expect(dayOfPdf('D:20200312163000Z')).toBe('2020-03-13');
});

test('a moment with another offset, or without one, has the day that is written', () => {
  expect(dayOfW3c('2020-03-12T23:30:00+08:00')).toBe('2020-03-12');
  expect(dayOfW3c('2020-03-12T23:30:00')).toBe('2020-03-12');
  expect(dayOfPdf("D:20200312233000+08'00'")).toBe('2020-03-12');
  expect(dayOfPdf('D:20200312')).toBe('2020-03-12');
  expect(dayOfPdf('20200312233000')).toBe('2020-03-12');
});

test('fractions of seconds and missing seconds do no harm', () => {
  expect(dayOfW3c('2020-03-12T08:30:00.000Z')).toBe('2020-03-12');
  expect(dayOfW3c('2020-03-12T08:30Z')).toBe('2020-03-12');
});

test('a photo has the day of its place', () => {
  expect(dayOfExif('2020:03:12 23:59:59')).toBe('2020-03-12');
});

test.each(['0000:00:00 00:00:00', '    :  :     :  :  ', '2020:13:01 00:00:00', ''])(
  'a camera without a clock tells nothing: %s',
  (text) => {
    expect(dayOfExif(text)).toBeUndefined();
  },
);

test('a day that no calendar has is none', () => {
  expect(dayOfW3c('2020-02-30T08:00:00Z')).toBeUndefined();
  expect(dayOfPdf('D:20200230')).toBeUndefined();
});

test.each(['1601-01-01', '1904-01-01', '1970-01-01', '1980-01-01'])(
  'where clocks begin is no date: %s',
  (day) => {
    expect(dayOfW3c(`${day}T00:00:00Z`)).toBeUndefined();
  },
);

test.each(['2006-09-13T11:21:51Z', '2014-10-29T12:08:00Z', '2013-12-23T23:15:00Z'])(
  'the moment of a template is no date: %s',
  (moment) => {
    expect(dayOfW3c(moment)).toBeUndefined();
  },
);

test('it is none in the time of China either', () => {
  expect(dayOfW3c('2013-12-23T15:15:00Z')).toBeUndefined();
  expect(dayOfW3c('2014-10-29T20:08:00Z')).toBeUndefined();
});

test('another moment of the same day is a date', () => {
  expect(dayOfW3c('2014-10-29T12:09:00Z')).toBe('2014-10-29');
});

test('a file time is counted from 1601', () => {
  expect(dayOfFileTime(132284646000000000n)).toBe('2020-03-12');
  expect(dayOfFileTime(0n)).toBeUndefined();
  expect(dayOfFileTime(2n ** 64n - 1n)).toBeUndefined();
});

test.each(['2020', '2020-03', 'March 12, 2020', ''])('less than a day is no day: %s', (text) => {
  expect(dayOfW3c(text)).toBeUndefined();
});
