import { readFileSync } from 'node:fs';
import type { PrintedList } from '../../core/catalogue/printed.js';
import type { Language, Messages } from '../../messages/index.js';
import { fontFile, packageFile } from '../../io/package-files.js';
import type { PdfMade } from '../../report/pdf/pdf-file.js';

/** What a file of a catalogue is made of. */
interface Printing {
  readonly lists: readonly PrintedList[];
  /** Of the document, in its properties. */
  readonly title: string;
  /** What the lists are of, in a table of all of them. */
  readonly listedBy: string;
  readonly say: Messages;
  readonly language: Language;
}

/** Only a PDF can lack characters. */
type Printed = Pick<PdfMade, 'bytes'> & Partial<PdfMade>;

/** The same lists give the same bytes. */
type CatalogueWriter = (printing: Printing) => Promise<Printed>;

/** By extension of the file. */
export const CATALOGUE_WRITERS: Readonly<Record<string, CatalogueWriter>> = {
  '.xlsx': xlsx,
  '.docx': docx,
  '.pdf': pdf,
  '.html': html,
  '.csv': csv,
};

async function xlsx({ lists, title, say }: Printing): Promise<Printed> {
  const { listSheets } = await import('../../report/catalogue/sheets.js');
  const { catalogueWorkbook } = await import('../../io/catalogue/catalogue-workbook.js');
  const footer = say.catalogue.pageOf({ page: '&P', pages: '&N' });
  return { bytes: await catalogueWorkbook(listSheets(lists), title, footer) };
}

async function docx({ lists, say }: Printing): Promise<Printed> {
  const { catalogueDocx } = await import('../../report/catalogue/docx.js');
  return { bytes: catalogueDocx(lists, say) };
}

async function pdf({ lists, title, say, language }: Printing): Promise<Printed> {
  const { cataloguePdf } = await import('../../report/catalogue/pdf.js');
  const font = readFileSync(fontFile());
  return cataloguePdf(lists, { font, title, language }, say);
}

async function html({ lists, title, say, language }: Printing): Promise<Printed> {
  const { catalogueHtml } = await import('../../report/catalogue/html.js');
  const css = readFileSync(packageFile('dist/pages/catalogue.css'), 'utf8');
  return {
    bytes: Buffer.from(catalogueHtml(lists, { css, language, title, words: say.catalogue })),
  };
}

async function csv({ lists, listedBy }: Printing): Promise<Printed> {
  const { catalogueCsv } = await import('../../report/catalogue/csv.js');
  return { bytes: Buffer.from(catalogueCsv(lists, listedBy)) };
}
