import type { scoreFindings as en } from '../en/scores.js';
import {
  isScoresFault,
  type OwnScoresFault,
  type ScoresFault,
  type ScoresThing,
} from '../faults.js';
import { faults } from './faults.js';

const THINGS: Readonly<Record<ScoresThing, string>> = {
  indicator: '指标',
  criterion: '评分点',
  rule: '计分办法',
  grade: '等次',
  tier: '档次',
  veto: '否决',
};

export function scoresFault(d: ScoresFault): string {
  return isScoresFault(d) ? ownFault(d) : faults.schema(d);
}

function ownFault(d: OwnScoresFault): string {
  switch (d.wrong) {
    case 'nothing-such':
      return `没有“${d.name}”这${d.thing === 'rule' ? '条' : '个'}${THINGS[d.thing]}${insteadOf(d)}`;
    case 'several':
      return `有 ${d.ids.length} 项指标的编号都是“${d.name}”；请写编号路径：${d.ids.slice(0, 5).join('、')}${d.ids.length > 5 ? ' 等' : ''}`;
    case 'points':
      return d.max === undefined
        ? `“points”写的是 ${d.found}，应当不小于 ${d.min ?? d.found}`
        : `“points”写的是 ${d.found}，应当${d.min === undefined ? `不大于 ${d.max}` : `在 ${d.min} 到 ${d.max} 之间`}${d.share === undefined ? '' : `；写的若是比例，请写 ${d.share}`}`;
    case 'no-answer':
      return '这一条没有写定了什么；请在 points、grade、times、share、tier、met 里写一个';
    case 'two-answers':
      return `${d.answers.join(' 和 ')} 不能写在一条里；请只写一个，另一个另起一条`;
    case 'not-asked':
      return d.rule === undefined
        ? `那里没有计分办法要“${d.answer}”；请写 ${d.instead.join(' 或 ')}`
        : `第 ${d.rule} 条计分办法不要“${d.answer}”；请写 ${d.instead.join(' 或 ')}`;
    case 'which-rule':
      return `第 ${d.rules.join('、')} 条计分办法都要“${d.answer}”；请写明是哪一条，如 rule: ${d.rules[0]}`;
    case 'which-criterion':
      return `“${d.answer}”答的是哪一条评分点，看不出来；请写明 criterion（\`score set\` 加 --criterion），是其中一条：${d.criteria.join('、')}`;
    case 'share-below':
      return `量比例的是下面的指标，请答在那一项上：${d.places.slice(0, 5).join('、')}${d.places.length > 5 ? ' 等' : ''}`;
    case 'said-twice':
      return `第 ${d.line} 行已经定过；两条请只留一条`;
    case 'other-name':
      return `这一条定的是${THINGS[d.thing]}“${d.name}”，编号 ${d.code} 现在是“${d.now}”，先不计入；${d.elsewhere.length === 0 ? '' : `“${d.name}”现在是 ${d.elsewhere.slice(0, 5).join('、')}，${d.thing === 'indicator' ? '`dangan scaffold --write` 会把编号改过来，也可以自己改' : '请改编号'}；`}仍是定这一项的，请把 ${d.key} 改成“${d.now}”`;
  }
}

function insteadOf({
  nearest,
  known,
  orNone = false,
}: Extract<OwnScoresFault, { readonly wrong: 'nothing-such' }>): string {
  const near = nearest === undefined ? '' : `，是不是想写“${nearest}”？`;
  if (!known) return nearest === undefined ? '；测评体系见 `dangan validate --show`' : near;
  const all = `有：${known.join('、')}${orNone ? '；一样也没有发生的写“没有”' : ''}`;
  return nearest === undefined ? `；${all}` : `${near}${all}`;
}

export const scoreFindings: typeof en = {
  'score-entry-invalid/yaml': faults.yaml,
  'score-entry-invalid/entry': (d) => scoresFault(d),
  'score-overclaim/points': (d) =>
    `${d.by}${d.criterion === undefined ? '' : `给评分点 ${d.criterion} `}定了 ${d.claimed} 分，材料只能支持 ${d.supported} 分；请补上其余的依据，或改为 ${d.supported} 分`,
};
