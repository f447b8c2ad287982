import type { Messages } from '../../messages/index.js';
import { styled, stylesXml, twips, wordFile, type Style } from '../word.js';
import type { BoxNote } from './notes.js';

const STYLES: Readonly<Record<string, Style>> = {
  Heading: { name: 'heading 1', align: 'center', size: 44, font: 'SimHei', bold: true, after: 160 },
  About: { size: 21, after: 60 },
  Told: { size: 24, after: 60 },
  Sign: { size: 24, after: 200 },
  End: { size: 2 },
};

/** Of the frame, in millimetres: what is told, and below it who signs. */
const [WIDTH, HEIGHT, FOOT] = [165, 162, 60];
const PADDING = 6;
const SIGNS_FROM = 95;

/** A page for each box; what people found and who signs is left to them. */
export function notesDocx(notes: readonly BoxNote[], say: Messages): Uint8Array {
  const margins = `w:top="${twips(22)}" w:right="${twips(20)}" w:bottom="${twips(18)}" w:left="${twips(25)}"`;
  const page = `<w:sectPr><w:pgSz w:w="${twips(210)}" w:h="${twips(297)}"/><w:pgMar ${margins} w:header="400" w:footer="400" w:gutter="0"/></w:sectPr>`;
  const pages = notes.map((note) => noteXml(note, say.boxes.note));
  const next = '<w:p><w:pPr><w:pStyle w:val="End"/></w:pPr><w:r><w:br w:type="page"/></w:r></w:p>';
  return wordFile({
    body: pages.join(next) + styled('', 'End') + page,
    parts: [{ path: 'styles.xml', type: 'styles', content: stylesXml(STYLES) }],
  });
}

function noteXml({ about, told }: BoxNote, say: Messages['boxes']['note']): string {
  const words = [`${say.situation}${say.colon}`, ...told, '', `${say.changes}${say.colon}`];
  const signs = say.signs.map((sign) =>
    styled(`${sign}${say.colon}`, 'Sign').replace(
      '</w:pPr>',
      `<w:ind w:left="${twips(SIGNS_FROM)}"/></w:pPr>`,
    ),
  );
  return [
    styled(say.heading, 'Heading'),
    styled(about, 'About'),
    frameXml([
      [HEIGHT, words.map((text) => styled(text, 'Told')).join('')],
      [FOOT, signs.join('')],
    ]),
  ].join('');
}

/** A table of one column whose rows are not parted by a rule. */
function frameXml(rows: readonly (readonly [height: number, xml: string])[]): string {
  const edges = ['top', 'left', 'bottom', 'right'].map(
    (side) => `<w:${side} w:val="single" w:sz="8" w:space="0" w:color="000000"/>`,
  );
  const inside = ['top', 'left', 'bottom', 'right'].map(
    (side) => `<w:${side} w:w="${twips(side === 'top' ? 3 : PADDING)}" w:type="dxa"/>`,
  );
  const xml = rows.map(
    ([height, content]) =>
      `<w:tr><w:trPr><w:cantSplit/><w:trHeight w:val="${twips(height)}" w:hRule="exact"/></w:trPr><w:tc><w:tcPr><w:tcW w:w="${twips(WIDTH)}" w:type="dxa"/></w:tcPr>${content}</w:tc></w:tr>`,
  );
  return `<w:tbl><w:tblPr><w:tblW w:w="${twips(WIDTH)}" w:type="dxa"/><w:tblInd w:w="${twips(PADDING)}" w:type="dxa"/><w:tblBorders>${edges.join('')}</w:tblBorders><w:tblLayout w:type="fixed"/><w:tblCellMar>${inside.join('')}</w:tblCellMar></w:tblPr><w:tblGrid><w:gridCol w:w="${twips(WIDTH)}"/></w:tblGrid>${xml.join('')}</w:tbl>`;
}
