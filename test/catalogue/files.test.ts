/** Workbooks, CSV files and pages of catalogues, judged by the programs that people open them with. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { readXlsx } from 'hucre/xlsx';
import { beforeAll, describe, expect, test } from 'vitest';
import type { PrintedList } from '../../src/core/catalogue/printed.js';
import { catalogueWorkbook } from '../../src/io/catalogue/catalogue-workbook.js';
import { messagesIn } from '../../src/messages/index.js';
import { catalogueCsv } from '../../src/report/catalogue/csv.js';
import { catalogueHtml } from '../../src/report/catalogue/html.js';
import { listSheets } from '../../src/report/catalogue/sheets.js';
import { printByBrowser } from '../helpers/browser.js';
import { pagesOfPdf, printByOffice } from '../helpers/documents/office-pdf.js';
import { printedList } from '../helpers/documents/printed-lists.js';
import { hasChineseFont, runsHere } from '../helpers/programs.js';

const words = messagesIn('zh-CN').catalogue;
const folder = mkdtempSync(join(tmpdir(), 'dangan-lists-'));
const place = (name: string) => join(folder, name);
const css = readFileSync('src/report/pages/catalogue.css', 'utf8');
const flat = (text: string) => text.replaceAll(/\s/g, '');
const headers = ({ columns }: PrintedList) => columns.map(({ header }) => header).join('');

/** Names that a formula has to take care of, and words that programs take for something else. */
const ODD = ['=1+1', '+8613', '-2', '@cmd', '#REF!', '12-15', '007', '_x0041_', '2020-03', "'甲"];
const odd: PrintedList = {
  ...printedList('volume', ODD.length, "B2 & C'D"),
  rows: ODD.map((text, at) => [at + 1, '', '', text, '20200312', '12-15', 'a"b,c']),
};
const lists = [printedList('volume', 60), odd, printedList('volume', 3, '1.2 学习')];
const filed = [printedList('filed', 40, '归档文件目录')];

const workbook = (some: readonly PrintedList[]) =>
  catalogueWorkbook(listSheets(some), '目录', words.pageOf({ page: '&P', pages: '&N' }));

describe('a workbook', () => {
  const titles = (sheet: readonly (readonly unknown[])[]) =>
    sheet.slice(-ODD.length).map((row) => row[3]);

  test('has a sheet for each list, and its cells word for word', async () => {
    const { sheets } = await readXlsx(await workbook(lists));
    expect(sheets.map(({ name }) => name)).toEqual(['1.1 领导机构', "B2 & C'D", '1.2 学习']);
    expect(titles(sheets[1]?.rows ?? [])).toEqual(ODD);
  });

  test('is the same in every time zone', async () => {
    const made: string[] = [];
    for (const zone of ['UTC', 'Asia/Shanghai']) {
      const before = process.env['TZ'];
      process.env['TZ'] = zone;
      made.push(Buffer.from(await workbook(filed)).toString('base64'));
      if (before === undefined) delete process.env['TZ'];
      else process.env['TZ'] = before;
    }
    expect(made[0]).toBe(made[1]);
  });

  test('names cells in other sheets as Excel does', async () => {
    const { 'xl/workbook.xml': xml = new Uint8Array() } = unzipSync(await workbook(lists));
    const names = [
      ...Buffer.from(xml)
        .toString()
        .matchAll(/<definedName [^>]*>([^<]*)</g),
    ];
    expect(names.map(([, text]) => text?.replaceAll('&apos;', "'"))).toEqual([
      "'1.1 领导机构'!$4:$4",
      "'B2 &amp; C''D'!$4:$4",
      "'1.2 学习'!$4:$4",
    ]);
  });
});

