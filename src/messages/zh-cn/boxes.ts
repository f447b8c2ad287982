import type { boxes as en } from '../en/boxes.js';

export const boxes: typeof en = {
  numbered: ({ number }) => `第 ${number} 盒`,
  retention: ({ code }) => (code === 'Y' ? '永久' : code.replace(/^D(\d+)$/, '$1年')),
  spine: {
    fonds: '全宗号',
    years: '年度',
    retention: '保管期限',
    part: '机构（问题）',
    first: '起件号',
    last: '止件号',
    number: '盒号',
  },
  endOf: ({ code, number }) =>
    [code, number === undefined ? '' : `第${number}件`].filter((each) => each !== '').join('\n'),
  scale: '请按实际大小（100%）打印，不要选“适合页面”；此线长 100 毫米。沿边框剪下。',
};
