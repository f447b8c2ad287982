/** What is on paper before and after, as LibreOffice prints it: the name, and nothing else. */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  AlignmentType,
  Document,
  Footer,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from 'docx';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { stampDocx } from '../../src/io/stamp/office/stamp-docx.js';
import { stampPptx } from '../../src/io/stamp/office/stamp-pptx.js';
import { stampXlsx } from '../../src/io/stamp/office/stamp-xlsx.js';
import { xlsxOf } from '../../src/io/samples/office.js';
import { sheetXml, workbook } from '../helpers/documents/office.js';
import { ODD } from '../helpers/documents/odd-word.js';
import { runsHere } from '../helpers/programs.js';
import { EXTRAORDINARY } from '../helpers/documents/styled-word.js';

const NAME = '01：创建领导小组文件（修订）';
const runs = runsHere('soffice', '--version') && runsHere('pdftotext', '-v');
/** A zip in which LibreOffice follows the case of names, and one with fields that it does not expect. */
const NOT_FOR_LIBRE_OFFICE = new Set(['names of parts in another case', 'sizes in zip64 fields']);

/** As the library `docx` writes it: a title page, a table in a footer, a page number. */
function libraryDocument(): Promise<Buffer> {
  const lines = (text: string) =>
    Array.from({ length: 70 }, (_, nth) => new Paragraph(`${text} ${nth}`));
  const number = new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [new TextRun({ children: ['第 ', PageNumber.CURRENT, ' 页'] })],
  });
  const cell = new TableCell({ children: [new Paragraph('表格')] });
  const table = new Table({ rows: [new TableRow({ children: [cell, cell] })] });
  return Packer.toBuffer(
    new Document({
      evenAndOddHeaderAndFooters: true,
      sections: [
        {
          properties: { titlePage: true },
          footers: { default: new Footer({ children: [number] }) },
          children: lines('甲'),
        },
        { footers: { default: new Footer({ children: [table] }) }, children: lines('乙') },
      ],
    }),
  );
}

/** Rows of two points: one goes over to the next page as soon as a footer takes any of their room. */
const fineRows = (footer: string) => {
  const rows = Array.from(
    { length: 450 },
    (_, nth) =>
      `<row r="${nth + 1}" ht="2" customHeight="1"><c r="A${nth + 1}"><v>${nth + 1}</v></c></row>`,
  );
  const page =
    '<pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/><pageSetup paperSize="9"/>';
  const footers = `<headerFooter><oddFooter>${footer}</oddFooter></headerFooter>`;
  return workbook([sheetXml(page + footers).replace(/<row .*<\/row>/, rows.join(''))]);
};
const FINE_ROWS: Readonly<Record<string, Buffer>> = {
  'fine rows': fineRows(''),
  'fine rows above a page number': fineRows('&amp;C第 &amp;P 页'),
  'fine rows above a name on the right': fineRows('&amp;R制表人'),
};

function print(folder: string, profile: string): void {
  const files = readdirSync(folder).map((name) => join(folder, name));
  spawnSync(
    'soffice',
    [
      `-env:UserInstallation=file://${profile}`,
      ...['--headless', '--convert-to', 'pdf', '--outdir', `${folder}-pdf`],
      ...files,
    ],
    { timeout: 500_000, stdio: 'ignore' },
  );
}

/** Of each page, blanks left out; the letters sorted, since lines may be told in another order. */
function pagesOf(pdf: string): string[] {
  const text = execFileSync('pdftotext', ['-layout', pdf, '-']).toString();
  return text
    .split('\f')
    .slice(0, -1)
    .map((page) => page.replaceAll(/\s/g, ''));
}

const sorted = (text: string) => Array.from(text).sort().join('');

/** The first page in grey: all but the lowest part of it, and that part. */
function pictureOf(pdf: string, millimetres: number): { above: Buffer; below: Buffer } {
  const picture = execFileSync('pdftoppm', ['-r', '60', '-l', '1', '-gray', pdf], {
    maxBuffer: 2 ** 26,
  });
  const [head = '', width = '0', height = '0'] =
    /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(picture.toString('latin1', 0, 40)) ?? [];
  const rows = Number(height) - Math.ceil((millimetres / 25.4) * 60);
  const edge = head.length + rows * Number(width);
  return { above: picture.subarray(head.length, edge), below: picture.subarray(edge) };
}

