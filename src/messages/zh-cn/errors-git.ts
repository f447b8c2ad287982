import { someOf } from '../lists.js';
import { inQuotes } from '../quoted.js';
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
    '请进入仓库所在的文件夹；还没有仓库时，先 `git init`（或 `git clone`），再运行一遍。',
  ],
  GIT_LFS_MISSING: () => [
    '这台电脑上没有 Git LFS：`git lfs version` 没有回应',
    '请在这台和每台要取用档案的电脑上装好 git-lfs，并确认服务器支持；不用它就去掉 --lfs。',
  ],
  GIT_UNTRUSTED: (d) => [
    `git 没有打开 ${d.path}：这个文件夹属于另一个用户`,
    `确认可信之后，运行 \`git config --global --add safe.directory ${inQuotes(d.path)}\`，再运行一次。`,
  ],
  GIT_REF_UNKNOWN: (d) => [
    `仓库里没有 ${inQuotes(d.ref)} 这个提交`,
    d.isShallow
      ? '这是浅克隆，可能只是没有取下来：取下来再运行一次（`git fetch --unshallow`；actions/checkout 用 `fetch-depth: 0`）。'
      : '应写分支名、标签名或提交的编号；分支用 `git branch -a` 查看。还没有取下来的，先 `git fetch`。',
  ],
  GIT_NO_MERGE_BASE: (d) => [
    `找不到与 ${inQuotes(d.ref)} 分开的地方`,
    d.isShallow
      ? '这是浅克隆，更早的提交不在里面：取下来再运行一次（`git fetch --unshallow`；actions/checkout 用 `fetch-depth: 0`）。'
      : '两边没有共同的提交。请写一个现在这个提交由来的提交。',
  ],
  GIT_NO_ARCHIVE: (d) => [
    `${d.at}：${d.path === '' ? '最上层' : d.path} 及其上级文件夹里没有创建档案（找不到 dangan.yaml）`,
    '请把 dangan.yaml 加入 git（`git add`）并提交，或写明另一个提交、另一个文件夹。',
  ],
  GIT_SEVERAL_ARCHIVES: (d) => [
    `${d.at} 里有 ${d.folders.length} 个创建档案：\n${someOf(
      d.folders.map((each) => each || '.'),
      (count) => `……还有 ${count} 个`,
    )}`,
    '请写明检查哪一个：`dangan check 路径 ……`。',
  ],
  GIT_NOT_THERE: (d) => [
    `${d.at} 里没有 ${d.path}`,
    '请核对路径：从当前文件夹写起，在没有工作区的仓库里从最上层写起。',
  ],
  GIT_NO_INDEX: (d) => [
    `${d.path} 没有工作区，也就没有暂存的内容`,
    '请检查某个提交：`--ref 提交`。',
  ],
  GIT_UNMERGED: (d) => [
    `合并还没有做完：有 ${d.paths.length} 个文件两边改得不一样\n${someOf(d.paths, (count) => `……还有 ${count} 个`)}`,
    '请改好这些文件，`git add` 之后再运行一次。',
  ],
  GIT_ELSEWHERE: (d) => [
    `${d.path} 是子模块，或是指向仓库之外的链接：里面的内容不在这个提交里`,
    '请直接检查磁盘上的文件夹：`dangan check`，不加 --ref 和 --staged。',
  ],
  GIT_OBJECT_MISSING: (d) => [
    `这个克隆里没有内容 ${d.oid}：它是不完整的克隆`,
    '请全部取下来：`git fetch --refetch --no-filter`，或克隆时不加 `--filter`；没有吩咐，这里不会从网上取。',
  ],
};
