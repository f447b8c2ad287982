import { expect, test } from 'vitest';
import { archiveOf } from '../../../test/helpers/archive-of.js';
import { indicatorOf, requirementOf, systemOf } from '../../../test/helpers/indicator-of.js';
import { entryOf, ledgerOf } from '../../../test/helpers/ledger-of.js';
import { leafArchive } from '../../../test/helpers/one-leaf.js';
import { coverageOf } from '../coverage/cover.js';
import { formatDecimal, parseDecimal } from '../system/decimal.js';
import { indicatorsAsked, ownersAsked } from './asked.js';
import { isComplete, STATES, statusOf, TO_DO, type StatusQuery } from './status.js';

const asks = (title: string, kind: 'notice' | 'plan' | 'summary', owner: readonly string[] = []) =>
  requirementOf({ title, kind: [kind], owner });

const scoring = systemOf(
  [
    indicatorOf({
      code: '1',
      name: '组织领导',
      owner: ['office'],
      points: parseDecimal('10'),
      children: [
        indicatorOf({
          ...{ id: '1/1.1', code: '1.1', name: '领导机构', points: parseDecimal('6') },
          evidence: [asks('通知', 'notice'), asks('计划', 'plan', ['union'])],
        }),
        indicatorOf({
          ...{ id: '1/1.2', code: '1.2', name: '工作总结', points: parseDecimal('4') },
          evidence: [asks('总结', 'summary')],
        }),
      ],
    }),
  ],
  { owners: { office: '办公室', union: '工会' } },
);

/** 1.1 has its notice, not its plan; 1.2 has its summary, and a song. */
const FILES = {
  '1 组织领导/1.1 领导机构': ['01：成立通知.docx'],
  '1 组织领导/1.2 工作总结': ['01：工作总结.docx', '02：厂歌.docx'],
};

const archive = archiveOf(FILES, { scoring, known: {} });
const statusAt = (query: Partial<StatusQuery>) =>
  statusOf(archive.system, coverageOf(archive), { states: TO_DO, ...query });
const listed = (query: Partial<StatusQuery>) =>
  statusAt(query).leaves.map(({ leaf, rows }) => [
    leaf.indicator.code,
    ...rows.map(({ coverage }) => `${coverage.requirement.title} ${coverage.state}`),
  ]);
const everything = new Set(STATES);

test('what is to be done is listed, and what is not is counted', () => {
  expect(listed({})).toEqual([['1.1', '计划 short']]);
  expect(statusAt({}).requirements).toMatchObject({ short: 1, met: 2 });
  expect(statusAt({}).indicators).toMatchObject({ short: 1, met: 1 });
});

test('a bonus for which nothing counts is welcome, whatever lies in its folder', () => {
  const asked = '[{ title: 推广文件, kind: document, optional: true }]';
  const bonus = leafArchive(asked, ['01：合影.jpg'], { bonus: true });
  const indicators = new Set(bonus.system.bonus);
  const status = statusOf(bonus.system, coverageOf(bonus), { states: everything, indicators });
  expect([status.indicators.met, status.welcome.indicators, status.spare]).toEqual([0, 1, 1]);
});

test('all of it is listed when all states are asked for', () => {
  expect(listed({ states: everything })).toEqual([
    ['1.1', '通知 met', '计划 short'],
    ['1.2', '总结 met'],
  ]);
});

test('an indicator, or a group of them, is asked for by code or name', () => {
  const only = (word: string) => {
    const { leaves } = indicatorsAsked(word, scoring);
    return listed({ states: everything, indicators: leaves }).map(([code]) => code);
  };
  expect([only('1.2'), only('总结'), only('组织')]).toEqual([['1.2'], ['1.2'], ['1.1', '1.2']]);
});

test('a department owes what names it, else what its indicator does', () => {
  const owed = (word: string) => {
    const { found } = ownersAsked(word, scoring);
    return listed({ states: everything, ...(found && { owners: found }) });
  };
  expect(owed('工会')).toEqual([['1.1', '计划 short']]);
  expect(owed('office')).toEqual([
    ['1.1', '通知 met'],
    ['1.2', '总结 met'],
  ]);
});

test('a department that has done its part is not behind for what another owes', () => {
  const { found: owners } = ownersAsked('office', scoring);
  const { indicators } = statusAt(owners ? { owners } : {});
  expect(indicators).toMatchObject({ met: 2, short: 0 });
});

test('departments are told by name', () => {
  const [leaf] = statusAt({}).leaves;
  expect([leaf?.owners, leaf?.rows[0]?.owners]).toEqual([['办公室'], ['工会']]);
});

test('only what is asked for is counted', () => {
  const { found } = ownersAsked('工会', scoring);
  expect(statusAt({ ...(found && { owners: found }) }).requirements).toMatchObject({
    short: 1,
    met: 0,
  });
});

test('points are those of the indicators with something to do', () => {
  expect(formatDecimal(statusAt({}).pointsToDo)).toBe('6');
});

test('evidence that is for nothing is told, whatever states are asked for', () => {
  expect(statusAt({}).spare).toBe(1);
});

test('evidence that a requirement turns down is told there, and is not for nothing', () => {
  const folder = '档案/1 组织领导/1.1 领导机构';
  const entries = [entryOf({ file: '02：工作计划.docx', state: 'draft' })];
  const drafted = archiveOf(
    { ...FILES, '1 组织领导/1.1 领导机构': ['01：成立通知.docx', '02：工作计划.docx'] },
    { scoring, known: { ledgers: new Map([[folder, ledgerOf(folder, { entries })]]) } },
  );
  expect(statusOf(scoring, coverageOf(drafted), { states: TO_DO }).spare).toBe(1);
});

test('it is complete when nothing is to be done', () => {
  expect(isComplete(statusAt({}))).toBe(false);
  const { leaves } = indicatorsAsked('1.2', scoring);
  expect(isComplete(statusAt({ indicators: leaves }))).toBe(true);
});

test('what may be left out has a count of its own until it is there', () => {
  const countsOf = (files: readonly string[]) => {
    const asked = '[{ title: 表彰文件, kind: certificate, optional: true }]';
    const own = leafArchive(asked, files);
    const { leaves } = indicatorsAsked('1', own.system);
    const query = { states: TO_DO, indicators: leaves };
    const { requirements, indicators, welcome } = statusOf(own.system, coverageOf(own), query);
    return [requirements.met, welcome.requirements, indicators.met, welcome.indicators];
  };
  expect([countsOf([]), countsOf(['01：表彰文件.pdf'])]).toEqual([
    [0, 1, 0, 1],
    [1, 0, 1, 0],
  ]);
});

test('what proves that a veto was not triggered is no spare evidence', () => {
  const veto = `{ code: 否1, text: 事故, effect: disqualify, evidence: [{ title: 无事故证明, kind: statement }] }`;
  const own = leafArchive(
    '[{ title: 通知, kind: notice }]',
    ['01：无事故证明.docx', '02：厂歌.docx'],
    {
      system: `vetoes: [${veto}]`,
    },
  );
  const { leaves } = statusOf(own.system, coverageOf(own), { states: TO_DO });
  expect(leaves.flatMap(({ spare }) => spare.map(({ title }) => title))).toEqual(['厂歌']);
});
