/** What bonus comes to by the papers that are filed for it. */
import { expect, test } from 'vitest';
import { coverageOf } from '../../src/core/coverage/cover.js';
import { scoreCoverage } from '../../src/core/scoring/score.js';
import { NO_SCORES } from '../../src/core/scoring/scores.js';
import { leafArchive, type LeafGiven } from '../helpers/one-leaf.js';
import { at, scoreEntryOf, shown } from '../helpers/score-of.js';

/** Three times claimed, 2 points each. */
const claimed = (files: readonly string[], given: LeafGiven = {}, per = '每项') => {
  const indicator = `scoring: { rule: add, each: 2, per: ${per}, cap: 10 }`;
  const asked = '[{ title: 表彰文件, kind: document, optional: true }]';
  const archive = leafArchive(asked, files, {
    system: 'window: 2024',
    bonus: true,
    indicator,
    ...given,
  });
  const entries = [scoreEntryOf({ indicator: '1', times: 3 })];
  const coverage = coverageOf(archive);
  const scores = { ...NO_SCORES, entries };
  const { system } = archive;
  return shown(at(scoreCoverage({ system, profile: {}, coverage, scores }), '1'));
};

const two = ['01：2024年省级表彰文件.pdf', '02：2024年市级表彰文件.pdf'];

test('each time needs a paper', () => {
  expect(claimed(two)).toBe('4/4');
});

test('of what is measured one paper may tell it all', () => {
  expect(claimed(two.slice(0, 1), {}, '每10千瓦')).toBe('6/6');
});

test('a paper of another year bears nothing', () => {
  expect(claimed([...two, '03：2019年省级表彰文件.pdf'])).toBe('4/4');
});

test('a draft bears nothing', () => {
  const ledger = `entries: [{ file: ${two[1] ?? ''}, state: draft }]`;
  expect(claimed(two, { ledger })).toBe('2/2');
});
