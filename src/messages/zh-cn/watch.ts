import type { watch as en } from '../en/watch.js';

export const watch: typeof en = {
  option: '一直运行：档案里每有变化，就说明新出现了什么问题、改好了哪些',
  watching: (d) => `正在监视 ${d.folders} 个文件夹的变化，按 Ctrl-C 结束。`,
  mended: (d) => `已改好 ${d.count} 个：`,
  added: (d) => `新出现 ${d.count} 个：`,
  same: '有变化，问题没有增减。',
  waiting: '仍在监视：改好以后会重新检查。',
  noReports: '--watch 只能配 --format text 或 json，不能配 --report',
};
