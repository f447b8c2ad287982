import { escapedXml } from '../ooxml.js';
import { codePath, type Code } from './code.js';
import { GRID, isDigestLine, type Cell, type Form } from './layout.js';

/** The form as a page of its own, which prints on one A4 page. */
export function receiptHtml(form: Form, code: Code, language: string): string {
  const columns = GRID.map((width) => `<col style="width:${width}mm">`).join('');
  const rows = form.rows.map(
    ({ height, cells }) =>
      `<tr style="height:${height}mm">${cells.map((cell) => cellHtml(cell, code)).join('')}</tr>`,
  );
  return `<!doctype html>
<html lang="${language}">
<meta charset="utf-8">
<title>${escapedXml(form.title)}</title>
<style>${STYLE}</style>
<main>
<h1>${escapedXml(form.title)}</h1>
<table><colgroup>${columns}</colgroup>
${rows.join('\n')}
</table>
${form.notes.map((note) => `<p>${escapedXml(note)}</p>`).join('\n')}
</main>
</html>
`;
}

const STYLE = `
@page { size: A4; margin: 11mm 19mm; }
* { box-sizing: border-box; }
body { margin: 0; color: #000; font: 10.5pt/1.45 SimSun, 'Songti SC', 'Noto Serif CJK SC', 'Source Han Serif SC', serif; }
main { width: 172mm; margin: 0 auto; }
h1 { margin: 0 0 3mm; font: bold 18pt/1.2 SimHei, 'Heiti SC', 'Noto Sans CJK SC', sans-serif; text-align: center; letter-spacing: .1em; }
table { width: 170mm; margin: 0 auto; border-collapse: collapse; table-layout: fixed; }
td, th { border: .35mm solid #000; padding: .6mm 2mm; vertical-align: middle; overflow-wrap: anywhere; font-weight: normal; text-align: left; }
th { text-align: center; padding: .6mm 1mm; }
small { display: block; font-size: 8pt; line-height: 1.25; }
.sign { vertical-align: bottom; text-align: right; }
.code { padding: 0; text-align: center; }
.code svg { display: block; width: 44mm; height: 44mm; margin: 0 auto; }
code { font: 9.5pt/1.3 Consolas, Menlo, 'Noto Sans Mono CJK SC', 'DejaVu Sans Mono', monospace; white-space: nowrap; }
.digest { font-size: 9pt; }
p { margin: 1.5mm 1mm 0; overflow-wrap: anywhere; font-size: 8.5pt; line-height: 1.35; }
@media screen {
  body { background: #f4f6f8; }
  main { width: 210mm; min-height: 297mm; margin: 8mm auto; padding: 12mm 19mm; background: #fff; box-shadow: 0 0 3mm #0003; }
}
`;

function cellHtml({ span, kind, lines, note }: Cell, code: Code): string {
  const of = span === 1 ? '' : ` colspan="${span}"`;
  if (kind === 'code') return `<td class="code"${of}>${codeSvg(code)}</td>`;
  const words = lines
    .map((line) => (isDigestLine(line) ? `<code>${line}</code>` : escapedXml(line)))
    .join('<br>');
  const text = note === undefined ? words : `${words}<small>${escapedXml(note)}</small>`;
  return kind === 'label'
    ? `<th scope="row"${of}>${text}</th>`
    : `<td class="${kind}"${of}>${text}</td>`;
}

function codeSvg(code: Code): string {
  return `<svg viewBox="0 0 ${code.length} ${code.length}" shape-rendering="crispEdges" role="img" aria-label="QR"><path d="${codePath(code)}"/></svg>`;
}
