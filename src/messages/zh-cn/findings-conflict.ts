import type { Every, RequirementConflict } from '../faults.js';
import { when } from './when.js';

const PERIODS: Readonly<Record<Every, string>> = {
  week: '一周',
  month: '一个月',
  quarter: '一个季度',
  'half-year': '半年',
  semester: '一个学期',
  year: '一年',
  term: '一届',
  once: '一次',
};

/** 材料要求里什么和什么矛盾。 */
export function conflict(d: RequirementConflict): string {
  switch (d.is) {
    case 'order':
      return `“${d.key}”写的是“${d.found}”，前大后小；请把两头对调`;
    case 'total-most':
      return `总数不超过 ${d.total}，而按份数和次数算至少要 ${d.count}，请对照原文核对`;
    case 'total-least':
      return `总数不少于 ${d.total}，而按份数和次数算最多只有 ${d.count}，请对照原文核对`;
    case 'sample':
      return `最多只有 ${d.count} 份，却要从中抽 ${d.take} 份，请对照原文核对`;
    case 'window':
      return `${when(d.own)}与所在范围的${when(d.other)}没有一天重合，请核对年份`;
    case 'period':
      return `${when(d.window)}不满${PERIODS[d.every]}，只能整段算一次；请改频次，或放宽时限`;
    case 'applies':
      return `“${d.field}”既要是${d.own}，又要是${d.other}，没有哪个单位需要报送`;
    case 'seen':
      return `“${d.what}”既要求看得到（shows），又要求不能有（avoids）`;
    case 'see':
      return '写的是材料存在别处，see 指的却是它自己；请写实际存放的地方，或者去掉 see';
    case 'files':
      return `写了不从文件取得（files: false），又列了 ${d.count} 项材料要求，这些不会有人报送；请去掉其中一样`;
  }
}
