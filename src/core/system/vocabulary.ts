/** The words that the language knows; `schemas/scoring-system.schema.json` tells a clerk what each means. */
import type { EvidenceKind, Exemption, Period, ScoringRule, Veto } from './types.js';

/** Chinese, because a title goes into the names and lists of an archive, whatever the language of the tool. */
export const KIND_TITLES: Readonly<Record<EvidenceKind, string>> = {
  document: '正式文件',
  plan: '方案',
  notice: '通知',
  minutes: '会议记录',
  summary: '总结',
  report: '说明报告',
  bulletin: '简报',
  news: '信息报道',
  photo: '图片',
  screenshot: '媒体截图',
  audio: '录音',
  video: '录像',
  form: '统计表格',
  list: '名单台账',
  certificate: '证书',
  opinion: '评价意见',
  statement: '书面说明',
  approval: '审批表',
  rule: '制度',
  link: '网址',
  object: '实物',
  other: '材料',
};

export const EVIDENCE_KINDS = Object.keys(KIND_TITLES) as EvidenceKind[];

export const PERIODS: readonly Period[] = [
  'week',
  'month',
  'quarter',
  'half-year',
  'semester',
  'year',
  'term',
  'once',
];

export const SCORING_RULES: readonly ScoringRule['rule'][] = [
  'sum',
  'deduct',
  'add',
  'grade',
  'tiers',
  'all',
  'proportional',
  'rank',
  'highest',
  'choose',
  'average',
  'external',
  'judgement',
];

export const GRADES_BY: readonly NonNullable<ScoringRule['by']>[] = [
  'met',
  'named',
  'violations',
  'judgement',
];

export const VETO_EFFECTS: readonly Veto['effect'][] = ['disqualify', 'bar-top', 'zero'];

export const EXEMPTION_SCORES: readonly Exemption['score'][] = [
  'full',
  'average',
  'exclude',
  'zero',
];

/** Fields of an indicator that an `adjust` sets in place of what the base says. */
export const ADJUST_SETS = [
  'name',
  'folder',
  'points',
  'cap',
  'weight',
  'owner',
  'supplier',
  'methods',
  'marks',
  'standard',
  'scoring',
  'applies',
  'exempt',
  'sample',
  'window',
  'period',
  'files',
  'note',
] as const;
