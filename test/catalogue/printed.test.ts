import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PrintedList } from '../../src/core/catalogue/printed.js';
import { CATALOGUE_KINDS } from '../../src/core/catalogue/types.js';
import { messagesIn } from '../../src/messages/index.js';
import { catalogueDocx } from '../../src/report/catalogue/docx.js';
import { cataloguePdf } from '../../src/report/catalogue/pdf.js';
import { PdfFile } from '../../src/report/pdf/pdf-file.js';
import {
  hasInk,
  pagesOfPdf,
  pictureOfPdf,
  printByOffice,
} from '../helpers/documents/office-pdf.js';
import { printedList } from '../helpers/documents/printed-lists.js';
import { runsHere } from '../helpers/programs.js';

const zh = messagesIn('zh-CN');
const FONT = 'node_modules/@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf';
const font = readFileSync(FONT);
const about = { title: '目录', language: 'zh-CN', font };
const folder = mkdtempSync(join(tmpdir(), 'dangan-printed-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const place = (name: string) => join(folder, name);

/** Titles of very different length, whose two ends can be found. */
const marked = (rows: number): PrintedList => {
  const list = printedList('volume', rows);
  const title = list.columns.findIndex(({ key }) => key === 'title');
  const long = (at: number) =>
    `甲${at}乙${'第一季度创建工作会议纪要'.repeat((at * 7) % 11)}丙${at}丁`;
  return {
    ...list,
    rows: list.rows.map((row, at) => row.map((cell, i) => (i === title ? long(at) : cell))),
  };
};

const lists = [marked(60), printedList('volume', 3, '1.2 学习'), printedList('filed', 40, '归档')];
const flat = (text: string) => text.replaceAll(/\s/g, '');

/** What holds of every page, whatever program made it. */
const expectWholeRows = (pages: readonly string[], rows: number) => {
  const texts = pages.map(flat);
  const pagesWith = (mark: string) =>
    texts.flatMap((text, at) => (text.includes(mark) ? [at] : []));
  for (let at = 0; at < rows; at += 1) {
    const [first] = pagesWith(`甲${at}乙`);
    expect([at, pagesWith(`丙${at}丁`)]).toEqual([at, [first]]);
  }
};

const headers = (list: PrintedList) => list.columns.map(({ header }) => header).join('');

describe.runIf(runsHere('pdftotext', '-v') && runsHere('qpdf', '--version'))('as PDF', () => {
  let pages: readonly string[] = [];

  beforeAll(async () => {
    const { bytes } = await cataloguePdf(lists, about, zh);
    writeFileSync(place('lists.pdf'), bytes);
    pages = pagesOfPdf(place('lists.pdf'), '-layout').map(flat);
  });

  test('the file is in order', () => {
    const said = execFileSync('qpdf', ['--check', place('lists.pdf')], { encoding: 'utf8' });
    expect(said).toContain('No syntax or stream encoding errors found');
  });

  test('every page has the header row of its table', () => {
    const lacking = pages.filter((page) => lists.every((list) => !page.includes(headers(list))));
    expect(lacking).toEqual([]);
  });

  test('a row stands on one page', () => {
    expectWholeRows(pagesOfPdf(place('lists.pdf'), '-raw'), 60);
  });

  test.each(['volume', 'filed'] as const)(
    'a usual document number is one line of %s',
    async (kind) => {
      const list = printedList(kind, 1);
      const numbered = list.rows.map((row) =>
        row.map((cell, at) =>
          list.columns[at]?.key === 'documentNumber' ? '清卫办〔2025〕28号' : cell,
        ),
      );
      const { bytes } = await cataloguePdf([{ ...list, rows: numbered }], about, zh);
      writeFileSync(place('numbers.pdf'), bytes);
      expect(pagesOfPdf(place('numbers.pdf'), '-raw').join('')).toContain('清卫办〔2025〕28号');
    },
  );

  test('the pages of each list are counted by themselves', () => {
    const numbers = pages.map((page) => /第\d+页共\d+页/.exec(page)?.[0]);
    const own = numbers.lastIndexOf('第1页共1页');
    const [first, last] = [own, numbers.length - own - 1];
    const counted = (count: number) =>
      Array.from({ length: count }, (_, at) => `第${at + 1}页共${count}页`);
    expect(numbers).toEqual([...counted(first), '第1页共1页', ...counted(last)]);
  });

  test('every list has a bookmark', () => {
    const json = execFileSync('qpdf', ['--json', '--json-key=outlines', place('lists.pdf')], {
      encoding: 'utf8',
    });
    const { outlines } = JSON.parse(json) as { outlines: { title: string }[] };
    expect(outlines.map(({ title }) => title)).toEqual(['1.1 领导机构', '1.2 学习', '归档']);
  });

  test('the same lists give the same bytes', async () => {
    const { bytes } = await cataloguePdf(lists, about, zh);
    expect(Buffer.compare(readFileSync(place('lists.pdf')), bytes)).toBe(0);
  });

  test.each(CATALOGUE_KINDS)('a list of %s is as wide as its page allows', (kind) => {
    const { columns, landscape } = printedList(kind, 1);
    const width = columns.reduce((sum, { millimetres }) => sum + millimetres, 0);
    expect(width).toBe(landscape ? 257 : 170);
  });

  test('each character is drawn, not only found', async () => {
    const file = await PdfFile.with(about);
    const text = '关于成立市级文明单位创建工作领导小组的通知〔2020〕：“书香”§①Ⅱ㎡…—';
    file.addPage({ width: 400, height: 20 });
    Array.from(text).forEach((character, at) =>
      file.text(10 + at * 8, 15, character, { size: 20 }),
    );
    writeFileSync(place('glyphs.pdf'), (await file.made()).bytes);
    const picture = pictureOfPdf(place('glyphs.pdf'), 254);
    const blank = Array.from(text).filter(
      (_, at) => !hasInk(picture, [(10 + at * 8) * 10, 0, (18 + at * 8) * 10, 200]),
    );
    expect(blank).toEqual([]);
  });

  test('a character that the font lacks is told, and has a sign in its place', async () => {
    const list = printedList('volume', 1);
    const odd = { ...list, about: ['𠮷\u0001\u200b'] };
    const { bytes, missing } = await cataloguePdf([odd], about, zh);
    writeFileSync(place('odd.pdf'), bytes);
    expect([missing, pagesOfPdf(place('odd.pdf')).join('').includes('〓')]).toEqual([['𠮷'], true]);
  });
});

describe.runIf(runsHere('soffice', '--version') && runsHere('pdftotext', '-v'))('in Word', () => {
  let pages: readonly string[] = [];

  beforeAll(() => {
    writeFileSync(place('word.docx'), catalogueDocx(lists, zh));
    printByOffice(folder, ['word.docx']);
    pages = pagesOfPdf(place('word.pdf'), '-layout').map(flat);
  });

  test('every page has the header row of its table', () => {
    const lacking = pages.filter((page) => lists.every((list) => !page.includes(headers(list))));
    expect(lacking).toEqual([]);
  });

  test('a row stands on one page', () => {
    expectWholeRows(pagesOfPdf(place('word.pdf'), '-raw'), 60);
  });

  test('the pages of each list are counted by themselves', () => {
    const numbers = pages.map((page) => Number(/第(\d+)页$/.exec(page)?.[1]));
    const starts = numbers.flatMap((number, at) => (number === 1 ? [at] : []));
    expect([
      starts.length,
      numbers.every((number, at) => number === 1 || number === (numbers[at - 1] ?? 0) + 1),
    ]).toEqual([3, true]);
  });
});

test('the same lists give the same Word file in any time zone', () => {
  const made = ['UTC', 'Asia/Shanghai'].map((zone) => {
    const before = process.env['TZ'];
    process.env['TZ'] = zone;
    try {
      return Buffer.from(catalogueDocx(lists, zh)).toString('base64');
    } finally {
      if (before === undefined) delete process.env['TZ'];
      else process.env['TZ'] = before;
    }
  });
  expect(made[0]).toBe(made[1]);
});

test('what no XML may hold does not spoil the Word file', () => {
  const odd = { ...printedList('volume', 1), about: ['a\u0001\ud800\uffffb'] };
  const { 'word/document.xml': xml = new Uint8Array() } = unzipSync(catalogueDocx([odd], zh));
  const parser = new SaxesParser();
  let text = '';
  parser.on('text', (found) => (text += found));
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(Buffer.from(xml).toString()).close();
  expect(text).toContain('a\ufffd\ufffd\ufffdb');
});
