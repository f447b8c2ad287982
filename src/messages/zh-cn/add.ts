import type { add as en } from '../en/add.js';
import { quoted } from '../quoted.js';

/** 指标要的是活动，送来的子文件夹原样留着。 */
function kept(count: number): string {
  return count === 0 ? '' : `，保留 ${count} 个活动子文件夹`;
}

/** 还没有动手的，没有什么要撤销。 */
const undone = (d: { isDone: boolean }) => (d.isDone ? '先 `dangan undo`，再' : '');

export const add: typeof en = {
  description: '把材料归入指标文件夹，序号接着往下编',
  files: '文件、文件夹或通配符；- 表示从标准输入读路径清单',
  to: '归到哪个指标：编号，或名称的一部分；也可以写它里面已有的活动文件夹',
  year: '年度（按年度分文件夹时）',
  years: '年度（按年度分文件夹时）；不写就按名称里的日期分',
  title: '题名；不写就从文件名取。几份一起时，各份的区别（名称、日期、第几张）接在后面',
  move: '移动，不复制',
  dryRun: '只看会归到哪里，不动手',
  archive: '档案所在文件夹；不写时用当前文件夹所在的档案',
  format: '结果的格式',
  examples: [
    ['dangan add *.docx --to 1.1', '复制到指标 1.1'],
    ['dangan add 扫描件.pdf --to 志愿服务 --title 学雷锋活动方案', '写名称的一部分，并给出题名'],
    ['dangan add IMG_*.jpg --to 志愿服务 --title 学雷锋活动照片', '几十张一起起名，日期留在题名里'],
    ['dangan add 人教科报送 --to 4.2 --move', '整个文件夹，移动过去'],
    ['dangan undo', '撤销刚才的归入'],
  ],
  yearForm: '年份，如 2020',
  head: (d) => `已${d.move ? '移动' : '复制'} ${d.count} 份到 ${d.folder}${kept(d.kept)}`,
  headPlanned: (d) => `将${d.move ? '移动' : '复制'} ${d.count} 份到 ${d.folder}${kept(d.kept)}`,
  nothingNew: (d) => `没有新的材料可归，${d.folder} 没有变化`,
  undo: (d) => `撤销：dangan undo ${d.id}`,
  unfit: {
    junk: '是系统或临时文件，没有归入',
    kept: '是程序自己用的，不是材料，没有归入',
    empty: '是空文件（0 字节），没有归入：请看是否没复制完',
    link: '是文件夹里的链接，没有归入：请直接写它指向的文件',
    broken: '是断了的链接，没有归入：它指向的文件这里打不开，请把原件要来',
    special: '不是普通文件，没有归入',
    garbled: '文件名有乱码，没有归入：请先改名',
  },
  ledgerLeft:
    '台账没有跟着进来。是这份档案的拷贝的，`dangan merge 那一份` 把新材料连台账一起并进来。',
  more: (d) => `……同样原因的还有 ${d.count} 个（\`--dry-run --format json\` 全部列出）`,
  repeated: (d) => `与 ${d.as} 内容相同，没有重复归入`,
  sameTitle: (d) =>
    `${d.count === 1 ? `${d.first} 与 ${d.other} 题名相同` : `有 ${d.count} 份与别的材料题名相同（如 ${d.first} 与 ${d.other}）`}，内容不同：请看是不是同一份材料的两稿；不是的，请在题名里写出区别。`,
  elsewhere: (d) =>
    `${d.count === 1 ? `${d.first} 别的指标里已经有了，就是 ${d.as}` : `有 ${d.count} 份别的指标里已经有了（如 ${d.first} 就是 ${d.as}）`}。一份材料证明几个指标的，不必放两处：${d.isDone ? '先 `dangan undo`，再' : ''}登记它也用于这里：\`dangan ledger set ${quoted(d.as)} references=${quoted(d.code)}\`。`,
  repeatedTitled: (d) => `要换题名，请直接把 ${d.as} 改名`,
  misnamed: (d) =>
    `${d.count === 1 ? `${d.name} 的扩展名与实际格式（${d.format}）不符` : `有 ${d.count} 份的扩展名与实际格式不符（如 ${d.name} 其实是 ${d.format}）`}，双击可能打不开：\`dangan fix --rule content-type-mismatch --unsafe\` 列出怎样改扩展名。`,
  packed: (d) =>
    `${d.count === 1 ? `${d.first} 是压缩包` : `有 ${d.count} 份是压缩包（如 ${d.first}）`}，里面的材料看不到，也不算数；请${undone(d)}解开，归入里面的文件。`,
  vague: (d) =>
    d.count === 1
      ? `${d.first} 的题名看不出内容，请${d.isDone ? '在文件夹里改名，或' : ''}${undone(d)}加上 --title 归入。`
      : `有 ${d.count} 份题名看不出内容（如 ${d.first}），请${d.isDone ? '改名，或' : ''}${undone(d)}加上 --title 一起归入。`,
};
