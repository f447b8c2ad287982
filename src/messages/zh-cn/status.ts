import type { DateDoubt, Range, status as en } from '../en/status.js';
import { noVeto } from './veto.js';
import { ofSchoolYear, when } from './when.js';

const UNITS = { files: '份', activities: '次', periods: '期', occasions: '个', parts: '样' };

function ranged({ min, max }: Range, unit: string): string {
  if (max === undefined) return ` ${min} ${unit}以上`;
  if (min === 0) return ` ${max} ${unit}以内`;
  return min === max ? ` ${min} ${unit}` : ` ${min}–${max} ${unit}`;
}

const DATE_DOUBTS: Readonly<Record<DateDoubt, (date: string) => string>> = {
  none: () => '看不出日期',
  year: () => '看不出年份',
  rough: () => '日期写得不够细',
  many: (date) => `写的是${date}，不止一期，只能算其中一期`,
};

/** 一次活动：叫得出名的用引号，只有日子的直说。 */
function activity(label: string): string {
  const day = when(label);
  return day === label ? `“${label}”` : day;
}

export const status: typeof en = {
  description: '还差哪些材料：按指标列出要求、已有、缺什么；只看不改',
  examples: [
    ['dangan status', '还要办的：逾期、欠缺、超出、待核对'],
    ['dangan status --owner 办公室', '只看一个科室的'],
    ['dangan status --indicator 1.1 --all', '一个指标（编号或名称里的几个字），齐了的也列出'],
    ['dangan status --state 逾期,欠缺', '只看这几种；代号 late,short 也行'],
    ['dangan status --format json', '给程序用'],
  ],
  options: {
    path: '档案所在文件夹；不写时用当前文件夹所在的档案',
    format: '结果的格式',
    all: '齐了的、未到期的、不适用的也列出',
    state: '只列出这几种状态，用逗号隔开',
    indicator: '只看这个指标：编号，或名称的一部分',
    owner: '只看这个责任科室',
    today: '按哪一天判断是否到期（2026-03-01），不写就是今天',
  },
  state: {
    met: '已齐',
    over: '超出',
    short: '欠缺',
    late: '逾期',
    open: '未到期',
    exempt: '不适用',
    person: '待核对',
    outside: '非材料',
  },
  listMark: '、',
  pause: '；',
  ratio: (d) => {
    const { min, max } = d.wanted;
    const unit = UNITS[d.counts];
    if (min === 0 && max === undefined) return `${d.found}${unit}`;
    if (max === undefined || max === min || d.counts === 'periods')
      return `${d.found}/${min}${unit}`;
    return min === 0 ? `${d.found}/至多${max}${unit}` : `${d.found}/${min}–${max}${unit}`;
  },
  points: (d) => `${d.points}分`,
  owner: (d) => `责任科室：${d.names.join('、')}`,
  evidence: (d) => {
    const title = d.title === '' ? '（没有题名）' : d.title;
    const name = d.digits === '' ? `“${title}”` : `${d.digits}：${title}`;
    return d.home === undefined ? name : `${name}（存放在 ${d.home}）`;
  },
  someEvidence: (d) =>
    `${d.names.join('、')}${d.more > 0 ? ` 等 ${d.names.length + d.more} 份` : ''}`,
  lacks: {
    none: '还没有材料',
    count: (d) => `还差 ${d.missing} ${UNITS[d.counts]}`,
    over: (d) =>
      `${d.activity === undefined ? '' : activity(d.activity)}多 ${d.more} ${UNITS[d.each]}，至多 ${d.most} ${UNITS[d.each]}`,
    kind: (d) => `${d.activity === undefined ? '' : activity(d.activity)}缺${d.titles.join('、')}`,
    periods: (d) => `缺 ${d.labels.join('、')}${d.more > 0 ? `，另有 ${d.more} 期` : ''}`,
    period: (d) =>
      `${d.label}只有 ${d.found} ${UNITS[d.each]}，要${ranged(d.wanted, UNITS[d.each])}`,
    occasions: (d) => `缺 ${d.occasions.join('、')}`,
    occasion: (d) =>
      `${d.occasion}只有 ${d.found} ${UNITS[d.each]}，要${ranged(d.wanted, UNITS[d.each])}`,
    characters: (d) =>
      d.found === undefined
        ? `${d.evidence}：字数数不出来，要${ranged(d.wanted, '字')}`
        : `${d.evidence}：${d.found} 字，要${ranged(d.wanted, '字')}`,
    caption: (d) => `${d.evidence}：说明里没有${d.missing.join('、')}`,
    window: (d) =>
      d.date === undefined
        ? `${d.evidence}：不在${d.window}内`
        : `${d.evidence}：日期是 ${d.date}，不在${d.window}内`,
    date: (d) => {
      const others = `${d.periods.join('、')}${d.more > 0 ? `等 ${d.more} 期` : ''}`;
      const may = [...(d.isOfMissing ? ['所缺的其中一期'] : []), ...(others ? [others] : [])];
      return `${d.evidence}：${DATE_DOUBTS[d.doubt](d.date ?? '')}${may.length > 0 ? `，可能是${may.join('，或者')}，待核对` : ''}`;
    },
    submitted: (d) => `${d.evidence}：${d.closed} 截止以后才报送，算有`,
    unsure: (d) =>
      `${d.evidence}：${d.because === 'title' ? '题名看不出内容，只有种类对得上' : '题名写的只是一年里的一段，要的是全年的'}，待核对；确是这一条的，在台账里写明：\`dangan ledger set 文件 requirements=${d.value}\``,
    otherKind: (d) =>
      `${d.evidence}：台账里登记的种类是${d.said}，要的是${d.wanted.join('或')}；登记错了就改：\`dangan ledger set 文件 kind=${d.wanted[0] ?? ''}\``,
    draft: (d) => `${d.evidence}：还是草稿`,
    returned: (d) => `${d.evidence}：已退回`,
    shows: (d) => `${d.evidence}：要核对有没有${d.what.join('、')}`,
    avoids: (d) => `${d.evidence}：要核对有没有不能有的：${d.what.join('、')}`,
    condition: (d) => `是否适用要人定：${d.texts.join('；')}`,
    per: (d) => `每样几份要人定：${d.per}`,
    sample: (d) => `由测评组抽取：${d.of}`,
    sameDay: (d) => `${d.activities.map(activity).join('、')}同是 ${d.day}，只算一次`,
    noWindow: '没有写明时限，算不出一共几期',
    proof: (d) => `不适用的证明还没有：${d.title}`,
  },
  span: {
    year: (d) => `${d.year}年`,
    years: (d) => `${d.first}–${d.last}年`,
    half: (d) => `${d.half === 1 ? '上' : '下'}半年`,
    quarter: (d) => `${'一二三四'.charAt(d.quarter - 1)}季度`,
    month: (d) => `${d.month}月`,
    week: (d) => `第${d.week}周`,
    inYear: (d) => `${d.year}年${d.part}`,
    semester: (d) => ofSchoolYear(d),
    stretch: (d) => `${d.from} 至 ${d.to}`,
  },
  welcome: '不必有',
  belated: '迟交',
  ahead: (d) => `另有 ${d.count} ${UNITS[d.counts]}还没有到期`,
  nextPeriod: (d) => `下一期是${d.label}`,
  unasked: (d) => `体系没有写明要哪些材料，${d.count > 0 ? `已有 ${d.count} 份` : '还没有材料'}`,
  spare: '没用上',
  vetoes: '否决项',
  veto: {
    unsaid: (d) => `还没有人写明有没有发生；${noVeto(d)}`,
    occurred: (d) => `发生过（${d.by}，${d.on}）`,
    lacking: (d) => `${d.title}：${d.lack}`,
    unproved: '证明材料不齐',
    proved: (d) => (d.isAsked ? '没有发生，证明材料齐' : '没有发生，体系不要求证明'),
    other: '',
  },
  summary: {
    head: (d) => `截至 ${d.today}，应有材料 ${d.total} 条，已齐 ${d.met} 条`,
    indicators: (d) => `末级指标 ${d.total} 项：${d.parts.join('，')}`,
    requirements: (d) => `材料要求 ${d.total} 条：${d.parts.join('，')}`,
    part: (d) => `${d.state} ${d.count}`,
    points: (d) => `还要办的末级指标共 ${d.points} 分`,
    belated: (d) =>
      `有 ${d.count} 条要求里有迟交的：算有，不用再办；体系写明迟交扣分的，自评分里扣`,
    spareMet: (d) => `齐了的指标里还有 ${d.count} 份没用上`,
    flawedAhead: (d) => `没到期的有 ${d.count} 条已经交来材料，但不合要求，趁早补正`,
    complete: (d) => (d.open > 0 ? '到今天应有的材料都齐了' : '应有的材料都齐了'),
    none: '测评体系没有写明要什么材料',
  },
  next: {
    all: (d) =>
      `${d.cut ? (d.rest ? '这里没列完；没列完的、齐了的都列出' : '这里没列完；全部列出') : '齐了的也列出'}：\`dangan status --all\``,
    spare: (d) =>
      `有 ${d.count} 份材料没用上，${
        d.key === 'occasion'
          ? '看不出是哪个节日场合；在台账里写明（occasion= 后面是体系里的节日场合）'
          : '看不出对应哪一条要求；用在哪条，可以在台账里写明（requirements= 后面是要求的代号或名称）'
      }`,
  },
  badState: (d) =>
    `--state 里的“${d.value}”不是一种状态；可以写 ${d.known.map(({ id, word }) => `${id}（${word}）`).join('、')}`,
};
