import { allRules } from '../../src/core/rules/all-rules.js';
import { messagesIn } from '../../src/messages/index.js';
import { pageOf, table, type Tongue } from './languages.js';

export function rulesPage(tongue: Tongue): string {
  const { pick } = tongue;
  const say = messagesIn(tongue.language);
  const rows = allRules().map(({ id, severity, fix, properties }) => [
    `[${id}](../../../src/core/rules/${id}/README.md)`,
    say.rules[id],
    say.check.level[severity],
    say.rulesTable.fix[fix],
    properties.join(' '),
  ]);
  const [rule = '', level = '', mend = '', title = ''] = say.rulesTable.head;
  return pageOf(
    tongue,
    ['规则', 'Rules'],
    [
      '每条规则一页，点编号看：要求什么、为什么、怎么办，符合和不符合的例子。命令行上是 `dangan explain 规则`。级别可以在 `dangan.yaml` 里改，见[设置](settings.md)。“四性检测”是它回答 DA/T 70—2018 的哪几条。',
      'Each rule has a page behind its id: what it wants, why, what to do, examples in order and out of order; on the terminal, `dangan explain RULE`. Levels can be set in `dangan.yaml`, see [settings](settings.md). The last column tells which items of the four-property check (DA/T 70-2018) it answers.',
    ],
    [table([rule, title, level, mend, pick(['四性检测', 'four properties'])], rows)],
  );
}
