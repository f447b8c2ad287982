/**
 * A PDF file that is written from scratch: text in one font, rules and frames.
 *
 * Places are millimetres from the top left corner of the page, as one measures on paper; sizes of letters are points.
 */
import type { PDFDocument, PDFFont, PDFRef } from '@cantoo/pdf-lib';
import { outlineOf, type Bookmark } from './outline.js';

type Library = typeof import('../../io/pdf/pdf-lib.late.js');

export const A4 = { width: 210, height: 297 } as const;

/** Points to the millimetre. */
const POINTS = 72 / 25.4;

export interface Look {
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

interface About {
  readonly title: string;
  /** `zh-CN`, for those to whom the file is read aloud. */
  readonly language: string;
}

/** Stands in for a character that the font does not have, as printers have always set it. */
const MISSING = '〓';
/** What has no shape of its own on paper. */
const SHAPELESS = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Variation_Selector}]/u;

export class PdfFile {
  private readonly library: Library;
  private readonly document: PDFDocument;
  private readonly font: PDFFont;
  private readonly about: About;
  private readonly glyphs = new Map<string, Glyph>();
  private readonly bookmarks: Bookmark[] = [];
  private page: { readonly ref: PDFRef; readonly height: number } | undefined;
  private marks: string[] = [];
  private missing = new Set<string>();

  private constructor(library: Library, document: PDFDocument, font: PDFFont, about: About) {
    this.library = library;
    this.document = document;
    this.font = font;
    this.about = about;
  }

  /** @param font - A TrueType font; what is used of it goes into the file. */
  static async with(font: Uint8Array, about: About): Promise<PdfFile> {
    const library = await import('../../io/pdf/pdf-lib.late.js');
    const document = await library.PDFDocument.create({ updateMetadata: false });
    document.registerFontkit(library.fontkit);
    // A name of its own, or the library makes one up by chance.
    const embedded = await document.embedFont(font, { subset: true, customName: 'DANGAN+Text' });
    return new PdfFile(library, document, embedded, about);
  }

  /** Characters that the font does not have, each once. */
  get missingCharacters(): readonly string[] {
    return [...this.missing];
  }

  /** Begin a page; what is drawn from here on is on it. */
  addPage({ width, height }: { readonly width: number; readonly height: number }): void {
    this.endPage();
    const page = this.document.addPage([width * POINTS, height * POINTS]);
    page.node.setFontDictionary(this.library.PDFName.of('F'), this.font.ref);
    this.page = { ref: page.ref, height };
  }

  /** A bookmark to the page that was begun last. */
  addBookmark(title: string): void {
    if (!this.page) return;
    const text = this.library.PDFHexString.fromText(title);
    this.bookmarks.push({ title: text, page: this.page.ref, children: [] });
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
  frame(x: number, y: number, width: number, height: number, rule = 0.5): void {
    const size = `${number(width * POINTS)} ${number(-height * POINTS)}`;
    this.marks.push(`${number(rule)} w ${number(x * POINTS)} ${this.up(y)} ${size} re S`);
  }

  /** The same drawings give the same bytes: no date and nothing random is in them. */
  async bytes(): Promise<Uint8Array> {
    this.endPage();
    const { document } = this;
    document.setTitle(this.about.title, { showInWindowTitleBar: true });
    document.setLanguage(this.about.language);
    document.setProducer('dangan');
    const outline = outlineOf(this.bookmarks, document.context);
    if (outline) {
      const { PDFName } = this.library;
      document.catalog.set(PDFName.of('Outlines'), outline);
      document.catalog.set(PDFName.of('PageMode'), PDFName.of('UseOutlines'));
    }
    return document.save({ objectsPerTick: Infinity });
  }

  private endPage(): void {
    if (!this.page) return;
    const { context } = this.document;
    const stream = context.flateStream(this.marks.join('\n'));
    const { PDFDict, PDFName } = this.library;
    const page = context.lookup(this.page.ref, PDFDict);
    page.set(PDFName.of('Contents'), context.register(stream));
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

/** A hundredth of a point is finer than any printer. */
function number(value: number): string {
  return String(Math.round(value * 100) / 100);
}
