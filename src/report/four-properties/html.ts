import { readFileSync } from 'node:fs';
import type { Messages } from '../../messages/index.js';
import { escapeHtml } from '../escape-html.js';
import { sheetOf, type Checked, type SheetRow } from './sheet.js';

/** The report as one page that needs nothing else, made to be printed on A4 and signed. */
export function fourPropertiesHtml(checked: Checked, language: string, say: Messages): string {
  const { fourProperties: words } = say;
  const { head, summary, groups } = sheetOf(checked, say);
  const style = readFileSync(new URL('pages/four-properties.css', import.meta.url), 'utf8');
  const { item, name, state, told } = words.columns;
  const headings = [item, name, state, told].map((text) => `<th scope="col">${text}</th>`).join('');
  const rowsOf = (rows: readonly SheetRow[]) => rows.map((row) => rowHtml(row, say)).join('\n');
  return `<!doctype html>
<html lang="${language}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escapeHtml(`${words.title} ${checked.bundle}`)}</title>
<style>
${style}</style>
<h1>${words.title}</h1>
<p class="subtitle">${words.subtitle}</p>
<dl>
${head.map(([label, value]) => `<dt>${label}</dt><dd>${escapeHtml(value)}</dd>`).join('\n')}
</dl>
<p class="summary">${summary}</p>
<table>
<thead><tr>${headings}</tr></thead>
${groups
  .map(
    ({ title, rows }) =>
      `<tbody>\n<tr class="group"><th colspan="4" scope="rowgroup">${title}</th></tr>\n${rowsOf(rows)}\n</tbody>`,
  )
  .join('\n')}
</table>
<p class="note">${words.rule}</p>
<p class="note">${words.source}</p>
<p class="signed"><span>${words.signed.by}</span><span>${words.signed.date}</span><span>${words.signed.unit}</span></p>
</html>
`;
}

function rowHtml({ code, name, state, told }: SheetRow, { fourProperties }: Messages): string {
  const lines = told.map((line) => `<div>${escapeHtml(line)}</div>`).join('');
  return `<tr class="${state}"><td class="code">${code}</td><td>${escapeHtml(name)}</td><td class="state">${fourProperties.states[state]}</td><td class="told">${lines}</td></tr>`;
}
