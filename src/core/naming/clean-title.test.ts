import { expect, test } from 'vitest';
import { cleanTitle } from './clean-title.js';

test.each([
  ['工作计划(1)', '工作计划'],
  ['工作计划（2）', '工作计划'],
  ['工作计划 (1) (1)', '工作计划'],
  ['工作计划 - 副本', '工作计划'],
  ['工作计划 - 副本 (2)', '工作计划'],
  ['工作计划副本', '工作计划'],
  ['副本-工作计划', '工作计划'],
  ['复件 工作计划', '工作计划'],
  ['Copy of plan', 'plan'],
  ['plan - Copy', 'plan'],
  ['plan - Copy (3)', 'plan'],
  ['工作计划最终版', '工作计划'],
  ['工作计划最终版2', '工作计划'],
  ['工作计划（定稿）', '工作计划'],
  ['工作计划_终稿', '工作计划'],
  ['工作计划修改版最终版(1)', '工作计划'],
  ['工作计划_final', '工作计划'],
  ['  工作计划  ', '工作计划'],
])('%j is %j', (title, clean) => {
  expect(cleanTitle(title)).toBe(clean);
});

test.each([
  '工作计划',
  '工作总结（2020）',
  '营业执照副本',
  '法人证书副本',
  '最终版',
  '副本',
  '(1)',
  '表3',
  '新闻3.15',
  'semifinal',
  '第二季度（6月）',
])('%j stays', (title) => {
  expect(cleanTitle(title)).toBe(title);
});
