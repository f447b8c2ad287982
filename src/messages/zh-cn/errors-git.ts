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
  GIT_NO_REPOSITORY: (d) => [
    `${d.path} 不在 git 仓库里`,
    '请先 `git init`（或 `git clone`），再运行一遍。',
  ],
  GIT_LFS_MISSING: () => [
    '这台电脑上没有 Git LFS：`git lfs version` 没有回应',
    '请在这台和每台要取用档案的电脑上装好 git-lfs，并确认服务器支持；不用它就去掉 --lfs。',
  ],
};
