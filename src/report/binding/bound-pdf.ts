/** Evidence in the order in which it is read, as one PDF file: cover, lists, and then the pages themselves. */
import type { Catalogue, Row, Volume } from '../../core/catalogue/types.js';
import type { Messages } from '../../messages/index.js';
import { drawLists } from '../catalogue/pdf.js';
import { printedLists, volumeTitle } from '../catalogue/lists.js';
import { PdfFile, type PdfMade } from '../pdf/pdf-file.js';
import { drawCover, drawPicture, drawStandIn, type Cover } from './sheets.js';
import type { BoundVolume, CountedPages, LeftOut, Piece, Source } from './types.js';

interface Paper {
  readonly language: string;
  /** A TrueType font. */
  readonly font: Uint8Array;
  readonly say: Messages;
  /** When so many pieces are in it. */
  readonly onPiece: (done: number) => Promise<void>;
}

export interface BoundPdf extends PdfMade {
  readonly pieces: number;
  /** Of evidence; pages that stand in for some are counted. */
  readonly pages: number;
  readonly leftOut: readonly LeftOut[];
  readonly counted: readonly CountedPages[];
}

/**
 * Pages of evidence are numbered from 1 through all volumes, at their top right corner, as those of bound archives are
 * (DA/T 22); the lists tell these numbers.
 *
 * @param cover - All of it but the counts, which are told by the pages.
 */
export async function boundPdf(
  volumes: readonly BoundVolume[],
  catalogue: Catalogue,
  cover: Omit<Cover, 'pieces' | 'pages'>,
  { language, font, say, onPiece }: Paper,
): Promise<BoundPdf> {
  const file = await PdfFile.with({ font, title: cover.title, language });
  const binder = new Binder(file, say);
  const bound: Volume[] = [];
  for (const { volume, pieces } of volumes) {
    for (const piece of pieces) {
      await binder.add(piece, piece === pieces[0] ? volume : undefined);
      await onPiece(binder.pieces);
    }
    bound.push({ ...volume, rows: volume.rows.map((row) => binder.paged(row)) });
  }
  file.goToFront();
  drawCover(file, { ...cover, pieces: binder.pieces, pages: binder.pages }, say.bind);
  const lists = printedLists({ ...catalogue, volumes: bound }, undefined, say.catalogue);
  drawLists(lists, file, say, say.bind.contents);
  const { pieces, pages, leftOut, counted } = binder;
  return { ...(await file.made()), pieces, pages, leftOut, counted };
}

class Binder {
  readonly #file: PdfFile;
  readonly #say: Messages;
  readonly #places = new Map<Row, Pick<Row, 'pages' | 'pageFrom' | 'pageTo'>>();
  readonly leftOut: LeftOut[] = [];
  readonly counted: CountedPages[] = [];
  pages = 0;
  pieces = 0;

  constructor(file: PdfFile, say: Messages) {
    this.#file = file;
    this.#say = say;
  }

  /** @param begins - The volume of which it is the first. */
  async add(piece: Piece, begins: Volume | undefined): Promise<void> {
    const { row } = piece;
    const from = this.pages + 1;
    this.pages += await this.#draw(piece);
    this.pieces += 1;
    const pages = this.pages - from + 1;
    const isDrawn = this.leftOut.at(-1)?.row !== row;
    if (isDrawn && row.is === 'file' && row.pages === undefined) {
      this.counted.push({ file: row.path, pages });
    }
    this.#places.set(row, { pages, pageFrom: from, pageTo: this.pages });
    if (begins) this.#file.addBookmark(volumeTitle(begins));
    this.#file.addBookmark(titleOf(row), true);
  }

  /** A row with the pages that it has here. */
  paged(row: Row): Row {
    return { ...row, ...this.#places.get(row) };
  }

  /** @returns How many pages it has; what cannot be read has one that stands in for it. */
  async #draw({ row, source }: Piece): Promise<number> {
    try {
      const pages = await this.#drawn(row, source);
      if (pages > 0) return pages;
      return this.#standIn(row, 'no-pages');
    } catch {
      return this.#standIn(row, 'unreadable');
    }
  }

  async #drawn(row: Row, source: Source): Promise<number> {
    const labelOf = (at: number) => String(this.pages + 1 + at);
    switch (source.as) {
      case 'pages':
        return this.#file.addPagesOf(source.read(), labelOf);
      case 'picture': {
        const picture = await this.#file.readPicture(source.read(), source.format);
        drawPicture(this.#file, { picture, turn: source.turn, row, label: labelOf(0) });
        return 1;
      }
      case 'stand-in':
        return this.#standIn(row, source.because);
    }
  }

  #standIn(row: Row, because: LeftOut['because']): number {
    this.leftOut.push({ row, because });
    drawStandIn(this.#file, { row, because, label: String(this.pages + 1) }, this.#say.bind);
    return 1;
  }
}

/** `01 创建领导小组文件`. */
function titleOf({ number, title }: Row): string {
  return number === undefined ? title : `${String(number).padStart(2, '0')} ${title}`;
}
