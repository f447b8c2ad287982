/** pdf.js as a judge of what we wrote: it reads PDFs by code that is not ours. */
import '../../facts/iterator-helpers.js';
import { getDocument, PDFDataRangeTransport, VerbosityLevel } from 'unpdf/pdfjs';
import { CharacterMaps } from '../../facts/pdf-character-maps.js';
import type { Bytes } from './bytes.js';

export type SeenDocument = Awaited<ReturnType<typeof getDocument>['promise']>;

const READ_WHOLE = 8 * 2 ** 20;
const PIECE = 2 ** 18;

/** @returns `undefined` when pdf.js cannot open it. */
export async function seenBy<T>(
  bytes: Bytes,
  look: (document: SeenDocument) => Promise<T>,
): Promise<T | undefined> {
  const task = getDocument({
    ...contentOf(bytes),
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
    return await look(await task.promise);
  } catch {
    return undefined;
  } finally {
    await task.destroy();
  }
}

function contentOf({ size, read }: Bytes) {
  if (size <= READ_WHOLE) return { data: new Uint8Array(read(0, size)) };
  const range = new PDFDataRangeTransport(size, null);
  range.requestDataRange = (from, to) =>
    range.onDataRange(from, new Uint8Array(read(from, to - from)));
  return { range };
}

/** Pages of a long document that are looked at: the first ones, the last, and some between. */
const MOST_LOOKED_AT = 24;

/** How many pages there are, and the sizes of some, to be compared with those of another version. */
export async function outline(document: SeenDocument): Promise<{ pages: number; shapes: string }> {
  const pages = document.numPages;
  const step = Math.max(1, Math.ceil(pages / MOST_LOOKED_AT));
  const shapes: string[] = [];
  for (let number = 1; number <= pages; number += step)
    shapes.push(await shapeOf(document, number));
  if (pages > 1) shapes.push(await shapeOf(document, pages));
  return { pages, shapes: shapes.join('\n') };
}

async function shapeOf(document: SeenDocument, number: number): Promise<string> {
  try {
    const page = await document.getPage(number);
    const shape = [...page.view, page.rotate, page.userUnit].join(' ');
    page.cleanup();
    return shape;
  } catch {
    return 'unreadable';
  }
}
