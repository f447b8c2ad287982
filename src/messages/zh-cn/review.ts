import type { review as en, reviewErrors as enErrors } from '../en/review.js';
import { isReviewFault, type OwnReviewFault, type ReviewFault } from '../faults.js';
import { faults } from './faults.js';

export function reviewFault(d: ReviewFault): string {
  return isReviewFault(d) ? ownFault(d) : faults.schema(d);
}

function ownFault(d: OwnReviewFault): string {
  const known = 'known' in d && d.known.length > 0 ? `；有：${d.known.join('、')}` : '';
  switch (d.wrong) {
    case 'no-indicator':
      return `没有“${d.name}”这项指标；可能体系后来改过，请写它现在的编号`;
    case 'no-veto':
      return `没有“${d.name}”这条否决${known}`;
    case 'no-grade':
      return `没有“${d.name}”这个等次${known}`;
    case 'several':
      return `有 ${d.ids.length} 项指标的编号都是“${d.name}”；请写编号路径：${d.ids.slice(0, 5).join('、')}`;
    case 'other-name':
      return `这一条说的是“${d.name}”，编号 ${d.code} 现在是“${d.now}”；请写所指那一项的编号，或者删去名称`;
    case 'not-scored':
      return `“${d.name}”不单独打分${d.places.length === 0 ? '' : `；请打在 ${d.places.slice(0, 5).join('、')}`}`;
    case 'points':
      return `“points”写的是 ${d.found}，应当在 0 到 ${d.max ?? d.found} 之间`;
    case 'points-and-grade':
      return '分数和等次都写了；请只留一个';
    case 'said-twice':
      return '前面已经打过；两条请只留一条';
  }
}

