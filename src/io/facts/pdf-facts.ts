/** PDF, by pdf.js. */
import { dayOfPdf, dayOfW3c } from '../../core/documents/days.js';
import { lengthOfPages } from '../../core/documents/pages.js';
import { propertiesOf } from '../../core/documents/properties.js';
import { TextCounter, type TextLength } from '../../core/documents/text-counter.js';
import { withPdf, type PdfDocument } from '../pdf/with-pdf.js';
import { found, type Found } from './found.js';
import type { OpenFile } from './open-file.js';
import { Unread } from './unread.js';
import type { Wanted } from './read-task.js';

/** More are no report, and would take minutes on an old computer. */
const MOST_PAGES = 1000;

/**
 * The length of all pages, page numbers and what else is printed on them included; not those of a whole book.
 *
 * @throws {Unread}
 */
export async function pdfFacts(file: OpenFile, wanted: Wanted): Promise<Found> {
  try {
    return await withPdf(file, async (document) =>
      found({
        ...(wanted === 'text' ? await lengthOf(document) : undefined),
        pages: document.numPages,
        ...(await describedIn(document)),
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
async function lengthOf(document: PdfDocument): Promise<TextLength | undefined> {
  if (document.numPages > MOST_PAGES) return undefined;
  try {
    return lengthOfPages(await textsOf(document));
  } catch {
    return undefined;
  }
}

async function textsOf(document: PdfDocument): Promise<readonly TextLength[]> {
  const pages: TextLength[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    const counter = new TextCounter();
    for (const item of items) {
      if (!('str' in item)) continue;
      counter.add(item.str);
      if (item.hasEOL) counter.end();
    }
    pages.push(counter.total());
    page.cleanup();
  }
  return pages;
}

/** What stands in its table of properties, or in the XMP that has taken its place. */
async function describedIn(document: PdfDocument): Promise<Pick<Found, 'created' | 'properties'>> {
  const { info, metadata } = (await document.getMetadata()) as unknown as Properties;
  const told = (key: string, name: string) => text(info[key]) ?? text(metadata?.get(name));
  const day = (key: string, name: string) => {
    const own = text(info[key]);
    return own === undefined ? dayOfW3c(text(metadata?.get(name)) ?? '') : dayOfPdf(own);
  };
  return {
    created: day('CreationDate', 'xmp:createdate'),
    properties: propertiesOf({
      title: told('Title', 'dc:title'),
      author: told('Author', 'dc:creator'),
      application: told('Creator', 'xmp:creatortool') ?? told('Producer', 'pdf:producer'),
      modified: day('ModDate', 'xmp:modifydate'),
    }),
  };
}

/** XMP has lists of authors. */
function text(told: unknown): string | undefined {
  const line: unknown = Array.isArray(told) ? told.join('，') : told;
  return typeof line === 'string' && line !== '' ? line : undefined;
}

/** What its types leave out. */
interface Properties {
  readonly info: Readonly<Record<string, unknown>>;
  /** Most files have none. */
  readonly metadata: { readonly get: (name: string) => unknown } | null;
}
