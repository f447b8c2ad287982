/** The objects of a font that holds the characters of one text, so that it is seen, searched and copied. */
import { hash } from 'node:crypto';
import type { TrueTypeFont } from './true-type.js';
import { writtenNumber } from './values.js';

export interface FooterFont {
  /** The codes of a text, as they are written in contents. */
  readonly codesOf: (text: string) => string;
  /** Each by its place among them: how the others are named is known when they have numbers. */
  readonly objects: readonly ((number: (index: number) => number) => Buffer)[];
}

/** Characters of one text; the same ones are the same bytes. @param characters - Each once. */
export function footerFont(font: TrueTypeFont, characters: readonly string[]): FooterFont {
  const glyphs = characters.map((character) => font.glyphOf(character.codePointAt(0) ?? 0));
  const file = font.subset(glyphs);
  const name = `/${tagOf(file)}+NotoSansSC-Regular`;
  const widths = glyphs.map((glyph) => writtenNumber(inThousandths(font, font.advanceOf(glyph))));
  const { ascent, descent, box } = font.measures;
  const thousandths = (units: number) => writtenNumber(inThousandths(font, units));
  const codes = new Map(characters.map((character, index) => [character, code(index + 1)]));
  return {
    codesOf: (text) => Array.from(text, (character) => codes.get(character) ?? '0000').join(''),
    objects: [
      (number) =>
        Buffer.from(
          `<< /Type /Font /Subtype /Type0 /BaseFont ${name} /Encoding /Identity-H ` +
            `/DescendantFonts [${number(1)} 0 R] /ToUnicode ${number(4)} 0 R >>`,
        ),
      (number) =>
        Buffer.from(
          `<< /Type /Font /Subtype /CIDFontType2 /BaseFont ${name} /CIDToGIDMap /Identity ` +
            '/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> ' +
            `/FontDescriptor ${number(2)} 0 R /DW 1000 /W [1 [${widths.join(' ')}]] >>`,
        ),
      (number) =>
        Buffer.from(
          `<< /Type /FontDescriptor /FontName ${name} /Flags 4 ` +
            `/FontBBox [${box.map(thousandths).join(' ')}] /ItalicAngle 0 /StemV 80 ` +
            `/Ascent ${thousandths(ascent)} /Descent ${thousandths(descent)} /CapHeight 733 ` +
            `/FontFile2 ${number(3)} 0 R >>`,
        ),
      () => streamOf(`/Length1 ${file.length}`, file),
      () => streamOf('', Buffer.from(toUnicode(characters))),
    ],
  };
}

function inThousandths(font: TrueTypeFont, units: number): number {
  return (units * 1000) / font.measures.unitsPerEm;
}

/** @param entries - As they are written. */
export function streamOf(entries: string, bytes: Buffer): Buffer {
  const head = `<< ${entries}${entries === '' ? '' : ' '}/Length ${bytes.length} >>\nstream\n`;
  return Buffer.concat([Buffer.from(head, 'latin1'), bytes, Buffer.from('\nendstream')]);
}

/** PDF 32000-1, 9.6.4: six letters tell one subset from another. */
function tagOf(file: Buffer): string {
  const digest = hash('sha256', file, 'buffer');
  return Array.from(digest.subarray(0, 6), (byte) => String.fromCharCode(65 + (byte % 26))).join(
    '',
  );
}

function code(number: number): string {
  return number.toString(16).toUpperCase().padStart(4, '0');
}

/** PDF 32000-1, 9.10.3: at most a hundred in one part. */
function toUnicode(characters: readonly string[]): string {
  const rows = characters.map((character, index) => {
    const units = Array.from({ length: character.length }, (_, at) => character.charCodeAt(at));
    return `<${code(index + 1)}> <${units.map(code).join('')}>`;
  });
  const parts: string[] = [];
  for (let from = 0; from < rows.length; from += 100) {
    const part = rows.slice(from, from + 100);
    parts.push(`${part.length} beginbfchar\n${part.join('\n')}\nendbfchar\n`);
  }
  return `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
${parts.join('')}endcmap
CMapName currentdict /CMap defineresource pop
end
end
`;
}
