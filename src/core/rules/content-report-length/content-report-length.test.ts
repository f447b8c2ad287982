import { expect, test } from 'vitest';
import { saidBy } from '../../../../test/helpers/one-leaf.js';
import { contentReportLength } from './index.js';

const said = (asked: string, characters?: number) =>
  saidBy(
    contentReportLength,
    `[{ title: 说明, kind: report, characters: ${asked} }]`,
    ['01：情况说明.docx'],
    characters === undefined
      ? {}
      : { ledger: `entries: [{ file: 01：情况说明.docx, characters: ${characters} }]` },
  );

test('too short', () => {
  expect(said('200..', 150)).toEqual([
    ['short', { title: '说明', found: 150, min: 200, max: undefined }],
  ]);
});

test('too long', () => {
  expect(said('..500', 501)).toEqual([['long', { title: '说明', found: 501, min: 0, max: 500 }]]);
});

test('about as long as is asked for', () => {
  expect([said('800', 760), said('800', 700).length]).toEqual([[], 1]);
});

test('of what nobody could count nothing is said', () => {
  expect(said('200..')).toEqual([]);
});
