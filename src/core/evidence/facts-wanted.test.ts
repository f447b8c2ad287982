import { expect, test } from 'vitest';
import { archiveOf } from '../../../test/helpers/archive-of.js';
import { indicatorOf, requirementOf, systemOf } from '../../../test/helpers/indicator-of.js';
import { entryOf, ledgerOf } from '../../../test/helpers/ledger-of.js';
import type { LedgerEntry } from '../ledger/types.js';
import type { Indicator, Requirement } from '../system/types.js';
import { factsWanted } from './facts-wanted.js';

interface Case {
  readonly files: readonly string[];
  readonly entries?: readonly LedgerEntry[];
  readonly indicator?: Partial<Indicator>;
}

/** Names of the files to open where a leaf indicator asks for this. */
const wanted = (
  asked: Partial<Requirement>,
  { files, entries = [], indicator = {} }: Case,
): string[] => {
  const folder = '档案/1.1 领导机构';
  const evidence = [requirementOf(asked)];
  const leaf = indicatorOf({ code: '1.1', name: '领导机构', evidence, ...indicator });
  const archive = archiveOf(
    { '1.1 领导机构': files },
    {
      scoring: systemOf([leaf]),
      known: { ledgers: new Map([[folder, ledgerOf(folder, { entries })]]) },
    },
  );
  return factsWanted(archive).map((path) => path.slice(folder.length + 1));
};

const undated = '01：会议纪要.docx';
const dated = '02：2020年3月5日会议纪要.docx';
const ofYear = '03：2020年会议纪要.docx';
const files = [undated, dated, ofYear];
const minutes = { kind: ['minutes'], title: '会议纪要' } as const;

test('where no date decides nothing is opened', () => {
  expect(wanted(minutes, { files })).toEqual([]);
});

test('where something is due each quarter, a year is not fine enough', () => {
  expect(wanted({ ...minutes, every: 'quarter' }, { files })).toEqual([undated, ofYear]);
});

test('where something is due each year, it is', () => {
  expect(wanted({ ...minutes, every: 'year' }, { files })).toEqual([undated]);
});

test('what lies in the window, or outside of it, is known well enough', () => {
  const window = { from: '2020-01-01', to: '2020-12-31' };
  expect(wanted({ ...minutes, window }, { files })).toEqual([undated]);
  expect(wanted(minutes, { files, indicator: { window } })).toEqual([undated]);
});

test('what lies in it by halves is not', () => {
  const window = { months: 12, before: 0 };
  expect(wanted({ ...minutes, window }, { files })).toEqual([undated, ofYear]);
});

test('an indicator of one period dates what is filed there', () => {
  expect(wanted(minutes, { files, indicator: { period: '2020' } })).toEqual([]);
});

test('meetings are counted by their days', () => {
  const count = { min: 3, max: undefined };
  expect(wanted({ ...minutes, count }, { files })).toEqual([undated]);
});

test('a date in the ledger is enough', () => {
  const date = { from: '2020-03-05', to: '2020-03-05' };
  const entries = [entryOf({ file: undated, date })];
  expect(wanted({ ...minutes, every: 'year' }, { files, entries })).toEqual([]);
});

test('what fits no such requirement stays closed', () => {
  expect(wanted({ ...minutes, every: 'year' }, { files: ['01：通知.docx'] })).toEqual([]);
});

test('what the ledger names for one is opened, whatever its kind', () => {
  const file = '01：通知.docx';
  const entries = [entryOf({ file, requirements: ['会议纪要'] })];
  expect(wanted({ ...minutes, every: 'year' }, { files: [file], entries })).toEqual([file]);
});

test('so is what has its title', () => {
  const file = '01：领导小组会议纪要（照片）.jpg';
  expect(wanted({ ...minutes, every: 'year' }, { files: [file] })).toEqual([file]);
});

test('a length is looked for where the ledger has none', () => {
  const characters = { min: 200, max: 500 };
  const entries = [entryOf({ file: dated, characters: 300 })];
  expect(wanted({ ...minutes, characters }, { files, entries })).toEqual([undated, ofYear]);
});

test('the parts of an activity are due when it is', () => {
  const of = [requirementOf({ kind: ['photo'], title: '照片' })];
  const asked = { kind: [], activity: true, every: 'quarter', of } as const;
  expect(wanted(asked, { files: ['01：现场.jpg', '02：方案.docx'] })).toEqual(['01：现场.jpg']);
});

test('links have nothing to open', () => {
  const entries = [entryOf({ link: 'https://example.org', title: '会议纪要' })];
  expect(wanted({ ...minutes, every: 'year' }, { files: [], entries })).toEqual([]);
});

test('without the day of the check nothing is opened', () => {
  expect(factsWanted(archiveOf({ '1.1 领导机构': [undated] }))).toEqual([]);
});
