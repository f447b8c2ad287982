// node stamp-with-pdf-lib.mjs FROM TO: the name of every PDF on each of its pages, as one would write it in an afternoon.
import fontkit from '@cantoo/fontkit';
import { PDFDocument } from '@cantoo/pdf-lib';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';

const [from, to] = process.argv.slice(2);
const font = readFileSync(new URL('../dist/fonts/NotoSansSC.ttf', import.meta.url));
let number = 0;
for (const entry of readdirSync(from, { recursive: true, withFileTypes: true })) {
  if (!entry.name.endsWith('.pdf')) continue;
  const name = basename(entry.name, '.pdf');
  const document = await PDFDocument.load(readFileSync(join(entry.parentPath, entry.name)));
  document.registerFontkit(fontkit);
  const embedded = await document.embedFont(font, { subset: true });
  const width = embedded.widthOfTextAtSize(name, 9);
  for (const page of document.getPages()) {
    page.drawText(name, { x: page.getWidth() - 42 - width, y: 22, size: 9, font: embedded });
  }
  writeFileSync(join(to, `${(number += 1)}.pdf`), await document.save());
}
