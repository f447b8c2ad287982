// An archive of documents as units have them: 600 docx of 50 kB to 5 MB and 400 PDF files of 1 to 50 pages.
import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pdfOf } from './pdfs.mjs';
import { stampBeside } from './stamping.mjs';
import { makeArchive, randomFrom } from './trees.mjs';
import { picturesFrom, wordFile } from './word-files.mjs';

/** At 40 docx and 15 PDF files a second it takes 42 s; no more than 400 MB. */
export function stampMixed(folder, dangan) {
  return stampBeside(folder, dangan, {
    name: '1,000 mixed',
    libraries: ['fflate', 'pdf-lib'],
    make: makeMixed,
  });
}

/** Formats and footers of all documents: the second time nothing is read but what has changed since. */
export function checkMixedAgain(folder, dangan) {
  return {
    name: 'check 1,000 mixed, again',
    beside: 'the first time',
    goal: 0.1,
    make: () => {
      const root = join(folder, '1-000-mixed-whole');
      if (!existsSync(root)) makeMixed(root);
      const forgotten = () => rmSync(join(root, '.dangan/cache'), { recursive: true, force: true });
      const check = dangan('check', root, '--rule', 'content', '--rule', 'content-footer-name');
      return [{ words: check }, { words: check, before: forgotten }];
    },
  };
}

function makeMixed(root) {
  makeArchive(root, { folders: 20, files: 50, seed: 42 });
  const random = randomFrom(7);
  const picture = picturesFrom(random);
  for (const entry of readdirSync(join(root, '档案'), { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name).replace(/\.\w+$/, '');
    rmSync(join(entry.parentPath, entry.name));
    if (random(10) < 6) writeFileSync(`${path}.docx`, wordFile(picture(), random));
    else writeFileSync(`${path}.pdf`, pdfOf(1 + random(50), random));
  }
}
