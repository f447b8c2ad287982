/** PDF, by pdf.js. */
import './iterator-helpers.js';
import { getDocument, PDFDataRangeTransport, VerbosityLevel } from 'unpdf/pdfjs';
import { countCharacters } from '../../core/documents/characters.js';
import { dayOfPdf, dayOfW3c } from '../../core/documents/days.js';
import { charactersOfPages } from '../../core/documents/pages.js';
import type { ContentFacts } from '../../core/evidence/types.js';
import type { OpenFile } from './open-file.js';
import { CharacterMaps } from './pdf-character-maps.js';
import { Unread } from './unread.js';
import type { Wanted } from './read-task.js';

type PdfDocument = Awaited<ReturnType<typeof getDocument>['promise']>;

/** Scans may have hundreds of megabytes, of which the text, if there is one, is a hundredth. */
const READ_WHOLE = 8 * 2 ** 20;
const PIECE = 2 ** 20;

/** More are no report, and would take minutes on an old computer. */
const MOST_PAGES = 1000;

/**
 * The characters of all pages, page numbers and what else is printed on them included; not those of a whole book.
 *
 * @throws {Unread}
 */
export async function pdfFacts(file: OpenFile, wanted: Wanted): Promise<ContentFacts> {
  const task = getDocument({
    ...contentOf(file),
    rangeChunkSize: PIECE,
    disableAutoFetch: true,
    disableStream: true,
    disableFontFace: true,
    useSystemFonts: false,
    useWasm: false,
    useWorkerFetch: false,
    cMapPacked: false,
    BinaryDataFactory: CharacterMaps,
    verbosity: VerbosityLevel.ERRORS,
  });
  try {
    const document = await task.promise;
    return {
      characters: wanted === 'text' ? await charactersOf(document) : undefined,
      pages: document.numPages,
      created: await createdOf(document),
      taken: undefined,
    };
  } catch (error) {
    const isLocked = error instanceof Error && error.name === 'PasswordException';
    throw new Unread(isLocked ? 'encrypted' : 'unreadable');
  } finally {
    await task.destroy();
  }
}

function contentOf({ sizeBytes, read }: OpenFile) {
  if (sizeBytes <= READ_WHOLE) return { data: new Uint8Array(read(0, sizeBytes)) };
  const range = new PDFDataRangeTransport(sizeBytes, null);
  range.requestDataRange = (from, to) =>
    range.onDataRange(from, new Uint8Array(read(from, to - from)));
  return { range };
}

async function charactersOf(document: PdfDocument): Promise<number | undefined> {
  if (document.numPages > MOST_PAGES) return undefined;
  const pages: number[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    const texts = items.map((item) => ('str' in item ? countCharacters(item.str) : 0));
    pages.push(texts.reduce((sum, count) => sum + count, 0));
    page.cleanup();
  }
  return charactersOfPages(pages);
}

async function createdOf(document: PdfDocument): Promise<string | undefined> {
  const { info, metadata } = (await document.getMetadata()) as Properties;
  const { CreationDate: created } = info;
  if (typeof created === 'string') return dayOfPdf(created);
  const described = metadata?.get('xmp:createdate');
  return typeof described === 'string' ? dayOfW3c(described) : undefined;
}

/** What its types leave out. */
interface Properties {
  readonly info: { readonly CreationDate?: unknown };
  /** Most files have none. */
  readonly metadata: { readonly get: (name: string) => unknown } | null;
}
