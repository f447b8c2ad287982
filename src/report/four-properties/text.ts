import type { Messages } from '../../messages/index.js';
import { sheetOf, type Checked, type SheetRow } from './sheet.js';

/** The report as plain text, for whoever opens it in Notepad. */
export function fourPropertiesText(checked: Checked, say: Messages): string {
  const { fourProperties: words } = say;
  const { head, summary, groups } = sheetOf(checked, say);
  return [
    words.title,
    words.subtitle,
    '',
    ...head.map(([label, value]) => `${label}${say.marks.colon}${value}`),
    '',
    summary,
    '',
    ...groups.flatMap(({ title, rows }) => [
      title,
      ...rows.flatMap((row) => linesOf(row, say)),
      '',
    ]),
    words.rule,
    '',
    words.source,
    '',
  ].join('\n');
}

function linesOf({ code, name, state, told }: SheetRow, say: Messages): readonly string[] {
  return [
    `  ${code}  ${name}${say.marks.colon}${say.fourProperties.states[state]}`,
    ...told.filter((line) => line !== '').map((line) => `      ${line}`),
  ];
}
