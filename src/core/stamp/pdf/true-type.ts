/** A TrueType font: which glyph a character has, and a font of a few of its glyphs (OpenType 1.9). */
import type { ReadBytes, Stretch } from '../../documents/read-bytes.js';

interface FontMeasures {
  readonly unitsPerEm: number;
  readonly ascent: number;
  readonly descent: number;
  readonly box: readonly number[];
}

const ON = { words: 0x1, scale: 0x8, more: 0x20, xy: 0x40, twoByTwo: 0x80 };

export class TrueTypeFont {
  readonly measures: FontMeasures;
  private readonly read: ReadBytes;
  private readonly tables: ReadonlyMap<string, Stretch>;
  private readonly characters: ReadonlyMap<number, number>;
  private readonly locations: Buffer;
  private readonly metrics: Buffer;
  private readonly longMetrics: number;
  private readonly longLocations: boolean;

  constructor(read: ReadBytes) {
    this.read = read;
    this.tables = tablesOf(read);
    const [head, hhea] = [this.table('head'), this.table('hhea')];
    this.measures = {
      unitsPerEm: head.readUInt16BE(18),
      ascent: hhea.readInt16BE(4),
      descent: hhea.readInt16BE(6),
      box: [36, 38, 40, 42].map((at) => head.readInt16BE(at)),
    };
    this.longLocations = head.readInt16BE(50) === 1;
    this.longMetrics = hhea.readUInt16BE(34);
    this.locations = this.table('loca');
    this.metrics = this.table('hmtx');
    this.characters = charactersOf(this.table('cmap'));
  }

  private table(tag: string): Buffer {
    const table = this.tables.get(tag);
    if (table === undefined) throw new Error(`the font has no table ${tag}`);
    return this.read(table.offset, table.length);
  }

  /** @returns 0 when it has none. */
  glyphOf(character: number): number {
    return this.characters.get(character) ?? 0;
  }

  /** In units of the em. */
  advanceOf(glyph: number): number {
    return this.metrics.readUInt16BE(Math.min(glyph, this.longMetrics - 1) * 4);
  }

  private bearingOf(glyph: number): number {
    const at =
      glyph < this.longMetrics
        ? glyph * 4 + 2
        : this.longMetrics * 4 + (glyph - this.longMetrics) * 2;
    return this.metrics.readInt16BE(at);
  }

  private outlineOf(glyph: number): Buffer {
    const at = (index: number) =>
      this.longLocations
        ? this.locations.readUInt32BE(index * 4)
        : this.locations.readUInt16BE(index * 2) * 2;
    const from = at(glyph);
    const glyphs = this.tables.get('glyf');
    if (glyphs === undefined) throw new Error('the font has no outlines');
    return Buffer.from(this.read(glyphs.offset + from, at(glyph + 1) - from));
  }

  /** A font in which the glyph of index 1 is the first of these; behind them stand those that they are made of. */
  subset(glyphs: readonly number[]): Buffer {
    const all = [0, ...glyphs];
    const outlines: Buffer[] = [];
    for (let index = 0; index < all.length; index += 1) {
      const outline = this.outlineOf(all[index] ?? 0);
      renumberParts(outline, (part) => {
        const known = all.indexOf(part, glyphs.length + 1);
        return known >= 0 ? known : all.push(part) - 1;
      });
      outlines.push(outline);
    }
    return this.written(all, outlines);
  }

  private written(glyphs: readonly number[], outlines: readonly Buffer[]): Buffer {
    const padded = outlines.map((outline) => padTo(outline, 4));
    const locations = Buffer.alloc((glyphs.length + 1) * 4);
    const metrics = Buffer.alloc(glyphs.length * 4);
    let at = 0;
    for (const [index, glyph] of glyphs.entries()) {
      metrics.writeUInt16BE(this.advanceOf(glyph), index * 4);
      metrics.writeInt16BE(this.bearingOf(glyph), index * 4 + 2);
      at += padded[index]?.length ?? 0;
      locations.writeUInt32BE(at, (index + 1) * 4);
    }
    const head = Buffer.from(this.table('head'));
    head.writeInt16BE(1, 50);
    head.writeUInt32BE(0, 8);
    const hhea = Buffer.from(this.table('hhea'));
    hhea.writeUInt16BE(glyphs.length, 34);
    const maxp = Buffer.from(this.table('maxp'));
    maxp.writeUInt16BE(glyphs.length, 4);
    const parts = { glyf: Buffer.concat(padded), head, hhea, hmtx: metrics, loca: locations, maxp };
    const hints = ['cvt ', 'fpgm', 'prep'].filter((tag) => this.tables.has(tag));
    return writeFont({
      ...Object.fromEntries(hints.map((tag) => [tag, this.table(tag)])),
      ...parts,
    });
  }
}

