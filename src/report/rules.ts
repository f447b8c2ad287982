/** All rules in a table. */
import type { RuleFacts } from '../core/rules/types.js';
import type { Messages } from '../messages/index.js';
import type { TextStyle } from './text.js';
import { textWidth } from './text-width.js';

/** One document, `dangan/rules@1`. */
export function rulesJson(rules: readonly RuleFacts[], say: Messages): string {
  const document = {
    schema: 'dangan/rules@1',
    ok: true,
    rules: rules.map(({ id, severity, fix, properties }) => ({
      id,
      severity,
      fix,
      title: say.rules[id],
      properties,
    })),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

/** Id, severity, fix and title, one rule a line; the title is cut where the terminal ends. */
export function rulesText(rules: readonly RuleFacts[], { say, paint }: TextStyle): string {
  const rows = rules.map(({ id, severity, fix }) => [
    id,
    say.check.level[severity],
    say.rulesTable.fix[fix],
    say.rules[id],
  ]);
  const head = say.rulesTable.head;
  const widths = head.map((_, at) =>
    Math.max(...[head, ...rows].map((row) => textWidth(row[at] ?? ''))),
  );
  const line = (row: readonly string[]) =>
    row
      .map((cell, at) => cell + ' '.repeat((widths[at] ?? 0) - textWidth(cell)))
      .join('  ')
      .trimEnd();
  const lines = [paint.bold(line(head)), ...rows.map(line)];
  return `${lines.join('\n')}\n\n${say.rulesTable.next}\n`;
}
