/** Workbooks as files: what is written is read again, also when another program has saved it in between. */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { mergeSheet } from '../../src/core/ledger/merge.js';
import { readLedgerSheet } from '../../src/core/ledger/sheet-reading.js';
import type { Grid } from '../../src/core/workbook/grid.js';
import { isDanganError } from '../../src/errors.js';
import { readWorkbook } from '../../src/io/workbook/read-workbook.js';
import { workbookBytes, writeWorkbook } from '../../src/io/workbook/write-workbook.js';
import { messagesIn } from '../../src/messages/index.js';
import { ledgerBook } from '../../src/report/ledger/book.js';
import { temporaryFolder } from '../helpers/archive-on-disk.js';
import { contextOf, sheetArchive } from '../helpers/ledger-sheet.js';
import { runsHere } from '../helpers/programs.js';
import { zipBytes } from '../helpers/zip-bytes.js';

const archive = sheetArchive(
  { '1 组织领导': ['01：_x0041_计划.docx', '02：活动照片.jpg', '03：#N／A.docx'] },
  {
    '1 组织领导': [
      {
        file: '01：_x0041_计划.docx',
        date: { from: '2020-03-01', to: '2020-03-31' },
        kind: 'plan',
        pages: 12,
        note: '=1+1\n第二行',
        activity: '#N/A',
      },
    ],
  },
);
const book = ledgerBook(archive, contextOf(archive), messagesIn('zh-CN').ledgerSheet);

async function exported(): Promise<string> {
  const path = join(temporaryFolder(), '台账.xlsx');
  await writeWorkbook(path, book);
  return path;
}

/** What an import of these sheets would change and refuse. */
function importOf(grids: readonly Grid[]) {
  const reading = readLedgerSheet(grids);
  if (typeof reading === 'string') throw new Error(reading);
  const { changes, stale, gone, problems } = mergeSheet(reading, archive, contextOf(archive));
  return { changes, stale, gone, problems: [...reading.problems, ...problems] };
}

const NOTHING = { changes: [], stale: [], gone: [], problems: [] };

test('what was exported changes nothing when it comes back', async () => {
  expect(importOf(await readWorkbook(await exported()))).toEqual(NOTHING);
});

test('the same archive gives the same bytes', async () => {
  expect(Buffer.from(await workbookBytes(book)).equals(await workbookBytes(book))).toBe(true);
});

const hasOffice = runsHere('soffice', '--version');

/** The workbook, opened and saved by LibreOffice; through another format when that is given. */
function savedAgain(path: string, extension = 'xlsx'): string {
  const out = temporaryFolder();
  const profile = `-env:UserInstallation=file://${join(out, 'profile')}`;
  const words = [profile, '--headless', '--convert-to', extension, '--outdir', out, path];
  execFileSync('soffice', words, { stdio: 'ignore', timeout: 120_000 });
  return join(out, `台账.${extension}`);
}

test.runIf(hasOffice)(
  'saved again by LibreOffice, it still changes nothing',
  async () => {
    expect(importOf(await readWorkbook(savedAgain(await exported())))).toEqual(NOTHING);
  },
  180_000,
);

