// An archive of Word files with pictures, and the plainest program that gives them a footer.
import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { stampBeside } from './stamping.mjs';
import { makeArchive, randomFrom } from './trees.mjs';

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
const RELATION =
  'http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument';

/** @param dangan - The words that run it. */
export function stampBesideFflate(folder, dangan) {
  return stampBeside(folder, dangan, {
    name: '300 docx',
    libraries: ['fflate'],
    make: makeWordFiles,
  });
}

/** 300 of them, in the place of whatever the archive holds. */
function makeWordFiles(root) {
  makeArchive(root, { folders: 10, files: 30, seed: 42 });
  const random = randomFrom(7);
  const picture = picturesFrom(random);
  for (const entry of readdirSync(join(root, '档案'), { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    rmSync(path);
    writeFileSync(path.replace(/\.\w+$/, '.docx'), wordFile(picture(), random));
  }
}

/** Of 50 kB to 5 MB, most of them small. */
export function picturesFrom(random) {
  const noise = Uint8Array.from({ length: 5_000_000 }, () => random(256));
  return () => {
    const bytes = Math.round(50_000 * 100 ** (random(1000) / 1000));
    return noise.subarray(random(noise.length - bytes + 1)).subarray(0, bytes);
  };
}

export function wordFile(picture, random) {
  const words = (count) => Array.from({ length: count }, () => String(random(1e6))).join('年度');
  const paragraphs = Array.from(
    { length: 60 },
    () => `<w:p><w:r><w:t>${words(20)}</w:t></w:r></w:p>`,
  );
  const text = {
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="jpg" ContentType="image/jpeg"/><Override PartName="/word/document.xml" ContentType="${TYPE}"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${RELATION}" Target="word/document.xml"/></Relationships>`,
    'word/document.xml': `<w:document xmlns:w="${W}"><w:body>${paragraphs.join('')}<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr></w:body></w:document>`,
  };
  const parts = Object.entries(text).map(([name, xml]) => [name, Buffer.from(xml)]);
  return zipSync({
    ...Object.fromEntries(parts),
    'word/media/image1.jpg': [picture, { level: 0 }],
  });
}
