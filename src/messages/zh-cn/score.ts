import type { Offer } from '../score-words.js';
import { bandAsks, gradeCounts } from './band.js';
import { noVeto } from './veto.js';
import type { score as en, scoreErrors as enErrors } from '../en/score.js';

/** What to type, where a person has to answer. */
const fill = (command: string | undefined) =>
  command === undefined ? '' : `；请填：\`${command}\``;
const supports = (offer: Offer | undefined) =>
  offer === undefined
    ? ''
    : `；到期的做到 ${offer.done}/${offer.due}，材料支持 ${offer.value}${offer.value.endsWith('%') ? '' : ' 分'}`;
const BANDS = {
  lowest: '照现在的自评分是这一档',
  reached: '自评分已经达到',
  reachable: '待定的都得到才能达到',
  out: '达不到',
  barred: '因一票否决不能评',
  open: '分数达到了；有没有发生否决的事，还没有人写',
};
const list = (texts: readonly string[]) => texts.map((text) => `“${text}”`).join('、');

export const score: typeof en = {
  description: '自评分：每项指标得几分、失几分、为什么；只看不改',
  examples: [
    ['dangan score', '当前文件夹所在的档案'],
    ['dangan score --indicator 1.1', '只看一项指标，连同得分的依据'],
    ['dangan score --all', '列出全部失分原因和依据'],
    ['dangan score --today 2020-12-31', '按那一天的情况算'],
    ['dangan score --format json', '给程序用'],
  ],
  options: {
    folder: '档案所在文件夹；不写时用当前文件夹所在的档案',
    format: '结果的格式',
    indicator: '只看这一项指标：编号路径，或不重复的编号',
    today: '按哪一天算，如 2020-12-31；不写时是今天',
    all: '列出全部失分原因，和得分的依据',
    byOwner: '另列一张按责任科室的表，照测评体系里的先后',
  },
  title: (d) => `自评分  ${d.system}（${d.today}）`,
  notVerdict: '自评分是本单位照材料自己算的，不是测评组的结论。',
  noPoints: '这个测评体系没有分值，不算自评分。缺哪些材料，见 `dangan status`。',
  columns: { atStake: '应得', earned: '自评', lost: '失分', undecided: '待定' },
  rows: { base: '基本分', bonus: '加分', change: '加减分', total: '合计', toDate: '到今天为止' },
  legend: '“待定”不算失分：要由人定，或者还没有到期。',
  toDateLegend: '“到今天为止”只算已经到期的；还没有到期的，不算应得，也不算失分。',
  soFar: (d) =>
    `应得 ${d.atStake}，自评 ${d.earned}${d.lost === undefined ? '' : `，失 ${d.lost}`}${d.undecided === undefined ? '' : `，待定 ${d.undecided}`}`,
  lost: (d) => `失 ${d.points}`,
  undecided: (d) => `待定 ${d.points}`,
  toAnswer: '要填',
  most: (d) => `最多 ${d.points}`,
  uncounted: (d) => `不计 ${d.points}`,
  exempt: '不适用',
  inCriterion: (d) => `评分点 ${d.code}：`,
  more: (d) => `还有 ${d.count} 条，\`dangan score --all\` 全部列出`,
  evidence: (d) => `得 ${d.points}`,
  resting: ({ named, more }) =>
    named.map(({ name, count }) => (count > 1 ? `${name}（${count} 份）` : name)).join('、') +
    (more > 0 ? `，另有 ${more} 份` : ''),
  said: (d) => `${d.by} ${d.on}：${d.because}`,
  and: '；',
  byOwner: '按责任科室（几个科室共同负责的，各算一遍）',
  converted: (d) => `不适用的不计入，折合 ${d.total} 分制：${d.points}`,
  method: (d) => `${d.name}（${d.share}）`,
  band: (d) => {
    const name = `${d.name}${d.is === 'lowest' ? '' : `（${bandAsks(d.asks)}）`}`;
    if (d.toDate === undefined) return `${name}：${BANDS[d.is]}`;
    return d.toDate === d.is
      ? `${name}：${BANDS[d.is]}（按合计、按到今天为止都一样）`
      : `${name}：按合计，${BANDS[d.is]}；按到今天为止，${BANDS[d.toDate]}`;
  },
  self: (d) => `申报：${d.band}`,
  gradeCounts,
  veto: (d) =>
    d.is === 'occurred'
      ? `否决 ${d.code} 已经发生：${d.text}`
      : `否决 ${d.code} 有没有发生，还没有人写：${d.text}`,
  disqualified: '因一票否决取消资格；分值照列，供参考。',
  sayVeto: noVeto,
  invalid: (d) =>
    `注意：scores.yaml 有 ${d.count} 处有误，有误的不计入；见 \`dangan check --rule score-entry-invalid --all\``,
  overclaims: (d) =>
    `注意：scores.yaml 有 ${d.count} 条高于材料能支持的分值；见 \`dangan check --rule score-overclaim --all\``,
  next: '要由人定的，用 `dangan score set` 填，写明谁定的、依据什么；缺材料的，用 `dangan add` 归入。',
  answers: {
    points: '几分',
    grade: '等次',
    times: '几次',
    share: '百分之几',
    tier: '档次',
    met: '是或否',
  },
  tierOrNone: '没有或档次',
  whichRule: '第几条',
  set: (d) =>
    `dangan score set ${d.code} ${d.value}${d.criterion === undefined ? '' : ` --criterion ${d.criterion}`}${d.rule === undefined ? '' : ` --rule ${d.rule}`} --by 谁 --why 依据`,
  why: {
    missing: (d) =>
      `“${d.title}”缺 ${d.count} 份${d.each === undefined ? '' : `，每份扣 ${d.each} 分`}；请补齐`,
    missingOpen: (d) =>
      `“${d.title}”${d.count} 份${d.each === undefined ? '' : `，每份 ${d.each} 分`}，${
        d.open === 'person' && d.ahead > 0 ? `${d.ahead} 份还没有到期，${d.count - d.ahead} 份` : ''
      }${
        {
          due: '还没有到期',
          condition: '适用不适用还没有定；请在台账或 unit.profile 里写明',
          rule: `照哪一条计分办法扣要由人定${fill(d.command)}`,
          person: '要由人核对；请在台账里写上核对结果，或日期',
        }[d.open]
      }`,
    late: (d) => `迟交 ${d.count} 份，每份扣 ${d.each} 分`,
    lateOpen: (d) =>
      d.ahead === d.count
        ? `${d.count} 份还没有到期，迟交的每份 ${d.each} 分`
        : `${d.count - d.ahead} 份不知道是哪天交的${d.ahead > 0 ? `，${d.ahead} 份还没有到期` : ''}，迟交的每份 ${d.each} 分；请在台账里写上报送日期`,
    occurred: (d) =>
      `${d.rule}${d.times === undefined ? '' : `，${d.times} 次`}（${d.by} ${d.on}：${d.because}）`,
    stepped: (d) =>
      `${d.rule}；现在是 ${d.found}${d.times === undefined ? '' : `，计 ${d.times} 次`}（${d.by} ${d.on}：${d.because}）`,
    evidence: (d) => `要全有才得分，还缺${list(d.titles)}；请补齐`,
    evidenceShare: (d) => `按齐的比例得分，还缺${list(d.titles)}；请补齐`,
    evidenceOpen: (d) =>
      `还不能全算数：${list(d.titles)}${supports(d.offer)}；请补齐，或在台账里记下日期、核对结果，或由人定分值${d.command === undefined ? '' : `：\`${d.command}\``}`,
    evidenceDue: (d) => `还没有到期：${list(d.titles)}`,
    nothing: (d) => `一份材料也没有：${list(d.titles)}；请用 \`dangan add\` 归入`,
    unasked: (d) => `测评体系没有写看哪些材料，由人定分值${fill(d.command)}`,
    outside: (d) => `不看材料（问卷、实地考察、他方评价），由人定分值${fill(d.command)}`,
    unsaid: (d) => `${d.rule}：还没有人填${supports(d.offer)}${fill(d.command)}`,
    perMissing: '；缺几份由程序数的，体系里写 per: missing',
    threshold: (d) => `做到没有，文件定不了：${d.thresholds.join('、')}${fill(d.command)}`,
    grade: (d) =>
      `${d.grade === undefined ? '还够不上任何一等' : `现在是 ${d.grade} 等`}${d.unmet.length > 0 ? `；不符合：${d.unmet.join('、')}` : ''}${d.open.length > 0 ? `；要由人定：${d.open.join('、')}` : ''}`,
    tier: (d) => {
      if (d.tier === undefined) return '哪一档都够不上';
      if (d.next === undefined) return `够得上“${d.tier}”这一档，再高一档分更多`;
      return `在“${d.tier}”与“${d.next}”两档之间，按比例计`;
    },
    times: (d) => `${d.rule}：${d.times} 次，次数多分更多`,
    given: (d) => `${d.by} ${d.on} 定的：${d.because}`,
    unsupported: (d) =>
      d.supported === '0'
        ? `${d.by}定的，没有材料可作依据（一份材料只认一次），不计；请补上依据，或改低`
        : `${d.by}定的高于材料能支持的 ${d.supported} 分，多出的不计；请补上依据，或改低`,
    condition: (d) =>
      `适用不适用还没有定：${d.condition}；请在 dangan.yaml 的 unit.profile 里写明，或在台账里写 notApplicable，或由人定分值`,
    exemptZero: '不适用；照测评体系计零分',
    exemptUnsaid: (d) => `不适用；怎么计分测评体系没有写，由人定分值${fill(d.command)}`,
    exemptAverage: '不适用；照其余各项的平均得分率计',
    undistributed: (d) =>
      `下面各项一共只有 ${d.sum} 分，其余没有分到哪一项；请问明上级，或由人定分值${fill(d.command)}`,
    highest: '只取最高的一项',
    choose: '只计其中几项，取高的',
    average: '取各项的平均',
    below: '下面各项的失分',
    cap: (d) => `最多计 ${d.cap} 分`,
    limited: (d) => `下面各项的扣分合起来最多扣 ${d.cap} 分，照算是 ${d.sum} 分`,
    rounded: '四舍五入',
    methods: '按测评方法所占的比例折算',
    veto: (d) =>
      d.occurred
        ? `一票否决 ${d.code}，这一项零分：${d.text}`
        : `如果发生否决 ${d.code}，这一项零分，还没有人写有没有发生：${d.text}`,
  },
};

export const scoreErrors: typeof enErrors = {
  SCORE_INDICATOR_UNKNOWN: (d) => [
    `指标 ${d.name} 不适用本单位，没有自评分`,
    '适用的见 `dangan score`。',
  ],
};
