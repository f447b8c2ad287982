/** PDF as pdf.js reads it: no fonts are made, nothing is drawn, and of a large file only what is asked for is read. */
import './iterator-helpers.js';
import { getDocument, PDFDataRangeTransport, VerbosityLevel } from 'unpdf/pdfjs';
import { CharacterMaps } from './character-maps.js';

interface PdfBytes {
  readonly sizeBytes: number;
  readonly read: (offset: number, length: number) => Buffer;
}

/** Scans may have hundreds of megabytes, of which the text, if there is one, is a hundredth. */
const READ_WHOLE = 8 * 2 ** 20;
const PIECE = 2 ** 20;
/** pdf.js keeps what it has read of a file: behind so much it is opened anew, before the next page. */
const MOST_KEPT = 48 * 2 ** 20;

type Task = ReturnType<typeof getDocument>;
type Opened = Awaited<Task['promise']>;

/** A document, for as long as it is used. */
export type PdfDocument = Pick<Opened, 'numPages' | 'getPage' | 'getMetadata'>;

/** @throws what pdf.js says of one that it cannot open. */
export async function withPdf<T>(
  bytes: PdfBytes,
  use: (document: PdfDocument) => Promise<T>,
): Promise<T> {
  const reading = new Reading(bytes);
  try {
    return await use(await reading.open());
  } finally {
    await reading.end();
  }
}

class Reading {
  readonly #bytes: PdfBytes;
  #task: Task | undefined;
  #keptBytes = 0;

  constructor(bytes: PdfBytes) {
    this.#bytes = bytes;
  }

  async open(): Promise<PdfDocument> {
    let document = await this.#anew();
    let [most, pages] = [MOST_KEPT, 0];
    return {
      numPages: document.numPages,
      getMetadata: () => document.getMetadata(),
      getPage: async (number) => {
        if (this.#keptBytes > most) {
          // What every page asks for is not read again for each of them.
          most = pages > 1 ? MOST_KEPT : most * 2;
          document = await this.#anew();
          pages = 0;
        }
        pages += 1;
        return document.getPage(number);
      },
    };
  }

  async end(): Promise<void> {
    await this.#task?.destroy();
  }

  async #anew(): Promise<Opened> {
    await this.end();
    this.#keptBytes = 0;
    this.#task = getDocument({
      ...this.#content(),
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
    return this.#task.promise;
  }

  #content() {
    const { sizeBytes, read } = this.#bytes;
    if (sizeBytes <= READ_WHOLE) return { data: new Uint8Array(read(0, sizeBytes)) };
    const range = new PDFDataRangeTransport(sizeBytes, null);
    range.requestDataRange = (from, to) => {
      this.#keptBytes += to - from;
      range.onDataRange(from, new Uint8Array(read(from, to - from)));
    };
    return { range };
  }
}
