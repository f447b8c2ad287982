/** The words of `dangan explain`. */
export const explain = {
  description: 'what a rule asks for, why, and what to do',
  rule: 'id of the rule, as the report has it',
  examples: [
    ['dangan explain name-sequence-gap', 'a gap in the numbers: what now?'],
  ] as readonly (readonly [string, string])[],
  scope: { file: 'the file alone', tree: 'the whole archive' },
  facts: (d: { severity: string; fix: string; scope: string; properties: readonly string[] }) =>
    [
      `level: ${d.severity}`,
      `mending: ${d.fix}`,
      `judged by: ${d.scope}`,
      ...(d.properties.length > 0 ? [`four-property check: ${d.properties.join(' ')}`] : []),
    ].join(' · '),
  /** Before an example: what its scoring system asks for, how it is set. */
  asked: (d: { indicator: string }) => `(asked for: ${d.indicator})`,
  setting: (d: { setting: string }) => `(set: ${d.setting})`,
  inOrder: 'In order:',
  outOfOrder: 'Out of order:',
};

/** The words of `dangan rules`. */
export const rulesTable = {
  description: 'list every rule: level, whether it can be mended, title',
  examples: [
    ['dangan rules', 'all rules in a table'],
    ['dangan rules --format json', 'for programs'],
  ] as readonly (readonly [string, string])[],
  head: ['rule', 'level', 'mending', 'title'],
  fix: {
    safe: 'safe',
    unsafe: 'after a look',
    proposes: 'proposal',
    none: 'by hand',
  },
  next: 'More about one: `dangan explain RULE`',
};
