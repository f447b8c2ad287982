import type { gitErrors as en } from '../en/errors-git.js';

export const gitErrors: typeof en = {
  GIT_MISSING: () => [
    '这台电脑上没有 git，或者找不到它',
    '请装好 git；不装也行，只有与分支、提交、合并有关的功能用得到它。',
  ],
  GIT_FAILED: (d) => [
    `\`${d.command}\` 没有做成${d.said === '' ? '' : `：${d.said}`}`,
    '可以照样输入一遍，看详细的说明；现在什么都没有动。',
  ],
};
