/**
 * A PDF file that is written from scratch: text in one font, rules and frames.
 *
 * Places are millimetres from the top left corner of the page, as one measures on paper; sizes of letters are points.
 */
import type { PDFDocument, PDFFont, PDFImage, PDFPage, PDFRef } from '@cantoo/pdf-lib';
import { matrixFor, roomOn } from '../../core/stamp/pdf/place.js';
import { printOn, shapeOfPage } from './copied-page.js';
import { outlineOf, type Bookmark } from './outline.js';

type Library = typeof import('../../io/pdf/pdf-lib.late.js');

export const A4 = { width: 210, height: 297 } as const;

/** Points to the millimetre. */
const POINTS = 72 / 25.4;

interface Look {
  /** In points. */
  readonly size: number;
  /** Which end of the text is at the place that is named. */
  readonly align?: 'left' | 'center' | 'right';
  /** The font has one weight: its letters are drawn with an edge. */
  readonly bold?: boolean;
}

interface Glyph {
  /** Its code in the subset, four hexadecimal digits. */
  readonly code: string;
  /** In thousandths of the size. */
  readonly advance: number;
}

/** In millimetres, from the top left corner. */
interface Frame {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface PdfPaper {
  readonly title: string;
  /** `zh-CN`, for those to whom the file is read aloud. */
  readonly language: string;
  /** A TrueType font; what is used of it goes into the file. */
  readonly font: Uint8Array;
}

export interface PdfMade {
  readonly bytes: Uint8Array;
  /** Characters that the font does not have, each once; 〓 stands for them. */
  readonly missing: readonly string[];
}

/** Of the font, on pages of other files. */
const LABEL = 'DanganLabel';
/** Stands in for a character that the font does not have, as printers have always set it. */
const MISSING = '〓';
/** What has no shape of its own on paper. */
const SHAPELESS = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Variation_Selector}]/u;

export class PdfFile {
  private readonly library: Library;
  private readonly document: PDFDocument;
  private readonly font: PDFFont;
  private readonly paper: PdfPaper;
  private readonly glyphs = new Map<string, Glyph>();
  private readonly bookmarks: (Bookmark & { readonly children: Bookmark[] })[] = [];
  private page: { readonly page: PDFPage; readonly height: number } | undefined;
  /** Where the next page and the next bookmark come, when that is not behind all others. */
  private front: { pages: number; bookmarks: number } | undefined;
  /** The page that was begun last, also when it is from another file. */
  private last: PDFRef | undefined;
  private marks: string[] = [];
  private missing = new Set<string>();

  private constructor(library: Library, document: PDFDocument, font: PDFFont, paper: PdfPaper) {
    this.library = library;
    this.document = document;
    this.font = font;
    this.paper = paper;
  }

  static async with(paper: PdfPaper): Promise<PdfFile> {
    const library = await import('../../io/pdf/pdf-lib.late.js');
    const document = await library.PDFDocument.create({ updateMetadata: false });
    document.registerFontkit(library.fontkit);
    // A name of its own, or the library makes one up by chance.
    const embedded = await document.embedFont(paper.font, {
      subset: true,
      customName: 'DANGAN+Text',
    });
    return new PdfFile(library, document, embedded, paper);
  }

  /** Begin a page; what is drawn from here on is on it. */
  addPage({ width, height }: { readonly width: number; readonly height: number }): void {
    this.endPage();
    const size: [number, number] = [width * POINTS, height * POINTS];
    const page = this.front
      ? this.document.insertPage(this.front.pages++, size)
      : this.document.addPage(size);
    page.node.setFontDictionary(this.library.PDFName.of('F'), this.font.ref);
    this.page = { page, height };
    this.last = page.ref;
  }