function tablesOf(read: ReadBytes): ReadonlyMap<string, Stretch> {
  const count = read(4, 2).readUInt16BE(0);
  const rows = read(12, count * 16);
  return new Map(
    Array.from({ length: count }, (_, index) => {
      const row = rows.subarray(index * 16, index * 16 + 16);
      const table = { offset: row.readUInt32BE(8), length: row.readUInt32BE(12) };
      return [row.toString('latin1', 0, 4), table];
    }),
  );
}

/** Of the parts for Unicode, those of formats 4 and 12. */
function charactersOf(cmap: Buffer): ReadonlyMap<number, number> {
  const characters = new Map<number, number>();
  for (let index = 0; index < cmap.readUInt16BE(2); index += 1) {
    const row = 4 + index * 8;
    if (cmap.readUInt16BE(row) !== 3) continue;
    const part = cmap.subarray(cmap.readUInt32BE(row + 4));
    const format = part.readUInt16BE(0);
    if (format === 4) addSegments(part, characters);
    if (format === 12) addGroups(part, characters);
  }
  return characters;
}

function addSegments(part: Buffer, characters: Map<number, number>): void {
  const twice = part.readUInt16BE(6);
  for (let at = 0; at < twice; at += 2) {
    const end = part.readUInt16BE(14 + at);
    const start = part.readUInt16BE(16 + twice + at);
    const delta = part.readUInt16BE(16 + 2 * twice + at);
    const place = 16 + 3 * twice + at;
    const range = part.readUInt16BE(place);
    for (let character = start; character <= end && character < 0xffff; character += 1) {
      const found =
        range === 0 ? character : part.readUInt16BE(place + range + (character - start) * 2);
      const glyph = range === 0 || found > 0 ? (found + delta) & 0xffff : 0;
      if (glyph > 0) characters.set(character, glyph);
    }
  }
}

function addGroups(part: Buffer, characters: Map<number, number>): void {
  for (let at = 16; at < 16 + part.readUInt32BE(12) * 12; at += 12) {
    const [start, end] = [part.readUInt32BE(at), part.readUInt32BE(at + 4)];
    const glyph = part.readUInt32BE(at + 8);
    for (let character = start; character <= end; character += 1) {
      characters.set(character, glyph + character - start);
    }
  }
}

/** A glyph with a negative number of contours is made of others. */
function renumberParts(outline: Buffer, renumber: (glyph: number) => number): void {
  if (outline.length < 10 || outline.readInt16BE(0) >= 0) return;
  for (let at = 10; ;) {
    const flags = outline.readUInt16BE(at);
    outline.writeUInt16BE(renumber(outline.readUInt16BE(at + 2)), at + 2);
    at += flags & ON.words ? 8 : 6;
    if (flags & ON.scale) at += 2;
    else if (flags & ON.xy) at += 4;
    else if (flags & ON.twoByTwo) at += 8;
    if (!(flags & ON.more)) return;
  }
}

function writeFont(tables: Readonly<Record<string, Buffer>>): Buffer {
  const tags = Object.keys(tables).sort();
  const power = 2 ** Math.floor(Math.log2(tags.length));
  const head = Buffer.alloc(12 + tags.length * 16);
  head.writeUInt32BE(0x00010000, 0);
  const search = [tags.length, power * 16, Math.log2(power), (tags.length - power) * 16];
  for (const [index, number] of search.entries()) head.writeUInt16BE(number, 4 + index * 2);
  const parts: Buffer[] = [head];
  let offset = head.length;
  for (const [index, tag] of tags.entries()) {
    const table = tables[tag] ?? Buffer.alloc(0);
    const padded = padTo(table, 4);
    const row = 12 + index * 16;
    head.write(tag, row, 'latin1');
    head.writeUInt32BE(sumOf(padded), row + 4);
    head.writeUInt32BE(offset, row + 8);
    head.writeUInt32BE(table.length, row + 12);
    offset += padded.length;
    parts.push(padded);
  }
  const font = Buffer.concat(parts);
  const headAt = head.readUInt32BE(12 + tags.indexOf('head') * 16 + 8);
  font.writeUInt32BE((0xb1b0afba - sumOf(font)) >>> 0, headAt + 8);
  return font;
}

function sumOf(bytes: Buffer): number {
  let sum = 0;
  for (let at = 0; at < bytes.length; at += 4) sum = (sum + bytes.readUInt32BE(at)) >>> 0;
  return sum;
}

function padTo(bytes: Buffer, step: number): Buffer {
  const rest = bytes.length % step;
  return rest === 0 ? bytes : Buffer.concat([bytes, Buffer.alloc(step - rest)]);
}
