import { expect, test } from 'vitest';
import { indicatorOf, requirementOf, systemOf } from '../../../test/helpers/indicator-of.js';
import { indicatorsMeant, notMeant, shownCode } from './meant.js';
import { eachIndicator, withIds } from './walk.js';

const system = withIds(
  systemOf([
    indicatorOf({
      code: '一',
      name: '组织领导',
      children: [
        indicatorOf({
          code: '1',
          name: '领导机构',
          evidence: [requirementOf({ title: '创建工作领导小组文件' })],
        }),
        indicatorOf({ code: '3', name: '经费' }),
      ],
    }),
    indicatorOf({
      code: '二',
      name: '思想教育',
      children: [indicatorOf({ code: '1', name: '中心组学习' })],
    }),
  ]),
);

const meant = (word: string) => indicatorsMeant(word, system).found.map(({ id }) => id);

test('a code that is there twice means both, its path of codes only one', () => {
  expect([meant('1'), meant('二/1'), meant('一.1'), meant('3')]).toEqual([
    ['一/1', '二/1'],
    ['二/1'],
    ['一/1'],
    ['一/3'],
  ]);
});

test('a path of codes goes before a code that reads like it', () => {
  const nested = withIds(
    systemOf([
      indicatorOf({
        code: '1',
        children: [indicatorOf({ code: '1' }), indicatorOf({ code: '2' })],
      }),
    ]),
  );
  expect(indicatorsMeant('1', nested).found.map(({ id }) => id)).toEqual(['1']);
});

test('an indicator is meant as it is shown, by code and name together', () => {
  expect([meant('1 中心组学习'), meant('一/1 领导机构'), meant('二思想教育')]).toEqual([
    ['二/1'],
    ['一/1'],
    ['二'],
  ]);
});

test('where it stands alone, an indicator is called by a code that means only it', () => {
  const all = eachIndicator(system).map(({ indicator }) => indicator);
  expect(all.map((each) => shownCode(each, system))).toEqual(['一', '一/1', '3', '二', '二/1']);
  for (const each of all) expect(meant(shownCode(each, system))).toEqual([each.id]);
});

test('to a word that means none it is said who asks for something of that name', () => {
  expect(notMeant('领导小组', system)).toEqual({
    nearest: undefined,
    asking: [{ code: '一/1', title: '创建工作领导小组文件' }],
    example: '一/1',
  });
  expect(notMeant('领导机关', system)).toMatchObject({ nearest: '领导机构', asking: [] });
});
