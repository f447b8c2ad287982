import { expect, test } from 'vitest';
import { archiveOf } from '../../../test/helpers/archive-of.js';
import { indicatorOf, systemOf } from '../../../test/helpers/indicator-of.js';
import { entryOf, ledgerOf } from '../../../test/helpers/ledger-of.js';
import { parseReference, references } from './references.js';

/** What refers elsewhere when a notice of 1.1 has these references in the ledger. */
const referring = (...texts: readonly string[]) => {
  const folder = '档案/1.1 领导机构';
  const entries = [entryOf({ file: '01：通知.docx', references: texts })];
  const archive = archiveOf(
    { '1.1 领导机构': ['01：通知.docx'], '1.2 工作制度': [] },
    { known: { ledgers: new Map([[folder, ledgerOf(folder, { entries })]]) } },
  );
  return [...references(archive)].map(([id, found]) => [
    id,
    ...found.map(({ evidence, requirement }) => [evidence.title, requirement]),
  ]);
};

test('evidence refers to an indicator, or to one of its requirements', () => {
  expect(referring('1.2')).toEqual([['1.2', ['通知', undefined]]]);
  expect(referring('1.2#plan')).toEqual([['1.2', ['通知', 'plan']]]);
});

test('a reference to nothing refers to nothing', () => {
  expect(referring('9.9', '')).toEqual([]);
});

test('what is named twice refers once', () => {
  expect(referring('1.2', '1.2', '1.2#plan')).toEqual([
    ['1.2', ['通知', undefined], ['通知', 'plan']],
  ]);
});

const leaf = (id: string) => indicatorOf({ id, code: id.replace(/^.*\//, '').replace(/~.*$/, '') });
const system = systemOf([
  indicatorOf({ id: '1', code: '1', children: [leaf('1/1.1'), leaf('1/1.1~2')] }),
  indicatorOf({ id: '2', code: '2', children: [leaf('2/2.1')] }),
]);
const placeOf = (text: string) => parseReference(text, system)?.indicator.id;

test('an indicator is found by its path of codes, or by a code that is there once', () => {
  expect([placeOf('1/1.1'), placeOf('1/1.1~2'), placeOf('2.1')]).toEqual([
    '1/1.1',
    '1/1.1~2',
    '2/2.1',
  ]);
});

test('a code that is there twice is none', () => {
  expect(placeOf('1.1')).toBeUndefined();
});

test('blanks around the parts do not matter', () => {
  expect(parseReference(' 2.1 # plan ', system)).toMatchObject({
    indicator: { id: '2/2.1' },
    requirement: 'plan',
  });
});
