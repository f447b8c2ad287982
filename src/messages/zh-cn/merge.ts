import type { merge as en, mergeErrors as enErrors } from '../en/merge.js';

export const merge: typeof en = {
  description: '把另一份拷贝（U 盘带回的）里的材料和台账并进来；或 git 合并之后收尾',
  options: {
    archive: '另一份档案：把它并进当前文件夹所在的档案；不写时，收尾当前档案的 git 合并',
    take: '两边都写了而又不同的，以哪边为准：ours 我方（当前分支、当前档案），theirs 对方',
    write: '动手做；不写只列出要做什么',
    quiet: '没有要做的就什么都不说',
  },
  examples: [
    ['dangan merge ../U盘/档案', '看那一份里有什么这里没有；加 --write 才并进来'],
    ['dangan merge', '看 git 合并以后还有什么要收尾'],
    ['dangan merge --write', '把两边的台账并成一份；`dangan undo` 可以撤销'],
    ['dangan merge --take theirs --write', '两边都写了的，以对方的为准'],
  ],
  driver: {
    description: '供 git 合并台账时调用；`dangan init --git` 会告诉 git',
    base: '两边改动之前的文件',
    ours: '我方的文件，结果也写在里面',
    theirs: '对方的文件',
    name: '所合并文件的路径',
    examples: [['dangan merge driver base.yaml ours.yaml theirs.yaml ledger.yaml', '合并三个版本']],
  },
  nothing: '没有合并留下的事。',
  together: '两边并成一份',
  added: (d) => `并入对方的 ${d.count} 条`,
  sameEntries: '条目相同，各项并在一起',
  clashes: '两边都写了，又不一样，要定一个',
  clashOf: (d) => (d.key === '' ? d.name : `${d.name} 的 ${d.key}`),
  ours: '我方',
  theirs: '对方',
  choose: '`dangan merge --take ours --write` 都以我方为准（对方写 theirs）；也可以在编辑器里改',
  byHand: '要手工理顺 <<<<<<< 和 >>>>>>> 之间的内容',
  versions: '两份材料同名，第二份另起名称',
  folderFull: '文件夹里没有空余的序号了',
  waiting: 'git 还等着您定（见 `git status`）',
  ordinals: '序号相同的材料',
  ordinalsHint:
    '`dangan fix --rule name-sequence-duplicate --unsafe` 列出谁改成几号；加 --write 才改名',
  more: (d) => `……还有 ${d.count} 项`,
  toWrite: (d) => `现在什么都没有动。\`${d.command}\` 照此做好。`,
  done: (d) => `已做好；要撤销，用 \`dangan undo ${d.id}\`。`,
  tellGit: '最后告诉 git：`git add -A .`，再 `git commit`',
};

export const mergeErrors: typeof enErrors = {
  MERGE_UNFINISHED: (d) => [
    `git 合并没有做完：${d.paths[0] ?? ''}${d.paths.length > 1 ? `等 ${d.paths.length} 个文件` : ''}里两边的内容都在，台账没法跟着文件改名`,
    '请先用 `dangan merge --write` 收尾。现在什么都没有动。',
  ],
};
