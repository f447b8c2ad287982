import type { explain as enExplain, rulesTable as enRulesTable } from '../en/explain.js';

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
