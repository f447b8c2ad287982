import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { pdfOf } from '../../src/io/samples/pdf.js';
import { readPdfStamp } from '../../src/io/stamp/pdf/read-pdf-stamp.js';
import { stampPdf } from '../../src/io/stamp/pdf/stamp-pdf.js';

const NAME = '01：创建领导小组文件';
const OTHER = '02：年度工作计划';

function fileOf(bytes: Buffer): string {
  const path = join(mkdtempSync(join(tmpdir(), 'dangan-stamp-')), 'a.pdf');
  writeFileSync(path, bytes);
  return path;
}

const threePages = () => fileOf(pdfOf([['一'], ['二'], ['三']]));

test('what was there stays, and the name follows', async () => {
  const path = threePages();
  expect(await stampPdf(path, `${path}.new`, NAME)).toEqual({ did: 'stamped', before: [] });
  const [before, after] = [readFileSync(path), readFileSync(`${path}.new`)];
  expect(after.subarray(0, before.length).equals(before)).toBe(true);
  expect(await readPdfStamp(`${path}.new`)).toEqual({ names: [NAME], everywhere: true });
});

test('a second time there is nothing to do', async () => {
  const path = threePages();
  await stampPdf(path, `${path}.new`, NAME);
  expect(await stampPdf(`${path}.new`, undefined, NAME)).toEqual({ did: 'same' });
});

test('another name takes the place of the first, as if that had never been', async () => {
  const path = threePages();
  await stampPdf(path, `${path}.one`, NAME);
  await stampPdf(path, `${path}.direct`, OTHER);
  const stamped = await stampPdf(`${path}.one`, `${path}.two`, OTHER);
  expect(stamped).toEqual({ did: 'stamped', before: [NAME] });
  expect(readFileSync(`${path}.two`).equals(readFileSync(`${path}.direct`))).toBe(true);
});

test('a character that the font lacks is told', async () => {
  expect(await stampPdf(threePages(), undefined, '01：𠮷')).toEqual({
    did: 'left',
    because: 'no-glyph',
    detail: '𠮷',
  });
});
