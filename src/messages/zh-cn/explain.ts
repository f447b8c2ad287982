import { kindWord } from './kinds.js';
import { sizeWords } from '../size.js';
import type { explain as enExplain, rulesTable as enRulesTable } from '../en/explain.js';

type Limits = Parameters<(typeof enExplain)['own']['size']>[0];

function rangeWords({ min, max }: Limits, words: (number: number) => string): string {
  if (max === undefined) return `至少 ${words(min)}`;
  if (min === 0) return `至多 ${words(max)}`;
  return min === max ? `正好 ${words(min)}` : `${words(min)} 到 ${words(max)}`;
}

export const explain: typeof enExplain = {
  description: '说明一条规则：要求什么，为什么，怎么办',
  rule: '规则的编号，报告里有',
  examples: [['dangan explain name-sequence-gap', '序号不连续，怎么办']],
  scope: { file: '材料本身', tree: '整个档案' },
  facts: (d) =>
    [
      `级别：${d.severity}`,
      `改正：${d.fix}`,
      `判断看：${d.scope}`,
      ...(d.properties.length > 0 ? [`四性检测：${d.properties.join(' ')}`] : []),
    ].join(' · '),
  asked: (d) => `（指标：${d.indicator}）`,
  setting: (d) => `（设置：${d.setting}）`,
  own: {
    kind: kindWord,
    everywhere: '对全部材料，要求：',
    where: (d) =>
      `对${[
        d.codes.length > 0 ? `指标 ${d.codes.join('、')}（含下级）的` : '',
        d.kinds.length > 0 ? `种类是${d.kinds.join('或')}的` : '',
        d.files === undefined ? '' : `文件名像“${d.files}”的`,
      ].join('')}材料，要求：`,
    matches: (d) => `题名写成${d.asked.map((each) => `“${each}”`).join('或')}的样子`,
    contains: (d) => `题名里有${d.asked.map((each) => `“${each}”`).join('或')}`,
    without: (d) => `题名里没有${d.words.map((each) => `“${each}”`).join('，也没有')}`,
    kinds: (d) => `种类是${d.kinds.join('或')}`,
    per: {
      leaf: '每个末级指标下',
      indicator: '其中每个指标连同下级一共',
      archive: '整个档案里',
    },
    count: (d) => `${d.per}${rangeWords(d, String)} 份`,
    of: (d) => `${d.per}要有${d.kinds.join('、')}`,
    size: (d) => `每个文件${rangeWords(d, sizeWords)}`,
    formats: (d) => `格式是 ${d.formats.join(' 或 ')}`,
    why: (d) => `为什么：${d.why}`,
    remedy: (d) => `怎么办：${d.remedy}`,
    declared: '这是本单位自己的规则，写在 dangan.yaml 的 rules 里。',
  },
  today: (d) => `# 检查的那天：${d.day}`,
  system: '# 测评体系里这样写：',
  inOrder: '符合的例子：',
  outOfOrder: '不符合的例子：',
};

export const rulesTable: typeof enRulesTable = {
  description: '列出全部规则：级别、能否改正、标题',
  examples: [
    ['dangan rules', '全部规则的表'],
    ['dangan rules --format json', '给程序用'],
  ],
  head: ['规则', '级别', '改正', '标题'],
  fix: {
    safe: '可自动改',
    unsafe: '核对后可改',
    proposes: '只给建议',
    none: '由人处理',
  },
  next: '详细说明某一条：`dangan explain 规则`',
};
