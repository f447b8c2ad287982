import { expect, test } from 'vitest';
import { leafArchive } from '../../../test/helpers/one-leaf.js';
import { coverageOf } from '../coverage/cover.js';
import { indicatorsAsked } from './asked.js';
import { noticesOf } from './notices.js';
import { TO_DO, type StatusQuery } from './status.js';

/** Who has to do what. */
function sheets(asked: string, query: Partial<StatusQuery> = {}, owner = '') {
  const archive = leafArchive(asked, [], {
    system: 'owners: { office: 办公室, union: 工会 }',
    indicator: owner,
  });
  const { leaves } = indicatorsAsked('甲', archive.system);
  const all = { states: TO_DO, indicators: leaves, ...query };
  const notices = noticesOf(archive.system, coverageOf(archive), all);
  return notices.map(({ owner, status }) => [
    owner,
    status.leaves.flatMap(({ rows }) => rows.map(({ coverage }) => coverage.requirement.title)),
  ]);
}

test('each department has its own, in the order of the scoring system; what names none comes last', () => {
  const asked = '[{ title: 通知 }, { title: 照片, owner: union }, { title: 制度, owner: office }]';
  expect(sheets(asked)).toEqual([
    ['办公室', ['制度']],
    ['工会', ['照片']],
    [undefined, ['通知']],
  ]);
});

test('what several owe stands with each of them', () => {
  expect(sheets('[{ title: 照片, owner: [union, office] }]')).toEqual([
    ['办公室', ['照片']],
    ['工会', ['照片']],
  ]);
});

test('who has an indicator of which another owes all has none', () => {
  const asked = '[{ title: 照片, owner: union }]';
  expect(sheets(asked)).toEqual([['工会', ['照片']]]);
  expect(sheets(asked, {}, 'owner: office')).toEqual([['工会', ['照片']]]);
});

test('only those that are asked about', () => {
  const asked = '[{ title: 通知 }, { title: 照片, owner: union }, { title: 制度, owner: office }]';
  expect(sheets(asked, { owners: new Set(['office']) })).toEqual([['办公室', ['制度']]]);
});

test('an indicator that says not what it asks for is one line of whoever has it', () => {
  const archive = leafArchive('[{ title: 照片 }]', []);
  const [only] = noticesOf(archive.system, coverageOf(archive), { states: TO_DO });
  expect(only?.status.leaves.map(({ leaf, rows }) => [leaf.indicator.code, rows.length])).toEqual([
    ['1', 1],
    ['2', 0],
  ]);
});
