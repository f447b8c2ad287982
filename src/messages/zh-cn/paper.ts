import type { paper as en } from '../en/paper.js';

export const paper: typeof en = {
  page: ({ page, pages }) => `第 ${page} 页\u3000共 ${pages} 页`,
  pageAround: ['第 ', ' 页'],
};
