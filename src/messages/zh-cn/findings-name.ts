import type { nameFindings as en } from '../en/findings-name.js';

export const nameFindings: typeof en = {
  'name-sequence-gap/missing': (d) =>
    d.from === d.to ? `缺少序号为 ${d.from} 的材料` : `缺少序号为 ${d.from} 至 ${d.to} 的材料`,
};
