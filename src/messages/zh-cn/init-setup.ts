import type { initSetup as en } from '../en/init-setup.js';

export const initSetup: typeof en = {
  git: '设置好这个 git 仓库：.gitattributes、.gitignore、台账怎样合并、合并后提醒',
  lfs: '与 --git 同用：图片、录音、录像另由 git-lfs 存放',
  ci: (d) => `写入服务器每次推送时自动检查的配置：${d.servers}（可写多次）`,
  examples: [
    ['dangan init --git', '在已有的档案里：设置好 git 仓库，供几个人共用'],
    ['dangan init --ci gitee', '在已有的档案里：加上服务器上的自动检查'],
  ],
  lfsAlone: '--lfs 要与 --git 同用',
  outcome: {
    written: '已写入',
    there: '原来就有',
    left: '是您自己写的，没有动',
  },
  missing: (d) => `${d.path} 是您自己写的，没有动。请补上其中缺的：`,
  missingJob: (d) => `${d.path} 是您自己写的，没有动。要加进去的内容在 ${d.from}`,
  commit:
    '文件请提交，大家共用；仓库设置和合并、变基后的提醒只管这台电脑，请每位同事各运行一次 `dangan init --git`',
  commitFiles:
    '请提交这些文件，以后每次推送服务器都会检查。服务器上没有 dangan 的，从 npm 装；用本单位存放的安装包，先把文件里的 PACKAGE 改成它的网址或路径',
  words: {
    attributes: ['git 怎样对待这份档案'],
    bytes: '一个字节都不改，在哪种系统上摘要都对得上',
    evidence: '材料不逐行合并：同一份材料两个人都改了，由人来定',
    entries:
      '逐条合并，要先用 `dangan init --git` 告诉这份仓库；没有告诉的按文字合并，事后用 `dangan merge` 收尾',
    lines: '一行一条，两边有的都留下',
    large: '大文件，由 git-lfs 另外存放',
    own: '只属于这台电脑：缓存、改动日志、废件箱。大家共有的历史由 git 保存',
    left: '系统和程序留下的文件',
    hook: [
      '由 `dangan init --git` 写入：合并或变基以后，说明两个人的改动还有什么要收尾。从不拦住 git。',
    ],
  },
};
