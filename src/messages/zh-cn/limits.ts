import type { limits as en } from '../en/limits.js';

export const limits: typeof en = {
  options: {
    entries: '包内条目多于此数就拒绝（默认 2000000）',
    total: '解开后大于此数就拒绝，如 200G（默认不限）',
    ratio: '解开后超过 1 GB，并且超过自身大小的这么多倍，就拒绝（默认 100）',
  },
  countForm: (d) => `${d.option} 后面应写一个大于 0 的整数，现为“${d.value}”`,
  sizeForm: (d) => `--max-total 不能是“${d.value}”，应写成 200G、700M、4GiB，或字节数`,
};
