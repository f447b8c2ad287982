import { expect, test } from 'vitest';
import { leafArchive, saidBy } from '../../../../test/helpers/one-leaf.js';
import { coverageNoEvidence } from './index.js';

const asked =
  '[{ title: 工作计划, kind: plan }, { title: 证书, kind: certificate, optional: true }]';
const said = (...given: Parameters<typeof leafArchive>) => saidBy(coverageNoEvidence, ...given);

test('an empty leaf indicator is told with what it asks for', () => {
  expect(said(asked, [])).toEqual([['none', { name: '甲', asked: ['工作计划'] }]]);
});

test('it points to the indicator’s line and to its folder', () => {
  const [seen] = coverageNoEvidence.check(leafArchive(asked, []));
  expect(seen).toMatchObject({ path: '档案/1 甲', at: { line: 5 }, title: '甲' });
});

test('where nothing is asked for it is a warning', () => {
  const [seen] = coverageNoEvidence.check(leafArchive('[]', []));
  expect([seen?.messageId, seen?.severity]).toEqual(['coverage-no-evidence/unasked', 'warning']);
});

test('a draft is evidence, though it does not count', () => {
  const ledger = 'entries: [{ file: 01：工作计划.docx, state: draft }]';
  expect(said(asked, ['01：工作计划.docx'], { ledger })).toEqual([]);
});

test('nothing is said of a bonus that nobody claims', () => {
  expect(said(asked, [], { bonus: true })).toEqual([]);
});

test('nothing is said of what is not due yet', () => {
  expect(said('[{ title: 工作总结, kind: summary, window: 2021..2021 }]', [])).toEqual([]);
});