describe.runIf(runsHere('soffice', '--version') && runsHere('pdftotext', '-v'))(
  'a workbook, printed',
  () => {
    let pages: readonly string[] = [];
    let across: readonly string[] = [];

    beforeAll(async () => {
      writeFileSync(place('volumes.xlsx'), await workbook(lists));
      writeFileSync(place('filed.xlsx'), await workbook(filed));
      printByOffice(folder, ['volumes.xlsx', 'filed.xlsx']);
      pages = pagesOfPdf(place('volumes.pdf'), '-layout').map(flat);
      across = pagesOfPdf(place('filed.pdf'), '-layout').map(flat);
    }, 120_000);

    test('has the header row on every page', () => {
      const lacking = (some: readonly string[], [list]: readonly PrintedList[]) =>
        some.filter((page) => !list || !page.includes(headers(list)));
      expect([lacking(pages, lists), lacking(across, filed)]).toEqual([[], []]);
    });

    test('is as wide as the paper: no page holds the rest of another', () => {
      const lists60 = pages.filter((page) => page.includes('1.1领导机构'));
      expect(lists60.length).toBeGreaterThan(1);
      expect(pages.length - lists60.length).toBe(2);
    });

    test('tells on every page which it is, and of how many', () => {
      const numbers = pages.map((page) => /第(\d+)页共(\d+)页/.exec(page)?.slice(1));
      expect(numbers).toEqual(pages.map((_, at) => [String(at + 1), String(pages.length)]));
    });

    test('shows what looks like a formula as it is written', () => {
      const text = pages.join('');
      expect(ODD.filter((each) => !text.includes(each))).toEqual([]);
    });
  },
);

const csvRows = (path: string) => {
  const program =
    'import csv,json,sys;print(json.dumps(list(csv.reader(open(sys.argv[1],encoding="utf-8-sig",newline="")))))';
  const out = execFileSync('python3', ['-c', program, path], { encoding: 'utf8' });
  return JSON.parse(out) as string[][];
};

describe('as comma-separated values', () => {
  test('begins with the mark that Excel knows, and ends its lines as Excel does', () => {
    const text = catalogueCsv([odd], '案卷题名');
    expect([text.startsWith('\ufeff序号,'), text.split('\r\n').length]).toEqual([
      true,
      ODD.length + 2,
    ]);
  });

  test.runIf(runsHere('python3', '--version'))('is read cell for cell by another program', () => {
    writeFileSync(place('odd.csv'), catalogueCsv([odd], '案卷题名'));
    const [, ...rows] = csvRows(place('odd.csv'));
    expect(rows.map((row) => row.map((cell) => cell.replace(/^\t/, '')))).toEqual(
      odd.rows.map((row) => row.map(String)),
    );
  });

  test.each(ODD.filter((text) => !/^[#_']/.test(text)))('%s is no formula and no day', (text) => {
    const list = { ...odd, columns: odd.columns.slice(0, 1), rows: [[text]] };
    expect(catalogueCsv([list], '').split('\r\n')[1]).toBe(`"\t${text}"`);
  });

  test('several lists are one table', () => {
    const [header, first] = catalogueCsv(lists, '案卷题名').split('\r\n');
    expect([header?.slice(1, 8), first?.slice(0, 11)]).toEqual([
      '案卷题名,序号',
      '1.1 领导机构,1,',
    ]);
  });
});

const isPrinted =
  runsHere('chromium', '--version') && runsHere('pdftotext', '-v') && hasChineseFont();

test.runIf(isPrinted)(
  'a page for browsers, printed, has the header row on every page, and each list from a page of its own',
  () => {
    const [page, pdf] = [place('page.html'), place('page.pdf')];
    writeFileSync(page, catalogueHtml(lists, { css, language: 'zh-CN', title: '目录', words }));
    printByBrowser(page, pdf);
    const pages = pagesOfPdf(pdf, '-layout').map(flat);
    const lacking = pages.filter((each) => !lists.some((list) => each.includes(headers(list))));
    expect(lacking).toEqual([]);
    expect(pages.filter((each) => each.includes('卷内文件目录'))).toHaveLength(lists.length);
  },
  180_000,
);

test('a page for browsers holds nothing but what it shows', () => {
  const evil = { ...odd, about: ['<script>alert(1)</script>'] };
  const html = catalogueHtml([evil], { css, language: 'zh-CN', title: '<b>', words });
  expect(/<script|<b>|https?:/.exec(html)).toBeNull();
});
