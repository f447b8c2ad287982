/**
 * Which volumes go into which box (装盒): in their order, by the thickness of their paper.
 *
 * DA/T 22-2015, 6.4: boxes have spines of 20, 30, 40 or 50 mm; what is of different classes is not put into one box, and
 * a class with little paper has a thinner one.
 */
import type { BoxSettings } from '../archive/settings.js';
import type { Row, Volume } from './types.js';

/** What is on paper of a volume, in one box. */
export interface BoxContent {
  readonly volume: Volume;
  /** Its files in this box. */
  readonly rows: readonly Row[];
  /** Which piece of the volume it is, from 1, and of how many; one of one when the volume is not divided. */
  readonly piece: number;
  readonly pieces: number;
}

export interface Box {
  /** 盒号, from 1. */
  readonly number: number;
  /** Of its spine, in millimetres. */
  readonly width: number;
  readonly contents: readonly BoxContent[];
  readonly sheets: number;
  readonly pages: number;
  /** Files whose pages nobody has counted; each is taken for one sheet. */
  readonly uncounted: number;
  /** Is a single file thicker than the widest box? It is alone in this one. */
  readonly overfull: boolean;
}

/**
 * @param volumes - In the order in which they stand on the shelf.
 * @param classOf - What shares no box with another, unless the rules let it.
 * @returns every file once, in order. A volume that a box can hold is in one box.
 */
export function planBoxes(
  volumes: readonly Volume[],
  rules: BoxSettings,
  classOf: (volume: Volume) => string,
): readonly Box[] {
  const filler = new Filler(rules);
  let before: string | undefined;
  for (const volume of volumes) {
    const rows = volume.rows.filter(({ is }) => is === 'file');
    if (rows.length === 0) continue;
    const own = classOf(volume);
    if (!rules.together && before !== own) filler.close();
    before = own;
    filler.add(volume, rows);
  }
  filler.close();
  return filler.boxes();
}

/** A file begins on a sheet of its own. */
export function sheetsOf({ pages }: Row, { doubleSided }: BoxSettings): number {
  if (pages === undefined) return 1;
  return doubleSided ? Math.ceil(pages / 2) : pages;
}

/** In tenths of a millimetre, rounded up. */
export function thicknessOf(sheets: number, { sheetsPerMm }: BoxSettings): number {
  return Math.ceil((sheets * 10) / sheetsPerMm) / 10;
}

interface Piece {
  readonly volume: Volume;
  readonly rows: readonly Row[];
}

class Filler {
  readonly #rules: BoxSettings;
  readonly #room: number;
  readonly #closed: (readonly Piece[])[] = [];
  #open: Piece[] = [];
  #sheets = 0;

  constructor(rules: BoxSettings) {
    this.#rules = rules;
    this.#room = roomOf(Math.max(...rules.widths), rules);
  }

  close(): void {
    if (this.#open.length > 0) this.#closed.push(this.#open);
    this.#open = [];
    this.#sheets = 0;
  }

  add(volume: Volume, rows: readonly Row[]): void {
    const sheets = this.#sheetsOf(rows);
    if (this.#sheets + sheets > this.#room) this.close();
    if (sheets <= this.#room) this.#put({ volume, rows }, sheets);
    else this.#divide(volume, rows);
  }

  /** A volume that no box can hold, from a box of its own on. */
  #divide(volume: Volume, rows: readonly Row[]): void {
    let piece: Row[] = [];
    let sheets = 0;
    for (const row of rows) {
      const own = sheetsOf(row, this.#rules);
      if (sheets + own > this.#room && piece.length > 0) {
        this.#put({ volume, rows: piece }, sheets);
        this.close();
        piece = [];
        sheets = 0;
      }
      piece.push(row);
      sheets += own;
    }
    this.#put({ volume, rows: piece }, sheets);
  }

  #put(piece: Piece, sheets: number): void {
    this.#open.push(piece);
    this.#sheets += sheets;
  }

  boxes(): readonly Box[] {
    const pieces = new Map<Volume, number>();
    for (const { volume } of this.#closed.flat()) pieces.set(volume, (pieces.get(volume) ?? 0) + 1);
    const seen = new Map<Volume, number>();
    return this.#closed.map((contents, at): Box => {
      const rows = contents.flatMap((each) => each.rows);
      const sheets = this.#sheetsOf(rows);
      return {
        number: at + 1,
        width: widthFor(sheets, this.#rules),
        contents: contents.map(({ volume, rows: own }) => {
          const piece = (seen.get(volume) ?? 0) + 1;
          seen.set(volume, piece);
          return { volume, rows: own, piece, pieces: pieces.get(volume) ?? 1 };
        }),
        sheets,
        pages: rows.reduce((sum, { pages = 0 }) => sum + pages, 0),
        uncounted: rows.filter(({ pages }) => pages === undefined).length,
        overfull: sheets > this.#room,
      };
    });
  }

  #sheetsOf(rows: readonly Row[]): number {
    return rows.reduce((sum, row) => sum + sheetsOf(row, this.#rules), 0);
  }
}

/** Sheets that a box may hold. */
function roomOf(width: number, { sheetsPerMm }: BoxSettings): number {
  return Math.floor(width * sheetsPerMm);
}

/** The narrowest spine that is wide enough, else the widest that there is. */
function widthFor(sheets: number, rules: BoxSettings): number {
  const widths = rules.widths.toSorted((a, b) => a - b);
  return widths.find((width) => roomOf(width, rules) >= sheets) ?? widths.at(-1) ?? 0;
}
