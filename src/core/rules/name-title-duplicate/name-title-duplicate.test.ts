import { expect, test } from 'vitest';
import { archiveOf, withLedgers } from '../../../../test/helpers/archive-of.js';
import { nameTitleDuplicate } from './index.js';

const told = (archive: ReturnType<typeof archiveOf>) =>
  [...nameTitleDuplicate.check(archive)].map(({ data }) => ('files' in data ? data.files : []));
const inFolder = (...names: string[]) => told(archiveOf({ A1: names }));
const withEntries = (names: readonly string[], ...entries: readonly string[]) =>
  told(withLedgers(archiveOf({ A1: names }), { A1: `entries: [${entries.join(', ')}]` }));

const two = ['01：会议纪要.docx', '02：会议纪要.docx'];

test('each title is told once, with all that have it', () => {
  expect(inFolder(...two, '03：简报.pdf', '04：简报.pdf', '05：简报.pdf')).toEqual([
    two,
    ['03：简报.pdf', '04：简报.pdf', '05：简报.pdf'],
  ]);
});

test('titles are compared as names are: without case, in NFC', () => {
  expect(inFolder('01：Plan\u00e9.docx', '02：plane\u0301.DOCX')).toHaveLength(1);
});

test.each([
  [['01：会议纪要.docx', '02：会议纪要.pdf']],
  [['01：植树.jpg', '02：植树.JPG', '03：植树.mp4', '04：植树.mp4']],
  [['01.docx', '02.docx', '03：IMG_0001.pdf', '04：IMG_0001.pdf']],
  [['01：会议纪要.docx', '02：会议纪要 2.docx']],
])('%j is no duplicate, or told by another rule', (names) => {
  expect(inFolder(...names)).toEqual([]);
});

test('other folders tell of other indicators, years or activities', () => {
  const archive = archiveOf(
    { A1: ['01：方案.docx'], 'A1/第一期': ['01：方案.docx'], 'A1/2020年': ['01：方案.docx'] },
    { system: ['A1'] },
  );
  expect(told(archive)).toEqual([]);
});

test.each([
  'date: 2020-03',
  'activity: 植树',
  'occasion: 春节',
  'number: 〔2020〕3号',
  'issuer: 工会',
])('the ledger tells them apart when only one of them has %s and the other has another', (fact) => {
  const [key = ''] = fact.split(':');
  const other = key === 'date' ? 'date: 2020-06' : `${key}: 另一`;
  const entries = [`{ file: 01：会议纪要.docx, ${fact} }`, `{ file: 02：会议纪要.docx, ${other} }`];
  expect(withEntries(two, ...entries)).toEqual([]);
});

test('of one that the ledger says nothing of, nobody knows which it is', () => {
  expect(withEntries(two, '{ file: 01：会议纪要.docx, date: 2020-03 }')).toEqual([two]);
  expect(withEntries(two, '{ file: 01：会议纪要.docx, note: 已交 }')).toEqual([two]);
});

test('of three, the two with one date are told', () => {
  const names = [...two, '03：会议纪要.docx'];
  const entries = names.map((file, at) => `{ file: ${file}, date: 2020-0${at === 0 ? 1 : 2} }`);
  expect(withEntries(names, ...entries)).toEqual([['02：会议纪要.docx', '03：会议纪要.docx']]);
});

test('ledgers are asked for where names alone cannot tell', () => {
  const asks = (...names: string[]) => nameTitleDuplicate.asksLedgers?.(archiveOf({ A1: names }));
  expect([asks(...two), asks('01：方案.docx', '02：总结.docx')]).toEqual([true, false]);
});

test('ten thousand papers of one title are one finding', () => {
  const names = Array.from({ length: 10_000 }, (_, at) => `${at + 1}：会议纪要.docx`);
  expect(inFolder(...names)).toHaveLength(1);
});
