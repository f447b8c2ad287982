/** PDF as pdf.js reads it: no fonts are made, nothing is drawn, and of a large file only what is asked for is read. */
import './iterator-helpers.js';
import { getDocument, PDFDataRangeTransport, VerbosityLevel } from 'unpdf/pdfjs';
import { CharacterMaps } from './character-maps.js';

export type PdfTask = ReturnType<typeof getDocument>;
export type PdfDocument = Awaited<PdfTask['promise']>;

interface PdfBytes {
  readonly sizeBytes: number;
  readonly read: (offset: number, length: number) => Buffer;
}

/** Scans may have hundreds of megabytes, of which the text, if there is one, is a hundredth. */
const READ_WHOLE = 8 * 2 ** 20;
const PIECE = 2 ** 20;

/** To be destroyed when it is done with. */
export function pdfTask(bytes: PdfBytes): PdfTask {
  return getDocument({
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
}

function contentOf({ sizeBytes, read }: PdfBytes) {
  if (sizeBytes <= READ_WHOLE) return { data: new Uint8Array(read(0, sizeBytes)) };
  const range = new PDFDataRangeTransport(sizeBytes, null);
  range.requestDataRange = (from, to) =>
    range.onDataRange(from, new Uint8Array(read(from, to - from)));
  return { range };
}
