import type { Messages } from '../../messages/index.js';
import { tableRow } from '../markdown-text.js';
import { sheetOf, type Checked } from './sheet.js';

/** The report as Markdown. */
export function fourPropertiesMarkdown(checked: Checked, say: Messages): string {
  const { fourProperties: words } = say;
  const { head, summary, groups } = sheetOf(checked, say);
  const { item, name, state, told } = words.columns;
  const tables = groups.map(({ title, rows }) => [
    `## ${title}`,
    '',
    tableRow([item, name, state, told]),
    tableRow(['---', '---', '---', '---']),
    ...rows.map((row) =>
      tableRow([row.code, row.name, words.states[row.state], row.told.map(escaped).join('<br>')]),
    ),
    '',
  ]);
  return [
    `# ${words.title}`,
    '',
    words.subtitle,
    '',
    ...head.map(([label, value]) => `- ${label}${say.marks.colon}${escaped(value)}`),
    '',
    `**${summary}**`,
    '',
    ...tables.flat(),
    words.rule,
    '',
    words.source,
    '',
  ].join('\n');
}

/** Names come from outside: none of them can end a cell, or become a tag or a link. */
function escaped(text: string): string {
  return text.replace(/[\\`*_[\]<>|]/g, (mark) => (mark === '<' ? '&lt;' : `\\${mark}`));
}
