import { expect, test } from 'vitest';
import type { ExpectedFolder } from '../archive/layout.js';
import type { Indicator } from '../system/types.js';
import { findTargets } from './target.js';

/** A folder for `1.1 领导机构`; one with children is a group. */
function folder(name: string, ...children: ExpectedFolder[]): ExpectedFolder {
  const [code = '', words = ''] = name.split(' ');
  const indicator = { code, id: code, name: words } as Indicator;
  return { name, path: name, indicator, year: undefined, leaf: children.length === 0, children };
}

/** The same with its place in the tree written into the paths. */
function placed(folders: readonly ExpectedFolder[], above = '档案'): ExpectedFolder[] {
  return folders.map((each) => {
    const path = `${above}/${each.name}`;
    return { ...each, path, children: placed(each.children, path) };
  });
}

function yearly(year: number, ...children: ExpectedFolder[]): ExpectedFolder {
  return { name: `${year}年`, path: '', indicator: undefined, year, leaf: false, children };
}

const tree = placed([
  folder('1 组织领导', folder('1.1 领导机构'), folder('1.10 工作制度')),
  folder('2 思想建设', folder('2.1 理论学习'), folder('2.2 志愿服务')),
  folder('3 环境卫生'),
]);

/** The paths that `--to` could mean, or the nearest word with a question mark. */
function meant(query: string, folders = tree, year?: number): readonly string[] {
  return findTargets(folders, query, year).map(({ folder }) => folder.path);
}

test('a code means its own indicator and not those whose codes begin with it', () => {
  expect(meant('1.1')).toEqual(['档案/1 组织领导/1.1 领导机构']);
});

test('a part of a name is enough', () => {
  expect(meant('志愿')).toEqual(['档案/2 思想建设/2.2 志愿服务']);
});

test('a whole name is preferred to a part of another', () => {
  const folders = placed([folder('1 学习'), folder('2 学习制度')]);
  expect(meant('学习', folders)).toEqual(['档案/1 学习']);
});

test('a path means its folder, typed with either slash, with the evidence root or without', () => {
  for (const query of ['档案/2 思想建设/2.1 理论学习', '2 思想建设\\2.1 理论学习\\']) {
    expect(meant(query)).toEqual(['档案/2 思想建设/2.1 理论学习']);
  }
});

test('a group stands for its leaf indicators', () => {
  expect(meant('1')).toEqual(['档案/1 组织领导/1.1 领导机构', '档案/1 组织领导/1.10 工作制度']);
});

test('letters that differ in case only are the same', () => {
  expect(meant('ⅱ-3a', placed([folder('Ⅱ-3A 特色')]))).toEqual(['档案/Ⅱ-3A 特色']);
});

test('brackets and digits may be typed in either width', () => {
  const folders = placed([folder('（一） 思想', folder('1 学习')), folder('（二） 业绩')]);
  expect(meant('(二)', folders)).toEqual(['档案/（二） 业绩']);
});

test('a path of codes may be typed with other signs than a slash', () => {
  const folders = placed([
    folder('一 组织', folder('2 计划')),
    folder('二 思想', folder('2 讲堂')),
  ]);
  const [first] = folders[0]?.children ?? [];
  Object.assign(first?.indicator ?? {}, { id: '一/2' });
  for (const query of ['一.2', '一、2', '一／2', '一-2', '一·2']) {
    expect(meant(query, folders)).toEqual(['档案/一 组织/2 计划']);
  }
});

test('a word that means nothing means none', () => {
  expect(meant('志源服务')).toEqual([]);
});

test('an empty word means nothing', () => {
  expect(meant(' ')).toEqual([]);
});

test('the year tells apart folders of one indicator', () => {
  const years = placed([yearly(2019, folder('1 学习')), yearly(2020, folder('1 学习'))]);
  expect(meant('1', years, 2020)).toEqual(['档案/2020年/1 学习']);
});

test('without a year every folder of the indicator could be meant', () => {
  const years = placed([yearly(2019, folder('1 学习')), yearly(2020, folder('1 学习'))]);
  expect(meant('1', years)).toEqual(['档案/2019年/1 学习', '档案/2020年/1 学习']);
});

test('a code as it is written goes before one in other letters', () => {
  const folders = placed([folder('A 价格'), folder('C 技术', folder('a 职称'))]);
  expect(findTargets(folders, 'A')).toMatchObject([{ folder: { name: 'A 价格' } }]);
  expect(findTargets(folders, 'a')).toMatchObject([{ folder: { name: 'a 职称' } }]);
});
