import { expect, test } from 'vitest';
import { archiveOf } from '../../../../test/helpers/archive-of.js';
import { treeFolderMisplaced } from './index.js';

const system = ['1 组织领导/1.1 领导机构', '2 活动开展/2.1 志愿服务'];
const moves = (...folders: string[]) => {
  const archive = archiveOf(Object.fromEntries(folders.map((path) => [path, []])), { system });
  return [...(treeFolderMisplaced.mend?.(archive) ?? [])];
};

test('a folder under the wrong parent is moved, after a look', () => {
  expect(moves('1 组织领导/1.1 领导机构', '1 组织领导/2.1 志愿服务', '2 活动开展')).toEqual([
    {
      do: 'move',
      of: 'folder',
      from: '档案/1 组织领导/2.1 志愿服务',
      to: '档案/2 活动开展/2.1 志愿服务',
      safe: false,
    },
  ]);
});

test('one that was put into a folder of the clerk’s own is found there', () => {
  expect(moves('1 组织领导/1.1 领导机构', '2 活动开展', '整理中/2.1志愿服务')).toHaveLength(1);
});

test('of two that it may be, none is moved', () => {
  expect(moves('1 组织领导/2.1 志愿服务', '整理中/2.1 志愿服务', '2 活动开展')).toEqual([]);
});
