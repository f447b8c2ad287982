import { expect, test } from 'vitest';
import { archiveOf } from '../../../test/helpers/archive-of.js';
import { systemOrder } from './system-order.js';

test('folders come as the scoring system has them, strangers after the folder they are in', () => {
  const system = ['一 组织领导/1 机构', '二 思想道德', '三 法治', '四 环境'];
  const archive = archiveOf(
    { '四 环境': [], '三 法治': [], '二 思想道德': [], '一 组织领导/1 机构': [] },
    { system },
  );
  const paths = ['四 环境', '三 法治', '一 组织领导/1 机构', '一 组织领导', '一 组织领导/其他'];
  expect(paths.map((path) => `档案/${path}`).sort(systemOrder(archive))).toEqual(
    ['一 组织领导', '一 组织领导/其他', '一 组织领导/1 机构', '三 法治', '四 环境'].map(
      (path) => `档案/${path}`,
    ),
  );
});
