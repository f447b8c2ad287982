/** PDF, by pdf.js. */
import { dayOfPdf, dayOfW3c } from '../../core/documents/days.js';
import { charactersOfPages } from '../../core/documents/pages.js';
import { TextCounter } from '../../core/documents/text-counter.js';
import type { Day } from '../../core/system/types.js';
import { withPdf, type PdfDocument } from '../pdf/with-pdf.js';
import { found, type Found } from './found.js';
import type { OpenFile } from './open-file.js';
import { Unread } from './unread.js';
import type { Wanted } from './read-task.js';

/** More are no report, and would take minutes on an old computer. */
const MOST_PAGES = 1000;

/**
 * The characters of all pages, page numbers and what else is printed on them included; not those of a whole book.
 *
 * @throws {Unread}
 */
export async function pdfFacts(file: OpenFile, wanted: Wanted): Promise<Found> {
  try {
    return await withPdf(file, async (document) =>
      found({
        characters: wanted === 'text' ? await charactersIn(document) : undefined,
        pages: document.numPages,
        created: await createdIn(document),
      }),
    );
  } catch (error) {
    throw new Unread(whyNot(error));
  }
}

function whyNot(error: unknown): Unread['why'] {
  if (isLocked(error)) return 'encrypted';
  // Its objects were looked for one by one, and do not lead to a page.
  return error instanceof Error && error.name === 'InvalidPDFException' ? 'damaged' : 'unreadable';
}

/** By a password, or by certificates, of which pdf.js knows none. */
function isLocked(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return error.name === 'PasswordException' || error.message === 'unknown encryption method';
}

/** A page that cannot be read is one of them all the same. */
async function charactersIn(document: PdfDocument): Promise<number | undefined> {
  if (document.numPages > MOST_PAGES) return undefined;
  try {
    return charactersOfPages(await charactersByPage(document));
  } catch {
    return undefined;
  }
}

async function charactersByPage(document: PdfDocument): Promise<readonly number[]> {
  const pages: number[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    const counter = new TextCounter();
    for (const item of items) {
      if ('str' in item) counter.add(item.str);
    }
    pages.push(counter.characters);
    page.cleanup();
  }
  return pages;
}

/** What stands in its table of properties, or in the XMP that has taken its place. */
async function createdIn(document: PdfDocument): Promise<Day | undefined> {
  const { info, metadata } = (await document.getMetadata()) as unknown as Properties;
  const own = text(info['CreationDate']);
  return own === undefined ? dayOfW3c(text(metadata?.get('xmp:createdate')) ?? '') : dayOfPdf(own);
}

function text(told: unknown): string | undefined {
  return typeof told === 'string' && told !== '' ? told : undefined;
}

/** What its types leave out. */
interface Properties {
  readonly info: Readonly<Record<string, unknown>>;
  /** Most files have none. */
  readonly metadata: { readonly get: (name: string) => unknown } | null;
}