export const review: typeof en = {
  description: '测评意见：给测评组打分表，把他们打的分收回来，列出要整改的',
  examples: [
    ['dangan review sheet 迎检包.zip -o 打分表.xlsx', '给测评组：照着迎检包打分的表'],
    ['dangan review add 打分表.xlsx --write', '收回填好的表，或在 index.html 上打分存下的文件'],
    ['dangan review show', '各人打了多少分，哪里不一致'],
    ['dangan review rectify -o 整改清单.docx', '各科室要整改什么'],
  ],
  archive: '档案所在文件夹；不写时用当前文件夹所在的档案',
  options: {
    format: '屏幕上显示的格式',
    force: '已有同名文件时换成新的',
  },
  toSheet: {
    description: '打分表：.xlsx 填好能收回来，其他的用来打印',
    examples: [
      ['dangan review sheet 迎检包.zip -o 打分表.xlsx', '给看这个包的测评组'],
      ['dangan review sheet 迎检包.zip --indicator 3 -o 第三部分.xlsx', '只要其中一部分'],
      ['dangan review sheet -o 打分表.docx', '打在纸上用：按当前档案'],
    ],
    path: '迎检包，或档案文件夹；不写时用当前文件夹所在的档案',
    output: '写到哪个文件：.xlsx 填好能收回来；.docx、.pdf、.html、.csv 用来打印',
    indicator: '只要这个指标的：编号，或名称的一部分',
    method: '只要用这种测评方法的，照测评体系里的写法，如 材料审核',
    noOutput: '请用 -o 写明写到哪个文件：.xlsx、.docx、.pdf、.html 或 .csv',
    badOutput: (d) => `写不了“${d.path}”这种文件；扩展名可以是 ${d.known.join('、')}`,
    noMethod: (d) =>
      d.known.length === 0
        ? '这份测评体系没有写测评方法，请去掉 --method'
        : `没有用“${d.method}”测评的；有：${d.known.join('、')}`,
    nothing: '其中没有单独打分的，没有写文件。',
    done: (d) =>
      `打分表已写到 ${d.path}：${d.items} 项${d.vetoes === 0 ? '' : `，一票否决 ${d.vetoes} 条`}`,
    next: (d) => `填好收回以后，在档案里：dangan review add ${d.path}`,
    unbound: '这张表按当前档案打。要写明看的是哪些材料，请给出迎检包的路径。',
  },
  add: {
    description: '收测评意见：填好的打分表，或在 index.html 上打分存下的文件',
    examples: [
      ['dangan review add 打分表.xlsx', '先看里面打了什么，不写'],
      ['dangan review add *.json *.xlsx --write', '收进 reviews 文件夹'],
    ],
    files: '`dangan review sheet` 出的表（.xlsx），或在 index.html 上存下的文件（.json）',
    by: '谁打的，文件里没有写时用',
    lead: '组长打的：与别人不一致时以它为准',
    date: '哪一天打的，文件里没有写时用',
    bundle: '看的是哪个迎检包：不是看它打的不收',
    write: '收进来；不加就只看里面打了什么',
    one: (d) =>
      `${d.by}${d.lead ? '（组长）' : ''}  ${d.on}${d.bundle === undefined ? '' : `  ${d.bundle}`}`,
    facts: (d) =>
      `打了 ${d.marks}/${d.items} 项${d.points === undefined ? '' : `，各项相加 ${d.points} 分`}${d.remarks === 0 ? '' : `；意见 ${d.remarks} 条`}${d.vetoes === 0 ? '' : `；一票否决发生 ${d.vetoes} 条`}`,
    same: (d) => `已经收过：${d.path}`,
    to: (d) => `${d.written ? '已写到' : '将写到'} ${d.path}`,
    problems: (d) => `有 ${d.count} 处不明白，什么都没有写。请改好再收：`,
    notCounted: (d) => `有 ${d.count} 处对不上，这样不计入：`,
    about: (d) => `${d.code}：${d.words}`,
    otherSystem: (d) => `按“${d.theirs}”打的，这里是“${d.ours}”：编号和名称对得上的才计入`,
    earlierSystem: '打分以后测评体系改过：编号和名称对得上的才计入，合计按现在的体系算',
    empty: '里面没有打分，也没有意见，不收',
    nothingWritten: '有看不明白的，其他几份也都没有写。',
    unnamed: '没有写明看的是哪个包',
    left: (d) => `没有编号的行（如合计）没有读：${d.cells.join('、')}`,
    others: (d) => `不认识的列没有读：${d.headers.join('、')}`,
    toWrite: (d) => `以上只是看一遍，什么都没有写。要收进来：${d.command}`,
    next: '看各人合起来多少分：dangan review show',
    remark: '测评人员打的分，由 `dangan review add` 写下，可以改',
    fileName: (d) => `${d.on} ${d.by}`,
  },
  show: {
    description: '测评意见汇总：合起来多少分，与自评比，哪里不一致，扣在哪里',
    examples: [
      ['dangan review show', '合计、分歧、扣分的各项'],
      ['dangan review show --format json', '给程序用'],
    ],
    all: '得满分的也列出',
    none: '还没有测评意见。收进来：dangan review add 文件 --write',
    head: (d) => `测评意见 ${d.count} 份：`,
    columns: { name: '', full: '分值', self: '自评', given: '测评' },
    total: '合计',
    bonus: '加减分',
    of: (d) => (d.low === d.high ? d.low : `${d.low}～${d.high}`),
    open: (d) => `还有 ${d.count} 项没有打，共 ${d.points} 分`,
    band: (d) => `档次：${d.name}`,
    disqualified: '发生了一票否决',
    disputes: (d) => `打得不一致的 ${d.count} 项（收进组长打的，就以组长为准）：`,
    lost: (d) => `扣分和要整改的 ${d.count} 项：`,
    vetoes: '发生的一票否决：',
    openVetoes: (d) => `一票否决 ${d.codes.join('、')} 还没有人说明有没有发生`,
    isOccurred: (d) => (d.occurred ? '发生' : '没有发生'),
    remarks: '其他意见：',
    rest: (d) => `其余 ${d.count} 项：`,
    saidBy: (d) => `${d.by}：${d.text}`,
    each: (d) => `${d.by} ${d.given}`,
    given: (d) => (d.full === '' ? d.given : `${d.given}/${d.full}`),
    rectify: (d) => `整改：${d.text}`,
    problems: (d) => `reviews 里有 ${d.count} 处不对，没有计入：`,
    next: '各科室要整改什么：dangan review rectify -o 整改清单.docx',
  },
  rectify: {
    description: '整改清单：按测评意见，各科室要整改什么，可打印、可发送',
    examples: [
      ['dangan review rectify -o 整改清单.docx --due 2026-12-31', '各科室的在一个文件里'],
      ['dangan review rectify --owner 办公室 -o 整改清单.pdf', '只要一个科室的'],
    ],
    output: '写到哪个文件（.docx、.xlsx、.pdf、.html 或 .csv），或哪个文件夹（每个科室一个文件）',
    type: '写到文件夹时用哪种文件，不写就是 docx',
    owner: '只要这些责任科室的，用逗号隔开',
    due: '哪一天以前整改好，印在清单上',
    heading: '测评问题整改清单',
    fileName: (d) => `${d.owner}整改清单`,
    count: (d) => `截至 ${d.today}：${d.count} 项，扣 ${d.lost} 分`,
    dueLine: (d) => `请于 ${d.due} 前整改好`,
    columns: {
      number: '序号',
      indicator: '指标',
      full: '分值',
      given: '测评得分',
      lost: '扣分',
      remark: '测评意见',
      rectify: '整改要求',
      now: '现在的材料',
      done: '整改情况（措施、责任人、日期）',
    },
    done: (d) => `整改清单已写到 ${d.path}：${d.owners} 个科室，${d.count} 项，扣 ${d.lost} 分`,
    line: (d) => `${d.count} 项，扣 ${d.lost} 分`,
    shared: (d) => `其中 ${d.count} 项由几个科室共同负责，各家的清单里都有，合计只算一次`,
    others: (d) => `（与${d.names.join('、')}共同负责）`,
    complete: '已齐',
    lacking: (d) => `${d.state}：${d.title} ${d.ratio}`.trim(),
    nothing: '没有要整改的，没有写文件。',
  },
  heading: (d) => `${d.unit}测评打分表`,
  veto: '一票否决',
  occurred: '发生',
  sheet: { data: '打分表', about: '测评人', record: '勿改' },
  columns: {
    id: '编号（勿改）',
    code: '指标编号',
    above: '所属',
    name: '指标',
    full: '分值',
    methods: '测评方法',
    standard: '标准和计分办法',
    given: '得分',
    remark: '意见',
    rectify: '整改要求',
  },
  notOurs: {
    'not-exported': '里面没有“勿改”那张隐藏的表，不是 dangan 出的打分表',
    'record-damaged': '里面隐藏的“勿改”那张表被改过，读不了',
    'sheet-missing': '找不到打分表的表头',
    'sheet-twice': '有两张打分表，不知道读哪一张',
  },
  locked: '灰色的列由程序填写，改了也不会读回。',
  hints: {
    given: '写分数，或等次的名称；一票否决写 发生 或 没有发生。空着就是没有打。',
    remark: '为什么扣分，看到了什么。',
    rectify: '要单位怎么改。',
  },
  about: { by: '测评人', lead: '组长', on: '日期', note: '总的意见' },
  aboutHeader: ['', '填在这里', ''],
  aboutHints: {
    by: '姓名。',
    lead: '是组长写 是，不是的空着。',
    on: '如 2026-11-24。',
    note: '对整个单位要说的；可以空着。',
  },
  paper: {
    system: (d) => `测评体系：${d.title}`,
    bundle: (d) => `迎检包：${d.name}${d.date === '' ? '' : `，打包日期 ${d.date}`}`,
    signed: '测评人：______________    □ 组长    日期：______________',
  },
  problem: {
    given: (d) =>
      `“${d.found}”不是分数${d.grades.length === 0 ? '' : `，也不是等次（${d.grades.join('、')}）`}`,
    beyond: (d) => `${d.found} 不在 0 到 ${d.max} 之间`,
    occurred: (d) => `“${d.found}”看不出有没有发生；请写 发生 或 没有发生`,
    lead: (d) => `“${d.found}”看不出是不是组长；是组长写 是，不是的空着`,
    day: (d) => `“${d.found}”不是哪一天；请写成 2026-11-24`,
    error: (d) => `是错误值 ${d.found}`,
  },
};

export const reviewErrors: typeof enErrors = {
  REVIEW_UNREADABLE: (d) => [
    `${d.path} 不是测评意见：${d.because}`,
    '请给出 `dangan review sheet` 出的、填好的表，或在 index.html 上打分存下的文件。',
  ],
  REVIEW_OF_OTHER_UNIT: (d) => [
    `${d.path} 打的是别的单位：${d.theirs}；这里是 ${d.ours}`,
    '请到那个单位的档案里收。如果只是 dangan.yaml 里的单位名称改过，先改回去，收了再改。',
  ],
  REVIEW_BY_NOBODY: (d) => [
    `${d.path} 没有写是谁打的分`,
    '请加上 `--by 姓名`，或者在表的“测评人”那一页写上。',
  ],
  REVIEW_OF_OTHER_BUNDLE: (d) => [
    `${d.path} 是看别的材料打的（${d.theirs}），不是 ${d.ours} 里的`,
    '请问测评组看的是哪个迎检包，写那一个；或者去掉 --bundle。',
  ],
};
