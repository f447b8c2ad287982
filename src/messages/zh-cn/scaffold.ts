import type { scaffold as en } from '../en/scaffold.js';

export const scaffold: typeof en = {
  description: '按测评体系建立文件夹；体系改了，文件夹跟着改',
  archive: '档案所在文件夹；不写时用当前文件夹所在的档案',
  dryRun: '只看要补建、改名哪些，什么都不动',
  write: '指标改了名称或位置的，文件夹也跟着改',
  all: '列出每一个文件夹',
  format: '结果的格式',
  examples: [
    ['dangan scaffold', '补建缺少的文件夹，看看哪些要改名'],
    ['dangan scaffold --dry-run', '只看要补建、改名哪些'],
    ['dangan scaffold --write', '补建，并改名'],
    ['dangan scaffold --all', '列出全部指标和编号'],
  ],
  summary: (d) =>
    d.made === 0
      ? `文件夹共 ${d.total} 个，已经齐全`
      : `文件夹共 ${d.total} 个，${d.dryRun ? '要新建' : '新建'} ${d.made} 个${d.dryRun ? '（现在什么都没有动）' : ''}`,
  schemas: (d) =>
    `编辑器用的格式说明更新了 ${d.count} 个（在 schemas/ 里），编辑 YAML 文件时据此补全和检查`,
  isNew: '新建',
  files: (d) => `${d.count} 份`,
  leaves: (d) => `末级指标 ${d.count} 项`,
  renamed: (d) => `已改名 ${d.count} 个文件夹，里面的材料一起过去：`,
  toRename: (d) =>
    `有 ${d.count} 个文件夹与测评体系里的名称或位置不同。加上 --write 就改过来，里面的材料一起过去：`,
  codes: (d) =>
    d.written
      ? '下列文件里写的指标编号跟着改了（同一次改动，undo 一起退回）：'
      : '下列文件里写的指标编号，加 --write 就跟着改（同一次改动，undo 一起退回）：',
  codeChanges: (d) => d.changes.map(({ from, to }) => `${from} → ${to}`).join('，'),
  unsure: (d) => `有 ${d.count} 处编号说不准现在指哪一项，没有改，请逐条核对：`,
  unsurePlace: (d) =>
    `${d.file} 第 ${d.line} 行：${d.name}${d.now === undefined ? '' : `（现在是“${d.now}”）`}`,
  doubts: {
    gone: '原来用这个编号的指标，现在的测评体系里没有了',
    several: '不止一个文件夹用过这个编号',
    'other-name': '这个编号现在的名称不同，可能已不是同一项',
    'no-folder': '这一项没有文件夹，看不出编号变没变，而同组别的编号变了',
    nowhere: '没有这个编号的文件夹，也没有这个编号的指标',
  },
  refused: (d) => `有 ${d.count} 个没法改，新名称已被占用：`,
  doubtful: (d) => `有 ${d.count} 个文件夹说不准是哪项指标的，没有动，请打开看看里面的材料：`,
  doubtfulNext:
    '确实是的，用 `dangan fix --rule tree-folder-misnamed --unsafe` 看方案，加 --write 执行；是别的指标的，请把文件夹改成那项指标的编号和名称。',
  unknown: (d) => `有 ${d.count} 个文件夹不在测评体系里，没有动：`,
  more: (d) => `……还有 ${d.count} 个（加 --all 全部列出）`,
  undo: (d) => `撤销：dangan undo ${d.id}`,
};
