import { expect, test } from 'vitest';
import { indicatorOf, requirementOf, systemOf } from '../../../test/helpers/indicator-of.js';
import { en } from '../../messages/en/index.js';
import { zhCn } from '../../messages/zh-cn/index.js';
import { indicatorsAsked, ownersAsked, statesAsked } from './asked.js';

const words = [en.status.state, zhCn.status.state];
const states = (text: string) => {
  const { found, ...rest } = statesAsked(text, words);
  return found ? [...found] : rest;
};

test.each(['late,short', '逾期,欠缺', '逾期、欠缺', ' LATE， short '])(
  '%s is two states',
  (text) => {
    expect(states(text)).toEqual(['late', 'short']);
  },
);

test('a state is known by the word that is shown for it, in any language', () => {
  expect([states('not due'), states('待核对')]).toEqual([['open'], ['person']]);
});

test('what is no state is told, and so is nothing at all', () => {
  expect(states('late,缺')).toEqual({ unknown: '缺' });
  expect(states(' , ')).toEqual({ unknown: ' , ' });
});

const system = systemOf(
  [
    indicatorOf({ code: '1.1', name: '领导机构', owner: ['office'] }),
    indicatorOf({ code: '1.2', name: '制度', evidence: [requirementOf({ owner: ['团委'] })] }),
  ],
  { owners: { office: '办公室', union: '工会' } },
);

test('a department is known by its key, its name or a part of it', () => {
  const keys = ['office', '办公室', '公室', '团委'].map((word) => [
    ...(ownersAsked(word, system).found ?? []),
  ]);
  expect(keys).toEqual([['office'], ['office'], ['office'], ['团委']]);
});

test('a department that is none comes with the nearest, and with all that there are', () => {
  expect(ownersAsked('办公厅', system)).toEqual({
    found: undefined,
    nearest: '办公室',
    known: ['办公室', '工会', '团委'],
  });
});

test('an indicator that is none is none', () => {
  const words = ['领导机关', ''];
  expect(words.map((word) => indicatorsAsked(word, system).leaves.size)).toEqual([0, 0]);
});

test('a code that several have is told as repeated; a part of a name is what all have in common', () => {
  const twice = systemOf([
    indicatorOf({
      code: '一',
      id: '一',
      children: [indicatorOf({ code: '1', id: '一/1', name: '学习计划' })],
    }),
    indicatorOf({
      code: '二',
      id: '二',
      children: [indicatorOf({ code: '1', id: '二/1', name: '学习总结' })],
    }),
  ]);
  const repeated = (word: string) => indicatorsAsked(word, twice).repeated.map(({ id }) => id);
  expect([repeated('1'), repeated('二/1'), repeated('学习')]).toEqual([['一/1', '二/1'], [], []]);
});