describe.runIf(runs)('LibreOffice prints', () => {
  const root = mkdtempSync(join(tmpdir(), 'dangan-rendered-'));
  const [before, after] = [join(root, 'before'), join(root, 'after')];
  const names = [...Object.keys(ODD).filter((name) => !NOT_FOR_LIBRE_OFFICE.has(name)), 'library'];
  const pdf = (folder: string, name: string) => join(`${folder}-pdf`, `${name}.pdf`);

  beforeAll(async () => {
    mkdirSync(before);
    mkdirSync(after);
    const documents: Readonly<Record<string, Buffer>> = {
      ...ODD,
      ...EXTRAORDINARY,
      library: await libraryDocument(),
    };
    for (const name of [...names, ...Object.keys(EXTRAORDINARY)]) {
      const bytes = documents[name] ?? Buffer.alloc(0);
      writeFileSync(join(before, `${name}.docx`), bytes);
      await stampDocx(join(before, `${name}.docx`), join(after, `${name}.docx`), NAME);
    }
    const rows = Array.from({ length: 120 }, (_, nth) => [nth, '行']);
    const sheets = { sheet: await xlsxOf('台账', rows), ...FINE_ROWS };
    for (const [name, bytes] of Object.entries(sheets)) {
      writeFileSync(join(before, `${name}.xlsx`), bytes);
      await stampXlsx(join(before, `${name}.xlsx`), join(after, `${name}.xlsx`), NAME);
    }
    const profile = join(root, 'profile');
    print(before, profile);
    print(after, profile);
    const made = ['--headless', '--convert-to', 'pptx', '--outdir', root];
    const env = `-env:UserInstallation=file://${profile}`;
    const options = { timeout: 100_000, stdio: 'ignore' } as const;
    writeFileSync(join(root, 'slides.fodp'), SLIDES);
    spawnSync('soffice', [env, ...made, join(root, 'slides.fodp')], options);
    mkdirSync(join(root, 'slides'));
    await stampPptx(join(root, 'slides.pptx'), join(root, 'slides', 'slides.pptx'), NAME);
    print(join(root, 'slides'), profile);
  }, 1_200_000);

  afterAll(() => rmSync(root, { recursive: true }));

  test.each([...names, 'sheet', ...Object.keys(FINE_ROWS)])(
    '%s: the name once on each page, all else as before',
    (name) => {
      expect(existsSync(pdf(after, name))).toBe(true);
      const shown = NAME.replaceAll(/\s/g, '');
      const pages = pagesOf(pdf(after, name));
      expect(pages.map((page) => page.split(shown).length - 1)).toEqual(pages.map(() => 1));
      const without = pages.map((page) => sorted(page.replace(shown, '')));
      expect(without).toEqual(pagesOf(pdf(before, name)).map(sorted));
    },
  );

  test.each(['no footer at all', 'a page number', 'a table first in the footer', 'library'])(
    '%s: the picture is the same above our line',
    (name) => {
      const [old, now] = [before, after].map((folder) => pictureOf(pdf(folder, name), 14));
      expect(old?.above.length).toBeGreaterThan(100_000);
      expect(now?.above.equals(old?.above ?? Buffer.alloc(0))).toBe(true);
    },
  );

  test.each(Object.keys(EXTRAORDINARY))('%s: our line looks as it always does', (name) => {
    const [usual, now] = ['no footer at all', name].map((each) => pictureOf(pdf(after, each), 14));
    expect(now?.below.equals(usual?.below ?? Buffer.alloc(0))).toBe(true);
  });

  test('slides: the name on each', () => {
    expect(pagesOf(pdf(join(root, 'slides'), 'slides')).map((page) => page.includes(NAME))).toEqual(
      [true, true],
    );
  });
});

/** Two slides in the form that is one file of text. */
const SLIDES =
  '<?xml version="1.0" encoding="UTF-8"?><office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.presentation">' +
  '<office:master-styles><style:master-page style:name="M"/></office:master-styles><office:body><office:presentation><draw:page draw:name="1" draw:master-page-name="M"/><draw:page draw:name="2" draw:master-page-name="M"/></office:presentation></office:body></office:document>';
