/** PDFs as other programs make them and change them. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { pdfOf } from '../../src/io/samples/pdf.js';
import { readPdfStamp } from '../../src/io/stamp/pdf/read-pdf-stamp.js';
import { stampPdf } from '../../src/io/stamp/pdf/stamp-pdf.js';
import { pdfFile, poppler, qpdfCheck } from '../helpers/documents/pdf-objects.js';
import { runsHere } from '../helpers/programs.js';

const NAME = '01：创建领导小组文件';
const OTHER = '02：年度工作计划';

/** Expects that a file keeps its pages and words and bears the name on each page. @returns The stamped one. */
async function expectStamped(path: string, name = NAME): Promise<string> {
  expect(await stampPdf(path, `${path}.new`, name)).toMatchObject({ did: 'stamped' });
  const [before, after] = [poppler(path), poppler(`${path}.new`)];
  expect(after.pages).toBe(before.pages);
  const ours = (word: string) => word === NAME || word === OTHER;
  expect(after.words.filter(ours)).toEqual(Array.from({ length: before.pages }, () => name));
  const others = (words: readonly string[]) => words.filter((word) => !ours(word)).toSorted();
  expect(others(after.words)).toEqual(others(before.words));
  expect(qpdfCheck(`${path}.new`)).toBe(0);
  return `${path}.new`;
}

const sample = () => pdfFile(pdfOf([['年度工作计划', '一、总体要求'], ['二、重点任务'], ['三']]));

describe.runIf(runsHere('qpdf', '--version') && runsHere('pdftotext', '-v'))('qpdf', () => {
  const changed = (path: string, ...words: readonly string[]) => {
    const made = join(dirname(path), `made-${words.length}.pdf`);
    spawnSync('qpdf', [...words, path, made], { timeout: 110_000 });
    return made;
  };

  test.each([
    ['--linearize'],
    ['--object-streams=generate'],
    ['--object-streams=generate', '--linearize'],
    ['--object-streams=disable', '--stream-data=uncompress'],
    ['--rotate=+90:1', '--rotate=180:2'],
    ['--qdf'],
    ['--compress-streams=n', '--newline-before-endstream'],
  ])('makes what can be stamped: %s %s', async (...words) => {
    await expectStamped(changed(sample(), ...words));
  });

  test('writes a stamped one anew, and its name is replaced and nothing else', async () => {
    for (const words of [['--linearize'], ['--object-streams=generate'], ['--coalesce-contents']]) {
      const anew = changed(await expectStamped(sample()), ...words);
      expect(await stampPdf(anew, undefined, NAME)).toEqual({ did: 'same' });
      const again = await expectStamped(anew, OTHER);
      expect(poppler(again).words).not.toContain(NAME);
      expect(await readPdfStamp(again)).toEqual({ names: [OTHER], everywhere: true });
    }
  });

  test.each(['128', '256'])('encrypts, also without a password: %s bits', async (bits) => {
    const aes = bits === '128' ? ['--use-aes=y'] : [];
    const path = changed(sample(), '--encrypt', '', 'owner', bits, ...aes, '--');
    expect(existsSync(path)).toBe(true);
    expect(await stampPdf(path, undefined, NAME)).toEqual({ did: 'left', because: 'encrypted' });
  });
});

describe.runIf(runsHere('soffice', '--version') && runsHere('pdftotext', '-v'))(
  'LibreOffice',
  () => {
    let folder = '';

    beforeAll(() => {
      const path = sample();
      folder = dirname(path);
      const rows = Array.from({ length: 90 }, (_, at) => `<p>第${at}条 认真落实 2020 年 work</p>`);
      writeFileSync(join(folder, 'b.html'), `<html><body>${rows.join('')}</body></html>`);
      const tagged = 'pdf:writer_web_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"}}';
      const archival = 'pdf:writer_web_pdf_Export:{"SelectPdfVersion":{"type":"long","value":"2"}}';
      for (const [to, form] of [
        ['tagged', tagged],
        ['archival', archival],
      ] as const) {
        spawnSync(
          'soffice',
          [
            `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`,
            ...['--headless', '--convert-to', form, '--outdir', join(folder, to)],
            join(folder, 'b.html'),
          ],
          { timeout: 110_000 },
        );
      }
    });

    test('makes tagged documents that are stamped', async () => {
      await expectStamped(join(folder, 'tagged', 'b.pdf'));
    });

    test('makes PDF/A, which is left', async () => {
      const path = join(folder, 'archival', 'b.pdf');
      expect(await stampPdf(path, undefined, NAME)).toEqual({ did: 'left', because: 'pdf-a' });
    });
  },
);

test('a program that adds to a stamped one keeps it, and it is replaced there', async () => {
  const path = sample();
  await stampPdf(path, `${path}.one`, NAME);
  const bytes = readFileSync(`${path}.one`);
  const startxref = /startxref\n(\d+)\n%%EOF\n$/.exec(bytes.toString('latin1'))?.[1] ?? '';
  const size = /\/Size (\d+)(?!.*\/Size)/s.exec(bytes.toString('latin1'))?.[1] ?? '';
  const note = `${size} 0 obj\n(a note)\nendobj\n`;
  const row = `${String(bytes.length).padStart(10, '0')} 00000 n \n`;
  const section = `xref\n${size} 1\n${row}trailer\n<< /Size ${Number(size) + 1} /Root 1 0 R /Prev ${startxref} >>\n`;
  const end = `startxref\n${bytes.length + note.length}\n%%EOF\n`;
  writeFileSync(`${path}.added`, Buffer.concat([bytes, Buffer.from(note + section + end)]));
  const stamped = await stampPdf(`${path}.added`, `${path}.two`, OTHER);
  expect(stamped).toEqual({ did: 'stamped', before: [NAME] });
  expect(await stampPdf(`${path}.two`, undefined, OTHER)).toEqual({ did: 'same' });
  const kept = readFileSync(`${path}.added`);
  expect(readFileSync(`${path}.two`).subarray(0, kept.length).equals(kept)).toBe(true);
});

test('a name that the program of the document has printed on the right is there already', async () => {
  const path = sample();
  await stampPdf(path, `${path}.new`, NAME);
  // Without our marks: what is left is a footer like any other.
  const bare = readFileSync(`${path}.new`)
    .toString('latin1')
    .replaceAll('DanganFooter', 'AnotherThing');
  writeFileSync(path, Buffer.from(bare, 'latin1'));
  expect(await readPdfStamp(path)).toEqual({ names: [NAME], everywhere: true });
  expect(await stampPdf(path, undefined, NAME)).toEqual({ did: 'same' });
});