  /**
   * The pages of another file as they are, behind all that is there.
   *
   * @param labelOf - What is printed at the top right of each, in the order of that file from 0.
   * @returns how many there are.
   * @throws what the library says of a file that it cannot read.
   */
  async addPagesOf(pdf: Uint8Array, labelOf: (at: number) => string): Promise<number> {
    this.endPage();
    const other = await this.library.PDFDocument.load(pdf, { updateMetadata: false });
    const pages = await this.document.copyPages(other, other.getPageIndices());
    pages.forEach((page, at) => {
      this.document.addPage(page);
      if (at === 0) this.last = page.ref;
      this.label(page, labelOf(at));
    });
    return pages.length;
  }

  /** @throws what the library says of a picture that it cannot read; one without size is none. */
  async readPicture(bytes: Uint8Array, format: 'jpg' | 'png'): Promise<PDFImage> {
    const { document } = this;
    const picture = await (format === 'jpg' ? document.embedJpg(bytes) : document.embedPng(bytes));
    if (picture.width > 0 && picture.height > 0) return picture;
    throw new RangeError('a picture without size');
  }

  /**
   * A picture in a frame of this page: as large as fits, in the middle.
   *
   * @param turn - How far it is turned clockwise to stand upright: 0, 90, 180 or 270.
   * @returns Where it ends, in millimetres from the top.
   */
  picture(picture: PDFImage, frame: Frame, turn: number): number {
    if (!this.page) return frame.y;
    const name = this.library.PDFName.of('P');
    this.page.page.node.setXObject(name, picture.ref);
    const lies = turn % 180 !== 0;
    const [wide, high] = lies ? [picture.height, picture.width] : [picture.width, picture.height];
    const scale = Math.min(frame.width / wide, frame.height / high) * POINTS;
    const [width, height] = [wide * scale, high * scale];
    const left = (frame.x + frame.width / 2) * POINTS - width / 2;
    const foot = (this.page.height - frame.y - frame.height / 2) * POINTS - height / 2;
    const matrix = uprightMatrix(turn, [left, foot, width, height]).map(number).join(' ');
    this.marks.push(`q ${matrix} cm /P Do Q`);
    return this.page.height - foot / POINTS;
  }

  /** At the top right of a page of another file, as it is seen. */
  private label(page: PDFPage, label: string): void {
    const shape = shapeOfPage(page);
    const { size, fromRight, baselines } = roomOn(shape);
    const [left, bottom, right, top] = shape.box;
    const high = shape.rotation % 180 === 0 ? top - bottom : right - left;
    // As far from the upper edge as names are from the lower one.
    const place = { fromRight, baseline: high - (baselines[0] ?? 0) - size, scale: size };
    const codes = Array.from(label, (character) => this.glyphOf(character));
    const width = codes.reduce((sum, { advance }) => sum + advance, 0) / 1000;
    const matrix = matrixFor(shape, place).map(number).join(' ');
    const shown = codes.map(({ code }) => code).join('');
    const text = `BT /${LABEL} 1 Tf 0 Tr 0 g ${number(-width)} 0 Td <${shown}> Tj ET`;
    printOn(page, `q ${matrix} cm ${text} Q`, this.library);
    page.node.setFontDictionary(this.library.PDFName.of(LABEL), this.font.ref);
  }

  /** What is begun from here on comes before all that is there, in the order in which it is begun. */
  goToFront(): void {
    this.endPage();
    this.front = { pages: 0, bookmarks: 0 };
  }

  /** A bookmark to the page that was begun last; `below` the bookmark that was made last, or beside it. */
  addBookmark(title: string, below = false): void {
    if (!this.last) return;
    const text = this.library.PDFHexString.fromText(title);
    const bookmark = { title: text, page: this.last, children: [] };
    const above = below ? this.bookmarks.at(this.front ? this.front.bookmarks - 1 : -1) : undefined;
    if (above) above.children.push(bookmark);
    else this.bookmarks.splice(this.front ? this.front.bookmarks++ : Infinity, 0, bookmark);
  }

  /** In millimetres. */
  widthOf(text: string, size: number): number {
    let width = 0;
    for (const character of text) width += this.glyphOf(character).advance;
    return (width * size) / 1000 / POINTS;
  }

