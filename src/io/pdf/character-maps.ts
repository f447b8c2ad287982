/**
 * The character maps that a PDF may name instead of holding them, made here: Chinese fonts that are not embedded have
 * them. Adobe's take megabytes; to count characters it is enough that each code becomes one, and blanks stay blanks.
 *
 * So all of them number the glyphs by their Unicode, and the way back from glyph to Unicode changes nothing.
 *
 * @see PDF 32000-1, 9.7.5.2: the predefined maps; 9.10.2: the way from glyph to Unicode.
 */
export class CharacterMaps {
  /** As pdf.js asks for them; what cannot be made is left out, and with it the text in that font. */
  fetch({ kind, filename }: { readonly kind: string; readonly filename: string }) {
    const map = kind === 'cMapUrl' ? characterMap(filename) : undefined;
    return map === undefined
      ? Promise.reject(new Error(`no ${filename}`))
      : Promise.resolve(new Uint8Array(Buffer.from(map, 'latin1')));
  }
}

function characterMap(name: string): string | undefined {
  if (name.endsWith('-UCS2')) return written('', '1 beginbfrange <0000> <ffff> <0000> endbfrange');
  if (/^Uni.*-(?:UCS2|UTF16)-/.test(name))
    return written(TWO, '1 begincidrange <0000> <ffff> 0 endcidrange');
  if (/^GB(?!T)/.test(name)) return written(ONE_OR_TWO, codesOf('gb18030'));
  if (/B5/.test(name)) return written(ONE_OR_TWO, codesOf('big5'));
  return undefined;
}

const TWO = '1 begincodespacerange <0000> <ffff> endcodespacerange';
const ONE_OR_TWO = '2 begincodespacerange <00> <80> <8140> <fefe> endcodespacerange';

function written(codes: string, map: string): string {
  return `begincmap ${codes} ${map} endcmap`;
}

/** Every code of an encoding, one by one: they are in no order of Unicode's. */
function codesOf(encoding: string): string {
  const decoder = new TextDecoder(encoding);
  const codes = ['1 begincidrange <00> <7f> 0 endcidrange'];
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    const row: string[] = [];
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      const [character = '', more] = decoder.decode(Uint8Array.of(lead, trail));
      if (more !== undefined || character === '\ufffd') continue;
      row.push(`<${(lead * 256 + trail).toString(16)}> ${character.charCodeAt(0)}`);
    }
    codes.push(`${row.length} begincidchar ${row.join(' ')} endcidchar`);
  }
  return codes.join('\n');
}
