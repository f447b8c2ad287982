import type { Messages } from '../../messages/index.js';
import { escapeHtml } from '../escape-html.js';
import type { BoxNote } from './notes.js';

/** A page for each box; what people found and who signs is left to them. */
export function notesHtml(
  notes: readonly BoxNote[],
  { title, language }: { readonly title: string; readonly language: string },
  { boxes: { note: say } }: Messages,
): string {
  const line = (text: string) => `<p>${escapeHtml(text)}</p>`;
  const signs = say.signs.map((sign) => line(`${sign}${say.colon}`)).join('\n');
  const pages = notes.map(
    ({ about, told }) => `<section>
<h1>${escapeHtml(say.heading)}</h1>
<p class="about">${escapeHtml(about)}</p>
<div class="frame">
${[`${say.situation}${say.colon}`, ...told].map(line).join('\n')}
<p class="changes">${escapeHtml(`${say.changes}${say.colon}`)}</p>
<div class="signs">
${signs}
</div>
</div>
</section>`,
  );
  return `<!doctype html>
<html lang="${language}">
<meta charset="utf-8">
<title>${escapeHtml(title)}</title>
<style>${STYLE}</style>
${pages.join('\n')}
</html>
`;
}

const STYLE = `
@page { size: A4; margin: 22mm 20mm 18mm 25mm; }
* { box-sizing: border-box; }
body { margin: 0; color: #000; font: 12pt/1.8 SimSun, 'Songti SC', 'Noto Serif CJK SC', serif; }
section { width: 165mm; height: 255mm; break-after: page; break-inside: avoid; }
section:last-child { break-after: auto; }
h1 { margin: 0 0 3mm; font: bold 22pt/1.3 SimHei, 'Heiti SC', 'Noto Sans CJK SC', sans-serif; text-align: center; }
p { margin: 0; overflow-wrap: anywhere; }
.about { font-size: 10.5pt; }
.frame { position: relative; height: 222mm; padding: 4mm 6mm; border: .35mm solid #000; }
.changes { margin-top: 1.8em; }
.signs { position: absolute; left: 95mm; bottom: 8mm; right: 6mm; }
.signs p { border-bottom: .2mm solid #000; margin-top: 3mm; }
@media screen {
  body { background: #f4f6f8; }
  section { width: 210mm; height: 297mm; margin: 8mm auto; padding: 22mm 20mm 18mm 25mm; background: #fff; box-shadow: 0 0 3mm #0003; }
}
`;
