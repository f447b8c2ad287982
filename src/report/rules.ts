/** All rules in a table. */
import type { AnyRuleId } from '../core/rules/ids.js';
import type { RuleFacts } from '../core/rules/types.js';
import type { Messages } from '../messages/index.js';
import type { TextStyle } from './text-style.js';
import { textWidth } from './text-width.js';
import { wrap } from './wrap.js';
import { ruleTitle } from './words.js';

/** One document, `dangan/rules@1`. */
export function rulesJson(rules: readonly RuleFacts<AnyRuleId>[], say: Messages): string {
  const document = {
    schema: 'dangan/rules@1',
    ok: true,
    rules: rules.map(({ id, severity, fix, scope = 'tree', properties }) => ({
      id,
      severity,
      fix,
      scope,
      title: ruleTitle(id, say),
      properties,
    })),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

const padEnd = (cell: string, width: number) => cell + ' '.repeat(width - textWidth(cell));

/** Id, severity, fix and title; a title that is too long goes on below itself. */
export function rulesText(
  rules: readonly RuleFacts<AnyRuleId>[],
  { say, paint, columns }: TextStyle,
): string {
  const rows = rules.map(({ id, severity, fix }) => [
    id,
    say.check.level[severity],
    say.rulesTable.fix[fix],
    ruleTitle(id, say),
  ]);
  const head = say.rulesTable.head;
  const widths = head.map((_, at) =>
    Math.max(...[head, ...rows].map((row) => textWidth(row[at] ?? ''))),
  );
  const indent = widths.slice(0, -1).reduce((sum, width) => sum + width + 2, 0);
  const line = (row: readonly string[]) => {
    const cells = row.slice(0, -1).map((cell, at) => padEnd(cell, widths[at] ?? 0));
    // A closing bracket may stand two columns beyond the end of a line.
    const title = wrap(row.at(-1) ?? '', Math.max(20, columns - indent - 2));
    return [...cells, title.join(`\n${' '.repeat(indent)}`)].join('  ');
  };
  const lines = [paint.bold(line(head)), ...rows.map(line)];
  return `${lines.join('\n')}\n\n${say.rulesTable.next}\n`;
}
