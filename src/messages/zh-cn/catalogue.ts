import type { catalogue as en } from '../en/catalogue.js';
import { COUNTED_BY_BINDING, inLedger } from './in-ledger.js';

const first = (d: { count: number; first: string }) => `${d.first}${d.count > 1 ? ' 等' : ''}`;

export const catalogue: typeof en = {
  description: '打印用的目录：卷内目录、归档文件目录、照片目录、案卷目录',
  examples: [
    ['dangan catalogue -o 卷内目录.xlsx', '每个末级指标一份卷内目录'],
    ['dangan catalogue --kind 归档 -o 归档文件目录.xlsx', '一件一行，有档号'],
    [
      'dangan catalogue --kind 照片 -o 照片目录.html',
      '照片的题名和文字说明，一行一张；照片本身印在 `dangan bind` 装订的册子里',
    ],
    ['dangan catalogue --indicator 1.1 -o 1.1.csv', '只要一个指标的'],
  ],
  options: {
    path: '档案所在文件夹；不写时用当前文件夹所在的档案',
    output: '写到哪个文件：.xlsx、.docx、.pdf、.html 或 .csv',
    kind: '哪一种目录：卷内（卷内文件目录）、归档（归档文件目录）、照片、案卷（案卷目录）',
    per: '怎样算一卷：文件夹、指标（末级指标）、一级指标、全部',
    indicator: '只要这个指标的：编号，或名称的一部分',
    owner: '只要这个责任科室的',
    force: '已有同名文件时换成新的',
    format: '屏幕上显示的格式',
  },
  kinds: { volume: '卷内', filed: '归档', photos: '照片', volumes: '案卷' },
  scopes: { folder: '文件夹', indicator: '指标', part: '一级指标', archive: '全部' },
  headings: {
    volume: '卷内文件目录',
    filed: '归档文件目录',
    photos: '照片目录',
    volumes: '案卷目录',
  },
  columns: {
    number: '序号',
    sequence: '顺序号',
    code: '档号',
    documentNumber: '文号',
    responsible: '责任者',
    title: '题名',
    volumeTitle: '案卷题名',
    date: '日期',
    secrecy: '密级',
    pages: '页数',
    totalPages: '总页数',
    page: '页号',
    photoNumber: '照片号',
    see: '参见号',
    photographer: '摄影者',
    caption: '文字说明',
    span: '起止日期',
    retention: '保管期限',
    note: '备注',
  },
  retentions: { Y: '永久', D30: '30年', D10: '10年' },
  about: {
    unit: (d) => `单位：${d.unit}`,
    fonds: (d) => `全宗号：${d.fonds}`,
    volume: (d) => `案卷题名：${d.title}`,
    code: (d) => `档号：${d.code}`,
    system: (d) => `测评体系：${d.title}`,
  },
  pageOf: (d) => `第 ${d.page} 页 共 ${d.pages} 页`,
  pageAround: ['第 ', ' 页'],
  rows: {
    untitled: '无题名',
    keptIn: (d) => `存于 ${d.code}${d.number === undefined ? '' : `，顺序号 ${d.number}`}`,
    notApplicable: (d) =>
      `${d.requirement === undefined ? '不适用' : `“${d.requirement}”不适用`}：${d.reason}`,
    said: (d) =>
      [
        [d.by, d.on].filter((each) => each !== undefined).join(' '),
        d.proof === undefined ? '' : `证明见顺序号 ${d.proof}`,
      ]
        .filter((each) => each !== '')
        .join('；'),
    captionFact: (d) => `${d.field}：${d.text}`,
    activity: '活动',
    papers: (d) => `指标 ${d.code} 第 ${d.numbers.join('、')} 件`,
    pause: '；',
    listMark: '、',
  },
  emptyName: '目录',
  badOutput: (d) => `写不了“${d.path}”这种文件；扩展名可以是 ${d.known.join('、')}`,
  badWord: (d) => `${d.option} 不能是“${d.value}”；可以写 ${d.known.join('、')}`,
  noOutput: (d) => `请用 -o 写明写到哪个文件，扩展名可以是 ${d.known.join('、')}`,
  done: (d) =>
    `${d.heading}已写到 ${d.path}：${d.lists} 份目录，${d.files} 份材料${d.links === 0 ? '' : `、${d.links} 个网址`}`,
  nothing: '没有可列的，文件里只有表头',
  notes: {
    unpaged: (d) =>
      `有 ${d.count} 份材料不知道页数（${first(d)}），它们后面的页号空着。${inLedger(d, '页数=3')}${COUNTED_BY_BINDING}`,
    unpagedFiled: (d) =>
      `有 ${d.count} 份材料不知道页数（${first(d)}），空着没有写。${inLedger(d, '页数=3')}${COUNTED_BY_BINDING}`,
    undated: (d) =>
      `有 ${d.count} 份材料看不出日期（${first(d)}），空着没有写。${inLedger(d, '形成日期=2020-03-12')}`,
    datedByFile: (d) =>
      `有 ${d.count} 份材料的日期取自文件属性或照相机，不是文上写的（${first(d)}），请核对`,
    noCodes:
      '档号空着：dangan.yaml 里没有写全宗号。可以这样写：catalogue: { fonds: Z109, retention: 永久, organ: BGS }',
    uncoded: (d) => `有 ${d.count} 份材料没有档号：${d.lacks}`,
    lacks: {
      fonds: 'dangan.yaml 里没有写 catalogue.fonds（全宗号）',
      retention: 'dangan.yaml 里没有写 catalogue.retention（保管期限）',
      organ: 'catalogue.organs 里没有它的科室，也没有写 catalogue.organ（机构代码）',
      year: '看不出是哪一年的，或跨了年；请在台账里写明日期',
      other: '有一项不知道',
    },
    organs: (d) =>
      `catalogue.organs 里的科室，测评体系里没有：${d.names.join('、')}${d.nearest === undefined ? '' : `，是不是“${d.nearest}”？`}`,
    unlisted: (d) =>
      `有 ${d.count} 个文件不在末级指标的文件夹里，没有列入；是哪些，用 \`dangan check\` 看`,
    unread: (d) => `${d.count} 个台账有读不了的地方，没有列入；是哪里，用 \`dangan check\` 看`,
    missing: (d) => `字体里没有 ${d.characters.join(' ')}，印成了 〓；写成 .xlsx 或 .docx 就有`,
  },
};