  /** One line of text. @param y - Of the line that the letters stand on. */
  text(x: number, y: number, text: string, { size, align = 'left', bold = false }: Look): void {
    if (text === '') return;
    const share = { left: 0, center: 0.5, right: 1 }[align];
    const left = share === 0 ? x : x - this.widthOf(text, size) * share;
    const codes = Array.from(text, (character) => this.glyphOf(character).code).join('');
    const weight = bold ? `2 Tr ${number(size / 30)} w` : '0 Tr';
    const at = `${number(left * POINTS)} ${this.up(y)}`;
    this.marks.push(`BT /F ${number(size)} Tf ${weight} 1 0 0 1 ${at} Tm <${codes}> Tj ET`);
  }

  /** @param width - Of the rule, in points. */
  line(x1: number, y1: number, x2: number, y2: number, width = 0.5): void {
    const from = `${number(x1 * POINTS)} ${this.up(y1)}`;
    this.marks.push(`${number(width)} w ${from} m ${number(x2 * POINTS)} ${this.up(y2)} l S`);
  }

  /** A frame; its edge runs along the middle of the rule. */
  frame(x: number, y: number, width: number, height: number, rule: number): void {
    const size = `${number(width * POINTS)} ${number(-height * POINTS)}`;
    this.marks.push(`${number(rule)} w ${number(x * POINTS)} ${this.up(y)} ${size} re S`);
  }

  /** The same drawings give the same bytes: no date and nothing random is in them. */
  async made(): Promise<PdfMade> {
    this.endPage();
    const { document } = this;
    document.setTitle(this.paper.title, { showInWindowTitleBar: true });
    document.setLanguage(this.paper.language);
    document.setProducer('dangan');
    const outline = outlineOf(this.bookmarks, document.context);
    if (outline) {
      const { PDFName } = this.library;
      document.catalog.set(PDFName.of('Outlines'), outline);
      document.catalog.set(PDFName.of('PageMode'), PDFName.of('UseOutlines'));
    }
    return { bytes: await document.save({ objectsPerTick: Infinity }), missing: [...this.missing] };
  }

  private endPage(): void {
    if (!this.page) return;
    const { context } = this.document;
    const stream = context.flateStream(this.marks.join('\n'));
    const { PDFName } = this.library;
    this.page.page.node.set(PDFName.of('Contents'), context.register(stream));
    this.page = undefined;
    this.marks = [];
  }

  private glyphOf(character: string): Glyph {
    let glyph = this.glyphs.get(character);
    if (!glyph) {
      glyph = this.newGlyph(character);
      this.glyphs.set(character, glyph);
    }
    return glyph;
  }

  private newGlyph(character: string): Glyph {
    if (SHAPELESS.test(character)) return { code: '', advance: 0 };
    if (!this.has(character)) {
      this.missing.add(character);
      return this.glyphOf(MISSING);
    }
    return {
      code: this.font.encodeText(character).asString(),
      advance: this.font.widthOfTextAtSize(character, 1000),
    };
  }

  private has(character: string): boolean {
    this.characters ??= new Set(this.font.getCharacterSet());
    return this.characters.has(character.codePointAt(0) ?? 0);
  }

  private characters: ReadonlySet<number> | undefined;

  /** From the top, in millimetres, to what the file counts: from the foot, in points. */
  private up(y: number): string {
    return number(((this.page?.height ?? 0) - y) * POINTS);
  }
}

/** By which a picture of one unit each way fills a box (left, foot, width, height). */
function uprightMatrix(turn: number, [left, foot, width, height]: Box4): readonly number[] {
  switch (turn) {
    case 90:
      return [0, -height, width, 0, left, foot + height];
    case 180:
      return [-width, 0, 0, -height, left + width, foot + height];
    case 270:
      return [0, height, -width, 0, left + width, foot];
    default:
      return [width, 0, 0, height, left, foot];
  }
}

type Box4 = readonly [number, number, number, number];

/** A hundredth of a point is finer than any printer. */
function number(value: number): string {
  return String(Math.round(value * 100) / 100);
}
