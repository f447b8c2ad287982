/** Our line as WordprocessingML, and what has to stand beside it. */
import { encodedXml, prefixFor, type Namespaces } from '../xml/elements.js';
import type { Letters, Room } from './fit.js';
import type { WordForm } from './names.js';

/** What our line is found by. */
export const MARK = 'dangan:name';

/** The room is above the lower edge of the page; at most so high it begins. */
export interface FooterLine extends Room {
  readonly text: string;
}

interface Prefix {
  readonly name: string;
  /** What has to be declared on the outermost element; mostly nothing. */
  readonly declared: string;
}

export function wordPrefix(namespaces: Namespaces, { word }: WordForm): Prefix {
  const name = prefixFor(namespaces, word);
  return name === undefined
    ? { name: 'w', declared: ` xmlns:w="${word}"` }
    : { name, declared: '' };
}

/**
 * A frame at the lower edge of the page: below what the footer holds, which stays where it is, and no line of the page
 * is lost to it. As an ordinary paragraph it would make the footer taller; beside the page number it would push that
 * away.
 */
export function paragraphXml(
  { text, height }: FooterLine,
  letters: Letters,
  w: Prefix,
  { left, right }: WordForm,
): string {
  const frame = `<w:framePr w:h="${height}" w:hRule="atLeast" w:wrap="around" w:vAnchor="page" w:hAnchor="margin" w:xAlign="right" w:yAlign="bottom"/>`;
  const sides = [left, right].map((side) => ` w:${side}="0" w:${side}Chars="0"`).join('');
  const indents = `<w:ind${sides} w:firstLine="0" w:firstLineChars="0"/><w:mirrorIndents w:val="0"/>`;
  const place = `${indents}<w:jc w:val="${right}"/>`;
  const block = blockXml({ frame, line: letters.line, place, mark: UNSEEN });
  return (
    prefixed(`<w:p${w.declared}>${block}`, w) +
    controlXml(text, letters, { name: w.name, declared: '' }) +
    prefixed('</w:p>', w)
  );
}

export function controlXml(text: string, { size }: Letters, w: Prefix): string {
  const sizes = `<w:sz w:val="${size}"/><w:szCs w:val="${size}"/>`;
  const before = `<w:sdt${w.declared}><w:sdtPr><w:tag w:val="${MARK}"/></w:sdtPr><w:sdtContent><w:r><w:rPr>${LETTERS}${sizes}${BARE}</w:rPr><w:t xml:space="preserve">`;
  return (
    prefixed(before, w) + encodedXml(text) + prefixed('</w:t></w:r></w:sdtContent></w:sdt>', w)
  );
}

/** What a footer needs besides, a point high. */
export function thinParagraphXml(w: Prefix): string {
  return prefixed(`<w:p${w.declared}>${blockXml({ line: 20 })}</w:p>`, w);
}

interface Block {
  readonly frame?: string;
  readonly line: number;
  readonly place?: string;
  /** Properties of its mark. */
  readonly mark?: string;
}

/** Properties of a paragraph, in the order of the schema. */
function blockXml({ frame = '', line, place = '', mark = '' }: Block): string {
  const spacing = `<w:spacing w:before="0" w:beforeLines="0" w:beforeAutospacing="0" w:after="0" w:afterLines="0" w:afterAutospacing="0" w:line="${line}" w:lineRule="exact"/>`;
  return `<w:pPr>${APART}${frame}${PLAIN}${spacing}${place}<w:textAlignment w:val="auto"/><w:outlineLvl w:val="9"/><w:rPr>${off('vanish')}${mark}${off('specVanish')}</w:rPr></w:pPr>`;
}

/*
 * Whatever the document says of ordinary text is taken back, as its default style may make it a list, framed, struck out
 * or hidden; in most Chinese documents it is indented. That it begins a new page means nothing in a footer, and to take
 * it back makes LibreOffice put a paragraph before the frame.
 */
const off = (names: string) =>
  names
    .split(' ')
    .map((name) => `<w:${name} w:val="0"/>`)
    .join('');
const SHADE = '<w:shd w:val="clear" w:color="auto" w:fill="auto"/>';
const NO_BORDER = 'w:val="none" w:sz="0" w:space="0" w:color="auto"';

const APART = off('keepNext keepLines');
const BORDERS = ['top', 'left', 'bottom', 'right', 'between', 'bar'];
/** LibreOffice numbers the lines of footers, too. */
const PLAIN =
  `<w:numPr><w:numId w:val="0"/></w:numPr><w:suppressLineNumbers/>` +
  `<w:pBdr>${BORDERS.map((side) => `<w:${side} ${NO_BORDER}/>`).join('')}</w:pBdr>${SHADE}` +
  off('bidi snapToGrid');
/** Of the mark of a paragraph, which LibreOffice numbers in a frame all the same: with this nothing of it is seen. */
const UNSEEN = '<w:color w:val="FFFFFF"/><w:sz w:val="2"/><w:szCs w:val="2"/>';

const LETTERS =
  '<w:rFonts w:hint="eastAsia" w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="宋体"/>' +
  off('b i caps smallCaps strike dstrike outline shadow emboss imprint') +
  '<w:noProof/>' +
  off('vanish webHidden') +
  '<w:color w:val="auto"/><w:spacing w:val="0"/><w:w w:val="100"/><w:kern w:val="0"/><w:position w:val="0"/>';
const BARE =
  `<w:highlight w:val="none"/><w:u w:val="none"/><w:effect w:val="none"/><w:bdr ${NO_BORDER}/>${SHADE}` +
  `<w:vertAlign w:val="baseline"/>${off('rtl cs')}<w:em w:val="none"/>` +
  `<w:lang w:val="en-US" w:eastAsia="zh-CN"/><w:eastAsianLayout w:combine="0" w:vert="0"/>${off('specVanish')}`;

function prefixed(xml: string, { name }: Prefix): string {
  return xml.replaceAll(/\bw:/g, `${name}:`);
}
