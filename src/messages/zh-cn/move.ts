import type { move as en } from '../en/move.js';
import { quoted } from '../quoted.js';
import { keyWord } from './ledger.js';

export const move: typeof en = {
  description: '把材料挪到别的指标、改题名、拿出来，或按日期重排',
  options: {
    files: '材料：文件、通配符、文件夹，或编号加序号（2.2/05）；--by-date 写文件夹或编号',
    to: '归到哪里：指标的编号或名称的一部分，或一个活动文件夹',
    title: '新题名，可以与 --to 一起；几份一起时，各份的区别接在后面',
    trash: '拿出来，移到废件箱；undo 能拿回来',
    byDate: '按认出的日期重新编号；没有日期的排在后面',
    renumber: '空出的序号由后面的接上；单独用时写文件夹或编号',
    write: '照方案动手',
  },
  examples: [
    ['dangan move 1.1/03 --to 2.1', '1.1 的 03 号归到 2.1，先看方案；台账一起过去'],
    ['dangan move 1.1/03 --to 2.1 --write', '照此动手；`dangan undo` 可以撤销'],
    ['dangan move IMG_*.jpg --title 学雷锋活动照片', '几份一起改题名，序号不变'],
    ['dangan move 4.4/06 --trash --renumber', '拿出来，后面的序号接上'],
    ['dangan move 2.2 --by-date', '2.2 的材料按日期重排'],
  ],
  noWay: '没有写怎么办：--to、--title、--trash、--by-date 或 --renumber',
  twoWays: '一次只做一样：--to（可以加 --title）、--title、--trash、--by-date 或 --renumber',
  again: '现在什么都没有动。同一条命令加上 `--write` 照此动手，`dangan undo` 可以撤销。',
  noTitle: '题名是空的',
  nothing: {
    to: '没有要挪的：那里已经有了。',
    title: '没有要改的：题名已经是这样。',
    trash: '没有要拿出来的。',
    renumber: '没有要改的：序号是连着的。',
    'by-date': '没有要改的：认得出日期的，次序已经对了。',
  },
  repeated: (d) => `${d.path} 没有挪：与 ${d.as} 内容相同。多出来的一份，用 --trash 拿出来。`,
  dropped: (d) =>
    `${d.path} 台账里的“${keyWord(d.key)}：${d.names.join('、')}”在那里没有意义，已去掉；要重新写明，用 \`dangan ledger set\`。`,
  emptied: (d) => `${d.path} 里没有材料了，空文件夹${d.isDone ? '已' : '会'}移到废件箱。`,
  proof: (d) => `${d.path} 是台账里“不适用”（notApplicable）的证明，请另补一份。`,
  waivers: (d) =>
    `有 ${d.count} 条豁免写的是它原来的指标或题名，不会跟着走；请看 \`dangan waive list\`。`,
  gap: (d) =>
    `${d.folder} ${d.isDone ? '空出了' : '会空出'} ${d.ordinals.join('、')} 号：印过的目录、盖过的页脚都写着序号，所以后面的不动。${d.isDone ? `要接上，用 \`dangan move ${quoted(d.folder)} --renumber\`。` : '要接上，加 --renumber。'}`,
};
