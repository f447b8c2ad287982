// An archive of PDFs, and the plainest program that puts a name on their pages.
import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { stampBeside } from './stamping.mjs';
import { makeArchive, randomFrom } from './trees.mjs';

const LINES = 40;

/** @param dangan - The words that run it. */
export function stampBesidePdfLib(folder, dangan) {
  return stampBeside(folder, dangan, { name: '300 pdf', libraries: ['pdf-lib'], make: makePdfs });
}

/** 300 of 1 to 50 pages, in the place of whatever the archive holds. */
function makePdfs(root) {
  makeArchive(root, { folders: 10, files: 30, seed: 42 });
  const random = randomFrom(7);
  for (const entry of readdirSync(root, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !entry.name.includes('：')) continue;
    const path = join(entry.parentPath, entry.name);
    rmSync(path);
    writeFileSync(path.replace(/\.\w+$/, '.pdf'), pdfOf(1 + random(50), random));
  }
}

export function pdfOf(pages, random) {
  const kids = Array.from({ length: pages }, (_, page) => `${4 + page * 2} 0 R`);
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${pages} /Kids [${kids.join(' ')}] /MediaBox [0 0 595 842] >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
  for (let page = 0; page < pages; page += 1) {
    const text = deflateSync(Buffer.from(pageText(random)));
    objects.push(
      `<< /Type /Page /Parent 2 0 R /Contents ${5 + page * 2} 0 R /Resources << /Font << /F 3 0 R >> >> >>`,
      `<< /Filter /FlateDecode /Length ${text.length} >>\nstream\n${text.toString('latin1')}\nendstream`,
    );
  }
  let file = '%PDF-1.4\n%\xe2\xe3\xcf\xd3\n';
  const rows = objects.map((object, index) => {
    const row = `${String(file.length).padStart(10, '0')} 00000 n \n`;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return row;
  });
  const size = objects.length + 1;
  const table = `xref\n0 ${size}\n0000000000 65535 f \n${rows.join('')}`;
  const trailer = `trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${file.length}\n%%EOF\n`;
  return Buffer.from(file + table + trailer, 'latin1');
}

function pageText(random) {
  const words = () => Array.from({ length: 9 }, () => random(2 ** 30).toString(36)).join(' ');
  const lines = Array.from({ length: LINES }, () => `(${words()}) Tj 0 -18 Td`);
  return `BT /F 11 Tf 72 770 Td ${lines.join('\n')} ET`;
}