test.runIf(hasOffice)(
  'lists to choose from and hidden sheets outlive LibreOffice',
  async () => {
    const parts = unzipSync(readFileSync(savedAgain(await exported())));
    const sheet = strFromU8(parts['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
    const workbook = strFromU8(parts['xl/workbook.xml'] ?? new Uint8Array());
    expect([
      /<dataValidation [^>]*type="list"/.test(sheet),
      workbook.match(/state="(hidden|veryHidden)"/g)?.length,
    ]).toEqual([true, 2]);
  },
  180_000,
);

test.runIf(hasOffice)(
  'a sheet of another kind is called what it is',
  async () => {
    const path = await exported();
    const seen: unknown[] = [];
    for (const kind of ['xls', 'ods']) seen.push(await refusal(savedAgain(path, kind)));
    expect(seen).toEqual([
      ['WORKBOOK_KIND', 'xls', 2],
      ['WORKBOOK_KIND', 'ods', 2],
    ]);
  },
  180_000,
);

/** Code, kind and exit code of the error that reading a file ends with. */
async function refusal(path: string): Promise<readonly unknown[]> {
  try {
    await readWorkbook(path);
    return ['read'];
  } catch (error) {
    if (!isDanganError(error)) throw error;
    const { looks } = error.data as { looks?: string };
    return [error.code, looks, error.exitCode].filter((each) => each !== undefined);
  }
}

function fileOf(bytes: Uint8Array | string): string {
  const path = join(temporaryFolder(), '台账.xlsx');
  writeFileSync(path, bytes);
  return path;
}

describe('a file that is no workbook is told as what it is:', () => {
  const sheet = (sizeBytes: number, data: string | Buffer = Buffer.alloc(2000)) =>
    zipBytes([
      { name: '[Content_Types].xml', data: '<Types/>' },
      { name: 'xl/workbook.xml', data: '<workbook/>' },
      { name: 'xl/worksheets/sheet1.xml', data, deflate: true, central: { sizeBytes } },
    ]);

  test.each<[string, Uint8Array | string, readonly unknown[]]>([
    ['empty', '', ['WORKBOOK_KIND', 'empty', 2]],
    ['a text', '指标,题名\n1,计划', ['WORKBOOK_KIND', 'other', 2]],
    ['one byte', 'P', ['WORKBOOK_KIND', 'other', 2]],
    ['another zip', zipSync({ 'a.txt': strToU8('a') }), ['WORKBOOK_KIND', 'zip', 2]],
    [
      'a binary workbook',
      zipSync({ 'xl/workbook.bin': strToU8('a') }),
      ['WORKBOOK_KIND', 'xlsb', 2],
    ],
    ['the beginning of a zip', 'PK\x03\x04', ['WORKBOOK_DAMAGED', 3]],
    ['a size that is a lie', sheet(1000), ['WORKBOOK_DAMAGED', 3]],
    ['a bomb', sheet(2 ** 31 - 1), ['WORKBOOK_DAMAGED', 3]],
    ['no XML', sheet(3, '<<<'), ['WORKBOOK_DAMAGED', 3]],
  ])('%s', async (_, bytes, told) => {
    expect(await refusal(fileOf(bytes))).toEqual(told);
  });

  test('a bomb that tells its size', async () => {
    const data = Buffer.alloc(150 * 2 ** 20, 'a');
    expect(deflateRawSync(data).length).toBeLessThan(2 ** 20);
    expect(await refusal(fileOf(sheet(data.length, data)))).toEqual(['WORKBOOK_TOO_LARGE', 3]);
  });

  test('one with a password', async () => {
    const sheets = [{ name: '台账', rows: [['a']] }];
    const bytes = await writeXlsx({ sheets, encryption: { password: '1', spinCount: 1 } });
    expect(await refusal(fileOf(bytes))).toEqual(['WORKBOOK_ENCRYPTED', 3]);
  });

  test('one that was cut short, and one with a changed byte', async () => {
    const bytes = readFileSync(await exported());
    const changed = Buffer.from(bytes);
    const at = changed.indexOf('xl/worksheets/sheet1.xml') + 400;
    changed.writeUInt8(changed.readUInt8(at) ^ 0xff, at);
    expect([
      await refusal(fileOf(bytes.subarray(0, bytes.length / 2))),
      await refusal(fileOf(changed)),
    ]).toEqual([
      ['WORKBOOK_DAMAGED', 3],
      ['WORKBOOK_DAMAGED', 3],
    ]);
  });

  test('one with a cell at the far end of a sheet', async () => {
    const parts = unzipSync(await writeXlsx({ sheets: [{ name: '台账', rows: [['a']] }] }));
    const sheet1 = strFromU8(parts['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
    parts['xl/worksheets/sheet1.xml'] = strToU8(
      sheet1.replace(
        '</sheetData>',
        '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>',
      ),
    );
    expect(await refusal(fileOf(zipSync(parts)))).toEqual(['WORKBOOK_TOO_LARGE', 3]);
  });
});

/** The cells of a workbook whose first sheet has these `<c>` elements, and these formats. */
async function cellsOf(cells: string, formats = ''): Promise<unknown[]> {
  const parts = unzipSync(await writeXlsx({ sheets: [{ name: '台账', rows: [['a']] }] }));
  const sheet = strFromU8(parts['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
  parts['xl/worksheets/sheet1.xml'] = strToU8(
    sheet.replace(/<sheetData>.*<\/sheetData>/, `<sheetData><row r="1">${cells}</row></sheetData>`),
  );
  parts['xl/styles.xml'] = strToU8(
    `<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${formats}</styleSheet>`,
  );
  const [grid] = await readWorkbook(fileOf(zipSync(parts)));
  return [...(grid?.rows[0] ?? [])];
}

const xfs = (...ids: readonly number[]) =>
  `<cellXfs count="${ids.length}">${ids.map((id) => `<xf numFmtId="${id}"/>`).join('')}</cellXfs>`;

describe('cells are read as a clerk sees them:', () => {
  test('dates of Chinese Excel, with the day and without', async () => {
    const cells = [31, 57, 14, 17].map(
      (_, at) => `<c r="${'ABCD'[at] ?? ''}1" s="${at}"><v>43891</v></c>`,
    );
    expect(await cellsOf(cells.join(''), xfs(31, 57, 14, 17))).toEqual(
      ['day', 'month', 'day', 'month'].map((shows) => ({
        is: 'moment',
        day: '2020-03-01',
        time: undefined,
        shows,
      })),
    );
  });

  test('a format of one’s own that shows the month only', async () => {
    const own =
      '<numFmts count="1"><numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;m&quot;月&quot;;@"/></numFmts>';
    expect(
      await cellsOf(
        '<c r="A1" s="0"><v>43891</v></c><c r="B1" s="1"><v>43891</v></c>',
        own + xfs(176, 57),
      ),
    ).toMatchObject([{ shows: 'month' }, { shows: 'month' }]);
  });

  test('a time of day, a date with one, a formula, an error, a truth value, rich text', async () => {
    const cells = [
      '<c r="A1" s="0"><v>0.395833333333333</v></c>',
      '<c r="B1" s="1"><v>43902.3958333333</v></c>',
      '<c r="C1"><f>A1+1</f><v>2</v></c>',
      '<c r="D1" t="e"><v>#REF!</v></c>',
      '<c r="E1" t="b"><v>1</v></c>',
      '<c r="F1" t="inlineStr"><is><r><t>人民</t></r><r><t>广场</t></r></is></c>',
      '<c r="G1" t="str"><f t="shared" si="0"/><v>x</v></c>',
    ];
    expect(await cellsOf(cells.join(''), xfs(20, 22))).toEqual([
      { is: 'moment', day: undefined, time: '09:30', shows: 'day' },
      { is: 'moment', day: '2020-03-12', time: '09:30', shows: 'day' },
      { is: 'formula' },
      { is: 'error', text: '#REF!' },
      { is: 'truth', value: true },
      { is: 'text', text: '人民广场' },
      { is: 'formula' },
    ]);
  });
});
