/** Printing on a page of another file. */
import type { PDFPage, PDFRawStream, PDFRef } from '@cantoo/pdf-lib';
import { ContentScanner } from '../../core/stamp/pdf/content-end.js';
import type { PageShape } from '../../core/stamp/pdf/place.js';

type Library = typeof import('../../io/pdf/pdf-lib.late.js');

const NEW_LINE = Buffer.from('\n');

export function shapeOfPage(page: PDFPage): PageShape {
  const { x, y, width, height } = page.getCropBox();
  const turned = page.getRotation().angle % 360;
  return {
    box: [x, y, x + width, y + height],
    rotation: turned < 0 ? turned + 360 : turned,
    unit: 1,
  };
}

/** Draw on a page, whatever its own contents leave in force. */
export function printOn(page: PDFPage, marks: string, library: Library): void {
  const { node } = page;
  const { context } = node;
  const contents = contentsOf(page, library);
  const bytes = contents.flatMap((ref) => [decoded(context.lookup(ref), library), NEW_LINE]);
  const { saves, closing, isOpen } = new ContentScanner(Buffer.concat(bytes)).scan();
  const streamOf = (text: string) => context.register(context.flateStream(text));
  const all = isOpen
    ? [streamOf(`q ${marks} Q\n`), ...contents]
    : [streamOf('q '.repeat(saves)), ...contents, streamOf(`${closing}\n${marks}`)];
  node.set(library.PDFName.of('Contents'), context.obj(all));
}

function contentsOf(page: PDFPage, library: Library): readonly PDFRef[] {
  const { node } = page;
  const own = node.get(library.PDFName.of('Contents'));
  const array = node.context.lookup(own);
  const items = array instanceof library.PDFArray ? array.asArray() : [own];
  return items.filter((item) => item instanceof library.PDFRef);
}

/** Readers show what there is of a broken stream. */
function decoded(stream: unknown, library: Library): Uint8Array {
  if (!isRaw(stream, library)) return NEW_LINE;
  try {
    return library.decodePDFRawStream(stream).decode();
  } catch {
    return NEW_LINE;
  }
}

function isRaw(stream: unknown, library: Library): stream is PDFRawStream {
  return stream instanceof library.PDFRawStream;
}
