import type { WindowFault } from '../faults.js';

/** 起止日期写得哪里不对。 */
export function windowFault({ value, wrong, part, meant }: WindowFault): string {
  const proposal = meant === undefined ? '' : `，是不是想写 ${meant}？`;
  if (wrong === 'no-day') return `不能是“${value}”：日历上没有 ${part ?? value}`;
  if (wrong === 'order') return `不能是“${value}”：截止日期比起始日期还早${proposal}`;
  return `不能是“${value}”${proposal || '；应写起止日期，中间两个点，如 2018-01-01..2020-12-31，或 2018..2020'}`;
}
