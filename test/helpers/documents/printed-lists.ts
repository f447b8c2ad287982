/** Lists as they are printed, of as many rows as a test asks for. */
import {
  COLUMNS,
  LANDSCAPE,
  type ColumnKey,
  type PrintedList,
} from '../../../src/core/catalogue/printed.js';
import type { CatalogueKind } from '../../../src/core/catalogue/types.js';

const HEADINGS: Readonly<Record<CatalogueKind, string>> = {
  volume: '卷内文件目录',
  filed: '归档文件目录',
  photos: '照片目录',
  volumes: '案卷目录',
};

const HEADERS: Readonly<Record<ColumnKey, string>> = {
  number: '序号',
  code: '档号',
  documentNumber: '文号',
  responsible: '责任者',
  title: '题名',
  date: '日期',
  secrecy: '密级',
  pages: '页数',
  page: '页号',
  photoNumber: '照片号',
  see: '参见号',
  photographer: '摄影者',
  caption: '文字说明',
  span: '起止日期',
  retention: '保管期限',
  note: '备注',
};

const TITLES = [
  '关于成立市级文明单位创建工作领导小组的通知',
  '2020年度精神文明创建工作计划',
  '第一季度创建工作领导小组会议纪要',
  '“书香机关”读书月活动方案及签到表、现场照片、信息报道（含《全民阅读倡议书》）',
  '志愿服务活动总结',
];

const value = (key: ColumnKey, at: number): string | number => {
  const values: Readonly<Record<ColumnKey, string | number>> = {
    number: at + 1,
    code: `Z109-WS·2020-D30-BGS-${String(at + 1).padStart(4, '0')}`,
    documentNumber: at % 3 === 0 ? `创办〔2020〕${at + 1}号` : '',
    responsible: ['市水务局', '办公室', '市精神文明建设指导委员会办公室'][at % 3] ?? '',
    title: `${TITLES[at % TITLES.length] ?? ''}${at + 1}`,
    date: `2020${String((at % 12) + 1).padStart(2, '0')}15`,
    secrecy: at % 7 === 6 ? '内部' : '',
    pages: (at % 9) + 1,
    page: at * 3 + 1,
    photoNumber: `Z109-ZP·2020-D30-${String(at + 1).padStart(4, '0')}`,
    see: '志愿服务活动',
    photographer: '张三',
    caption:
      '时间：2020年3月5日；地点：中心广场；人物：志愿者20人（左三为局长李四）；主题：学雷锋志愿服务活动现场，为市民讲解节约用水知识',
    span: '20200115-20201231',
    retention: '30年',
    note: at % 5 === 4 ? '复印件' : '',
  };
  return values[key];
};

export function printedList(kind: CatalogueKind, rows: number, name = '1.1 领导机构'): PrintedList {
  const columns = COLUMNS[kind].map((column) => ({ ...column, header: HEADERS[column.key] }));
  return {
    name,
    title: name,
    heading: HEADINGS[kind],
    about: [
      '立档单位：市水务局',
      `案卷：${name}\u3000\u3000测评体系：市级文明单位测评标准（2020年版）`,
    ],
    columns,
    rows: Array.from({ length: rows }, (_, at) => columns.map(({ key }) => value(key, at))),
    landscape: LANDSCAPE[kind],
  };
}
