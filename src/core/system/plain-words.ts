/** What a clerk writes where the language has a word of its own: `会议纪要` for `minutes`, `扣分` for `deduct`. */
import { INVISIBLE } from '../../messages/faults.js';
import { listIn } from '../group.js';
import { foldName, nearest } from '../text.js';
import { KIND_TITLES } from './vocabulary.js';

const WORDS: Readonly<Record<string, readonly string[]>> = {
  // Kinds of evidence, besides their titles.
  document: ['文件', '红头文件', '规范性文件'],
  plan: ['方案、计划', '计划', '规划', '预案'],
  minutes: ['会议纪要', '纪要'],
  report: ['报告', '情况说明'],
  news: ['报道', '新闻报道'],
  photo: ['照片', '实景图片', '相片'],
  screenshot: ['截图'],
  video: ['视频'],
  form: ['表格', '统计表'],
  list: ['名单', '台账', '花名册'],
  certificate: ['证件', '获奖证书', '奖牌'],
  opinion: ['意见'],
  statement: ['说明', '证明'],
  approval: ['签批件', '批复'],
  rule: ['规章制度'],
  link: ['链接'],
  other: ['其他', '其它'],
  // How often.
  week: ['每周', '周', 'weekly'],
  month: ['每月', '月', '月度', 'monthly'],
  quarter: ['每季度', '每季', '季度', '季', 'quarterly'],
  'half-year': ['每半年', '半年'],
  semester: ['每学期', '学期', '每个学期'],
  year: ['每年', '年', '年度', '每学年', '学年', 'yearly', 'annual'],
  term: ['每届', '届', '届期'],
  once: ['一次', '一次性'],
  // How points come about.
  sum: ['合计', '相加'],
  deduct: ['扣分', '减分', '倒扣'],
  add: ['加分'],
  grade: ['等次', '等级', '按等次'],
  tiers: ['分档', '档次'],
  all: ['全有或全无', '达标', '全部'],
  proportional: ['按比例', '比例'],
  rank: ['排名', '名次', '按名次'],
  highest: ['取最高', '只取最高', '最高'],
  choose: ['任选'],
  average: ['平均', '取平均'],
  external: ['他方评价', '外部评价', '第三方'],
  judgement: ['酌情', '人工酌情', '人工', 'judgment'],
  // What decides a grade, what a veto does, how an exemption counts.
  met: ['符合几条'],
  named: ['符合哪几条'],
  violations: ['发现问题'],
  disqualify: ['取消资格', '一票否决', '不得申报'],
  'bar-top': ['不得评优', '一票否优'],
  zero: ['零分', '该项零分'],
  full: ['满分', '得满分'],
  exclude: ['不计入', '不计分'],
  missing: ['每缺一份', '缺失'],
  // Settings.
  error: ['错误'],
  warning: ['警告'],
  info: ['提示'],
  off: ['关', '关闭', '不查', '否'],
  fullwidth: ['全角'],
  ascii: ['半角'],
  none: ['无', '不分', '否'],
};

/** Keys, as the forms of offices head their columns. */
const KEYS: Readonly<Record<string, readonly string[]>> = {
  title: ['题名', '标题', '名称', '材料名称', '体系名称'],
  name: ['名称', '单位名称', '单位', '指标名称', '项目'],
  code: ['编号', '序号', '代码', '代号'],
  points: ['分值', '分数', '分', '满分'],
  total: ['总分', '合计'],
  owner: ['责任科室', '责任部门', '责任单位', '科室', '部门', '负责人', '谁负责'],
  owners: ['责任科室', '科室', '部门'],
  standard: ['标准', '测评标准', '评分标准', '内容'],
  methods: ['测评方法', '方法', '方式'],
  marks: ['标记', '标识'],
  rounding: ['四舍五入', '取舍', '小数'],
  evidence: ['材料', '佐证材料', '材料要求', '证明材料'],
  indicators: ['指标', '测评指标'],
  children: ['下级', '下级指标', '子项'],
  scoring: ['计分', '计分办法', '评分办法', '得分'],
  criteria: ['评分点', '要点'],
  kind: ['种类', '类型', '材料种类'],
  every: ['频次', '周期', '频率'],
  count: ['份数', '数量', '次数'],
  window: ['时限', '起止时间', '时间范围'],
  period: ['期间', '时期'],
  caption: ['图片说明', '照片说明', '说明'],
  optional: ['可选', '可以没有'],
  note: ['备注', '说明'],
  rule: ['规则', '办法'],
  each: ['每次', '每项'],
  bonus: ['加分', '加分项'],
  vetoes: ['否决', '否决项', '一票否决'],
  date: ['日期', '形成日期', '成文日期'],
  number: ['文号'],
  pages: ['页数'],
  reason: ['理由', '原因'],
  until: ['期限', '到期', '截止日期', '到期日'],
  indicator: ['指标', '指标编号'],
  unit: ['单位'],
  system: ['测评体系', '体系'],
  profile: ['单位情况'],
  naming: ['命名'],
};

let known: ReadonlyMap<string, readonly string[]> | undefined;

/** The key, of those that may stand there, that is meant by a word of the field. */
function meantByPlainKey(written: string, keys: readonly string[]): string | undefined {
  return keys.find((key) => Object.hasOwn(KEYS, key) && KEYS[key]?.includes(written));
}

/** The key that is meant by one that there is not: by a word of the field, or by one like it. */
export function keyMeant(name: string, known: readonly string[]): string | undefined {
  const plain = name.replace(INVISIBLE, '').normalize('NFKC').trim();
  if (known.includes(plain)) return plain;
  return meantByPlainKey(plain, known) ?? nearest(name, known);
}

/** The same of a word of a few. */
export function wordMeant(written: string, allowed: readonly string[]): string | undefined {
  return meantByPlainWord(written, allowed) ?? nearest(written, allowed);
}

/** The one of the allowed words that stands for what was written. */
function meantByPlainWord(written: string, allowed: readonly string[]): string | undefined {
  known ??= wordsFor();
  const meant = known.get(foldName(written.trim())) ?? [];
  return allowed.find((word) => meant.includes(word));
}

function wordsFor(): ReadonlyMap<string, readonly string[]> {
  const words = new Map<string, string[]>();
  const titles = Object.entries(KIND_TITLES).map(([kind, title]) => [kind, [title]] as const);
  for (const [key, all] of [...titles, ...Object.entries(WORDS)]) {
    for (const word of all) listIn(words, foldName(word)).push(key);
  }
  return words;
}
