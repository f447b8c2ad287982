import { isNotApplicable } from '../not-applicable.js';
import type {
  scoreClear as enClear,
  scoreSet as en,
  scoreSetErrors as enErrors,
} from '../en/score-set.js';
import { faults } from './faults.js';
import { scoresFault } from './scores.js';
import { quoted } from '../quoted.js';

const WORDS: Readonly<Record<Parameters<(typeof en)['word']>[0], string>> = {
  points: '得分',
  grade: '等次',
  times: '次数',
  share: '比例',
  tier: '档次',
  met: '符合',
  occurred: '发生',
};

const TRUTHS: Readonly<Record<string, string>> = { true: '是', false: '否' };
const shown = (value: string) => TRUTHS[value] ?? value;

export const scoreSet: typeof en = {
  description: '把由人定的分写进 scores.yaml：谁、哪天、依据什么',
  options: {
    code: '指标：编号，或编号路径如 1/1.1；加 --veto 时是否决的编号',
    value:
      '8（得分）、85%、2次、等次、档次的原文、是或否、没有（扣分的事没有发生）；也可写明 得分=8、等次=B',
    by: '谁定的',
    why: '依据什么',
    date: '哪一天定的，不写是今天',
    criterion: '只是其中这一条评分点',
    rule: '答的是第几条计分办法，从 1 数起；分不清时才要写',
    veto: '一票否决有没有发生：是或否',
    write: '写进去；不加就只看会改什么',
  },
  examples: [
    ['dangan score set 3.1 8 --by 张三 --why 现场核查记录', '只看会写什么，什么都不动'],
    ['dangan score set 3.1 8 --by 张三 --why 现场核查记录 --write', '写进 scores.yaml'],
    ['dangan score set 2.2 2次 --by 张三 --why 通报两次 --write', '扣分的事发生几次'],
    ['dangan score set 1 否 --veto --by 张三 --why 纪检函询无问题 --write', '一票否决没有发生'],
  ],
  remark: '自评分里由人定的：哪项，定了什么，谁、哪天、依据什么。',
  word: (key) => WORDS[key],
  head: (d) =>
    `${d.of} ${d.title}${d.criterion === undefined ? '' : `，评分点 ${d.criterion}`}${d.rule === undefined ? '' : `，第 ${d.rule} 条计分办法`}：${d.from === undefined || d.was === undefined || d.was === d.key ? '' : `${WORDS[d.was]} ${shown(d.from)} → `}${d.isTaken ? '扣分' : WORDS[d.key]} ${d.from === undefined || (d.was !== undefined && d.was !== d.key) ? '' : `${shown(d.from)} → `}${shown(d.to)}${d.counted === undefined ? '' : `（${d.counted}）`}`,
  said: (d) => `${d.by}，${d.on}：${d.because}`,
  clash: ({ isWhole, lines }) =>
    isWhole
      ? `注意：scores.yaml 第 ${lines.join('、')} 行已经逐条答过评分点或计分办法；现在照整项定的分算，只是不高于逐条答的算得的分，两种请只留一种（删去：dangan score clear）。`
      : `注意：scores.yaml 第 ${lines.join('、')} 行给整项定了分，照它算，只是不高于逐条答的算得的分；要照这里逐条答的算，请删去那一条。`,
  unchanged: 'scores.yaml 里已经是这样，没有改动。',
  toWrite: (d) => `以上只是方案，什么都没有动。要写进 scores.yaml：${d.command}`,
};

export const scoreClear: typeof enClear = {
  description: '从 scores.yaml 里删去由人定的分，照材料算',
  options: {
    criterion: '只删这一条评分点的',
    rule: '只删答第几条计分办法的，从 1 数起',
    veto: '删去一票否决有没有发生',
    write: '删去；不加就只看会删哪些',
  },
  examples: [
    ['dangan score clear 3.1', '只看会删哪些，什么都不动'],
    ['dangan score clear 3.1 --write', '删去这项指标定过的'],
    ['dangan score clear 否1 --veto --write', '一票否决有没有发生，算没有写过'],
  ],
  head: (d) => `${d.of} ${d.title}：${d.written ? '已删去' : '将删去'} ${d.count} 条`,
  entry: (d) =>
    `${d.criterion === undefined ? '' : `评分点 ${d.criterion}，`}${d.rule === undefined ? '' : `第 ${d.rule} 条计分办法，`}${d.key === undefined ? '没有写定了什么' : `${WORDS[d.key]} ${shown(d.value)}`}`,
  nothing: (d) => `scores.yaml 里没有 ${d.of} ${d.title}，没有可以删的。`,
};

export const scoreSetErrors: typeof enErrors = {
  SCORES_INVALID: (d) => [
    `${d.path} 第 ${d.line} 行：${faults.yaml(d.fault)}`,
    '请先改好这一处，以免丢了里面的内容。现在什么都没有动。',
  ],
  SCORES_UNEDITABLE: (d) => [
    `${d.path} 的写法（多半是锚点和别名），改这一处会连带改到别处`,
    '请在编辑器里改。现在什么都没有动。',
  ],
  SCORE_VALUE_INVALID: (d) => [d.faults.map(scoresFault).join('\n'), '现在什么都没有动。'],
  SCORE_VALUE_UNKNOWN: (d) => [
    `“${d.value}”在这里不是得分，也不是等次、比例、次数`,
    isNotApplicable(d.value)
      ? '不适用不是分值：请用 `dangan ledger exempt 编号 --why 为什么 --by 谁 --proof 证明` 写明。'
      : '请写 8、85%、2次、B、是或否，或写明是哪一样：得分=8、等次=B。怎么计分见 `dangan validate --show`。',
  ],
  SCORE_ONLY_RECKONS: (d) => [
    `“${d.code}=${d.value}”像是要记下一个分值`,
    `请写 \`dangan score set ${quoted(d.code)} ${quoted(d.value)} --by 谁 --why 依据\`。现在什么都没有动。`,
  ],
  SCORE_VETO_UNKNOWN: (d) => [`“${d.value}”没有说发生了还是没有发生`, '请写 是 或 否。'],
};
