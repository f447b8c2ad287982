/** A catalogue as one page for a browser, to be read and to be printed. */
import { PAPER, type PrintedColumn, type PrintedList } from '../../core/catalogue/printed.js';
import type { CatalogueMessages } from './lists.js';
import { escapeHtml } from '../escape-html.js';

interface Page {
  /** `pages/catalogue.css`. */
  readonly css: string;
  readonly language: string;
  readonly title: string;
  readonly words: CatalogueMessages;
}

export function catalogueHtml(
  lists: readonly PrintedList[],
  { css, language, title, words }: Page,
): string {
  return [
    '<!doctype html>',
    `<html lang="${language}">`,
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width">',
    `<title>${escapeHtml(title)}</title>`,
    `<style>\n${css}${pagesCss(words)}</style>`,
    '</head>',
    '<body>',
    ...(lists.length > 1 ? [contentsOf(lists)] : []),
    ...lists.map(listHtml),
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

/** Page numbers in the words of the language, and the margins of the two kinds of page. */
function pagesCss({ pageOf }: CatalogueMessages): string {
  const number = pageOf({ page: "' counter(page) '", pages: "' counter(pages) '" });
  const page = (name: 'portrait' | 'landscape') => {
    const { top, right, bottom, left } = PAPER[name];
    const margin = `margin: ${top}mm ${right}mm ${bottom}mm ${left}mm;`;
    return `@page ${name} { size: A4 ${name}; ${margin} @bottom-center { content: '${number}'; font-size: 9pt; } }\n`;
  };
  return page('portrait') + page('landscape');
}

/** On the screen only. */
function contentsOf(lists: readonly PrintedList[]): string {
  const items = lists.map(
    ({ title }, at) => `<li><a href="#list-${at + 1}">${escapeHtml(title)}</a></li>`,
  );
  return `<nav><ul>\n${items.join('\n')}\n</ul></nav>`;
}

function listHtml({ heading, about, columns, rows, landscape }: PrintedList, at: number): string {
  return [
    `<section id="list-${at + 1}" class="${landscape ? 'landscape' : 'portrait'}">`,
    `<h1>${escapeHtml(heading)}</h1>`,
    ...about.map((line) => `<p>${escapeHtml(line)}</p>`),
    '<table>',
    `<colgroup>${columns.map(({ millimetres }) => `<col style="width:${millimetres}mm">`).join('')}</colgroup>`,
    `<thead><tr>${columns.map(({ header }) => `<th scope="col">${escapeHtml(header)}</th>`).join('')}</tr></thead>`,
    '<tbody>',
    ...rows.map(
      (row) => `<tr>${row.map((cell, index) => cellHtml(cell, columns[index])).join('')}</tr>`,
    ),
    '</tbody>',
    '</table>',
    '</section>',
  ].join('\n');
}

function cellHtml(cell: string | number, column: PrintedColumn | undefined): string {
  const left = column?.align === 'left' ? ' class="l"' : '';
  return `<td${left}>${escapeHtml(String(cell))}</td>`;
}
