import { expect, test } from 'vitest';
import { indicatorOf, requirementOf, systemOf } from '../../../test/helpers/indicator-of.js';
import type { Indicator } from '../system/types.js';
import { eachExpected, expectedFolders } from './layout.js';
import { DEFAULT_SETTINGS, type Settings } from './settings.js';

type Options = Partial<Settings['folders']> & { readonly type?: string };

function pathsOf(indicators: readonly Indicator[], { type, ...folders }: Options = {}): string[] {
  const settings: Settings = {
    ...DEFAULT_SETTINGS,
    unit: { name: '', profile: type === undefined ? {} : { type } },
    window: { from: '2019-01-01', to: '2020-12-31' },
    folders: { ...DEFAULT_SETTINGS.folders, ...folders },
  };
  return [...eachExpected(expectedFolders(systemOf(indicators), settings))].map(({ path }) => path);
}

function named(
  code: string,
  name: string,
  children: readonly Indicator[] = [],
  given: Partial<Indicator> = {},
): Indicator {
  return indicatorOf({ code, name, children, ...given });
}

const organisation = named('1', '组织领导', [named('1.1', '领导机构')]);

test('folders are nested as the indicators are', () => {
  expect(pathsOf([organisation])).toEqual(['档案/1 组织领导', '档案/1 组织领导/1.1 领导机构']);
});

test('what nothing is filed under has no folder, nor has a group of such', () => {
  const survey = named('2.1', '群众满意度', [], { files: false });
  expect(pathsOf([named('2', '社会评价', [survey])])).toEqual([]);
});

test('what does not apply to the unit has no folder; what only a person can tell has one', () => {
  const school = named('1', '文明校园', [], { applies: { unit: { type: ['学校'] } } });
  expect(pathsOf([school], { type: '机关' })).toEqual([]);
  expect(pathsOf([school], { type: '学校' })).toEqual(['档案/1 文明校园']);
  expect(pathsOf([school])).toEqual(['档案/1 文明校园']);
});

test('what does not apply to the unit has one for the proof of that, where it is asked for', () => {
  const school = named('1', '文明校园', [], {
    applies: { unit: { type: ['学校'] } },
    exempt: { when: undefined, score: 'full', proof: [requirementOf({ title: '说明' })] },
  });
  expect(pathsOf([school], { type: '机关' })).toEqual(['档案/1 文明校园']);
});

test('two siblings of one name are two folders', () => {
  const twins = [named('1', '甲'), named('1', '甲'), named('1', '甲')];
  expect(pathsOf(twins)).toEqual(['档案/1 甲', '档案/1 甲（2）', '档案/1 甲（3）']);
});

test('years stand above the indicators or below the leaf ones', () => {
  expect(pathsOf([named('1', '甲')], { years: 'top' })).toEqual([
    '档案/2019年',
    '档案/2019年/1 甲',
    '档案/2020年',
    '档案/2020年/1 甲',
  ]);
  expect(pathsOf([named('1', '甲')], { years: 'leaf' })).toEqual([
    '档案/1 甲',
    '档案/1 甲/2019年',
    '档案/1 甲/2020年',
  ]);
});

test('an indicator with a window of its own has the years of that', () => {
  const window = { from: '2020-01-01', to: '2020-06-30' };
  expect(pathsOf([named('1', '甲', [], { window })], { years: 'leaf' })).toEqual([
    '档案/1 甲',
    '档案/1 甲/2020年',
  ]);
});
