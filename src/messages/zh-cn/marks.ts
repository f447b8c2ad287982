import type { marks as en } from '../en/marks.js';

export const marks: typeof en = {
  list: '、',
  comma: '，',
  semicolon: '；',
  colon: '：',
  aside: (d) => `（${d.text}）`,
};
