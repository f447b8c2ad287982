import { expect, test } from 'vitest';
import { archiveOf } from '../../../../test/helpers/archive-of.js';
import { indicatorOf, systemOf } from '../../../../test/helpers/indicator-of.js';
import type { Archive } from '../../archive/types.js';
import { treeFolderUnknown } from './index.js';

const found = (archive: Archive) =>
  [...treeFolderUnknown.check(archive)].map(({ messageId, data }) => [
    messageId.slice('tree-folder-unknown/'.length),
    data,
  ]);

test('of a folder with folders in it only the outer one is told', () => {
  const archive = archiveOf({ '1 组织领导': [], '其他/旧材料': [] }, { system: ['1 组织领导'] });
  expect(found(archive)).toEqual([['folder', { name: '其他', files: 0 }]]);
});

test('a second folder for one indicator is told with the first', () => {
  const archive = archiveOf({ '1 组织领导': [], 组织领导: [] }, { system: ['1 组织领导'] });
  expect(found(archive)).toEqual([['duplicate', { name: '组织领导', of: '1 组织领导', files: 0 }]]);
});

test('a folder that is called much like a missing one is asked about', () => {
  const archive = archiveOf({ '3 环境卫生整冶': [] }, { system: ['7 环境卫生整治'] });
  expect(found(archive)).toEqual([
    ['alike', { name: '3 环境卫生整冶', near: '7 环境卫生整治', files: 0 }],
  ]);
});

test('the evidence in a folder that is asked about is counted, and the indicator found at any depth', () => {
  const there = {
    '1 组织领导/1.1 机构': [],
    '其他/防溺水宣传': ['01：通知.docx', '02：照片.jpg', 'Thumbs.db'],
  };
  const system = ['1 组织领导/1.1 机构', '2 平安建设/2.1 安全/2.1.3 其他工作'];
  expect(found(archiveOf(there, { system }))).toEqual([
    ['alike', { name: '其他', near: '2.1.3 其他工作', files: 2 }],
  ]);
});

test('an indicator that nothing is filed under, or that is not for this unit, may have a folder', () => {
  const archive = archiveOf({ '2 满意度': [], '3 校园': [] }, { system: [] });
  const system = systemOf([
    indicatorOf({ code: '2', name: '满意度', files: false }),
    indicatorOf({ code: '3', name: '校园', applies: { unit: { type: ['学校'] } } }),
  ]);
  const settings = { ...archive.settings, unit: { name: '', profile: { type: '机关' } } };
  expect(found({ ...archive, system, settings })).toEqual([
    ['not-filed', { name: '2 满意度', indicator: '2 满意度', files: 0 }],
    ['not-for-unit', { name: '3 校园', indicator: '3 校园', files: 0 }],
  ]);
});

test('ten thousand strangers are told without advice on each', () => {
  const folders = Object.fromEntries(Array.from({ length: 10_000 }, (_, at) => [`资料${at}`, []]));
  expect(found(archiveOf(folders, { system: ['1 组织领导'] }))).toHaveLength(10_000);
});

test('in an indicator, a folder that nobody has named is told, and one of an activity is not', () => {
  const files = ['01：会议记录.docx', '02：会议记录.docx'];
  const there = {
    '1 组织领导/新建文件夹 (2)': files,
    '1 组织领导/新建文件夹': [],
    '1 组织领导/2024年第一季度': files,
  };
  const path = '档案/1 组织领导/新建文件夹 (2)';
  expect(found(archiveOf(there, { system: ['1 组织领导'] }))).toEqual([
    ['unnamed', { name: '新建文件夹 (2)', files: 2, path }],
  ]);
});
