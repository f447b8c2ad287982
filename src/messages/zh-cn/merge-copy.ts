import type { mergeCopy as en } from '../en/merge-copy.js';
import { fieldWord, valueWord } from './ledger.js';

export const mergeCopy: typeof en = {
  brought: (d) => `这里还没有的材料 ${d.count} 份`,
  registered: (d) => `台账只有那边登记了的，${d.count} 份材料`,
  clashes: (d) =>
    `台账两边登记得不一样的，${d.count} 份材料；${d.take === 'theirs' ? '照那边的改' : '这边的不动（照那边的改，加 --take theirs）'}`,
  differing: (d) => `名称一样、内容不同的 ${d.count} 份，都没有动`,
  alone: '那边的也要，就单独归入：`dangan add 那一份 --to 指标编号`。',
  takenOut: (d) => `这里拿出来过的 ${d.count} 份，不再拿回来`,
  homeless: (d) => `不在任何指标里，或这里没有编号、名称都相同的指标的 ${d.count} 份，没有动`,
  files: (d) => `那边与这里不同、没有合并的：${d.files.join('、')}`,
  value: (d) => `${fieldWord(d.key)} ${valueWord(d.key, d.value)}`,
  clash: (d) =>
    `${fieldWord(d.key)}：这边 ${valueWord(d.key, d.ours)}，那边 ${valueWord(d.key, d.theirs)}`,
  nothing: (d) => `${d.path} 里没有要并过来的。`,
  onlyListed: '上面列出的都没有动，请逐项看过再定；此外没有要并过来的。',
  done: (d) => `已做好；要撤销，用 \`dangan undo ${d.id}\`。`,
};
