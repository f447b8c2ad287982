/** Workbooks as bytes, the same on every machine, as Excel itself would write them where the library does not. */
import { zipSync, type Zippable } from 'fflate';
import type * as Hucre from 'hucre/xlsx';
import { openParts } from './workbook-parts.js';

/** There on every Windows; others have one in its place. */
export const FONT = { name: '宋体', size: 11 };

/** @param title - Of the document, in its properties. */
export async function bytesOfSheets(
  title: string,
  sheets: Hucre.WriteSheet[],
): Promise<Uint8Array> {
  const { writeXlsx } = await import('./spreadsheets.late.js');
  const at = new Date(Date.UTC(2020, 0, 1));
  const bytes = await writeXlsx({
    sheets,
    defaultFont: FONT,
    properties: { title, creator: 'dangan', created: at, modified: at },
  });
  return packedAgain(bytes);
}

/** `_x0041_` in a text stands for a letter unless its first mark is written so itself (ECMA-376 22.9.2.19). */
export function cellOf(value: string | number): string | number | null {
  if (typeof value === 'number') return value;
  return value === '' ? null : value.replace(/_(?=x[\dA-Fa-f]{4}_)/g, '_x005F_');
}

/** Packed by one program on every machine: what the system's own compression makes depends on its version. */
function packedAgain(bytes: Uint8Array): Uint8Array {
  // Made of the local time, and read as local time.
  const mtime = new Date(2020, 0, 1);
  const files: Zippable = {};
  for (const [name, part] of openParts('', Buffer.from(bytes)).read(() => true)) {
    files[name] = [mended(name, part), { mtime, level: 3 }];
  }
  return zipSync(files);
}

/** What the library has no words for, or writes in another way than Excel. */
function mended(name: string, part: Buffer): Uint8Array {
  if (name.startsWith('xl/worksheets/sheet')) return Buffer.from(sheetMended(part.toString()));
  if (name === 'xl/styles.xml') return Buffer.from(stylesMended(part.toString()));
  if (name === 'xl/workbook.xml') return Buffer.from(titlesMended(namesQuoted(part.toString())));
  return part;
}

/**
 * No green corner for each code and year that is a number written as text; and rows as high as their text is now, to
 * grow with it, not of a height that somebody has chosen.
 */
function sheetMended(xml: string): string {
  const block = /<dimension ref="([^"]+)"/.exec(xml)?.[1] ?? 'A1';
  const ignored = `<ignoredErrors><ignoredError sqref="${block}" numberStoredAsText="1" twoDigitTextYear="1"/></ignoredErrors>`;
  return xml
    .replace(/<\/worksheet>\s*$/, `${ignored}</worksheet>`)
    .replaceAll(/(<row [^>]*?) customHeight="1"/g, '$1');
}

/** The format of texts is built in as number 49. */
function stylesMended(xml: string): string {
  const id = /<numFmt numFmtId="(\d+)" formatCode="@"\/>/.exec(xml)?.[1];
  return id === undefined ? xml : xml.replaceAll(`<xf numFmtId="${id}"`, '<xf numFmtId="49"');
}

/** A sheet whose name is no plain word stands in apostrophes wherever cells of it are named, or Excel calls the file damaged. */
function namesQuoted(xml: string): string {
  // In an attribute quotation marks are written otherwise than in a text.
  const names = [...xml.matchAll(/<sheet name="([^"]*)"/g)].map(([, name = '']) =>
    name.replaceAll('&apos;', "'").replaceAll('&quot;', '"'),
  );
  return xml.replaceAll(
    /(<definedName [^>]*localSheetId="(\d+)"[^>]*>)([^<]*)/g,
    (whole, tag: string, sheet: string, text: string) => {
      const name = names[Number(sheet)] ?? '';
      if (PLAIN_NAME.test(name)) return whole;
      const quoted = `'${name.replaceAll("'", "''")}'!`;
      return tag + text.replaceAll(`${name}!`, quoted);
    },
  );
}

const PLAIN_NAME = /^\p{Script=Han}+$/u;

/** Excel writes the columns that are printed on each page before the rows. */
function titlesMended(xml: string): string {
  return xml.replace(/>([^,<>]*\$\d+:\$\d+),([^,<>]*\$[A-Z]+:\$[A-Z]+)</, '>$2,$1<');
}
