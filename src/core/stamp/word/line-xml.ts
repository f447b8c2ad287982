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

export interface Prefix {
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
 * away. What the style of ordinary text says of paragraphs is taken back, since in Chinese documents it indents them.
 */
export function paragraphXml(
  { text, height }: FooterLine,
  letters: Letters,
  w: Prefix,
  form: WordForm,
): string {
  const n = w.name;
  const { left, right } = form;
  const zero = ['left', 'right'].map((side) => {
    const name = side === 'left' ? left : right;
    return ` ${n}:${name}="0" ${n}:${name}Chars="0"`;
  });
  return (
    `<${n}:p${w.declared}><${n}:pPr>` +
    `<${n}:framePr ${n}:h="${height}" ${n}:hRule="atLeast" ${n}:wrap="around" ${n}:vAnchor="page" ${n}:hAnchor="margin" ${n}:xAlign="right" ${n}:yAlign="bottom"/>` +
    `${unlistedXml(n)}<${n}:bidi ${n}:val="0"/><${n}:snapToGrid ${n}:val="0"/>` +
    `<${n}:spacing ${n}:before="0" ${n}:after="0" ${n}:line="${letters.line}" ${n}:lineRule="exact"/>` +
    `<${n}:ind${zero.join('')} ${n}:firstLine="0" ${n}:firstLineChars="0"/>` +
    `<${n}:jc ${n}:val="${right}"/></${n}:pPr>${controlXml(text, letters, { name: n, declared: '' })}</${n}:p>`
  );
}

export function controlXml(text: string, { size }: Letters, { name: n, declared }: Prefix): string {
  return (
    `<${n}:sdt${declared}><${n}:sdtPr><${n}:tag ${n}:val="${MARK}"/></${n}:sdtPr><${n}:sdtContent><${n}:r><${n}:rPr>` +
    `<${n}:rFonts ${n}:hint="eastAsia" ${n}:ascii="Times New Roman" ${n}:hAnsi="Times New Roman" ${n}:eastAsia="宋体"/>` +
    `<${n}:b ${n}:val="0"/><${n}:i ${n}:val="0"/><${n}:noProof/><${n}:color ${n}:val="auto"/><${n}:sz ${n}:val="${size}"/><${n}:szCs ${n}:val="${size}"/>` +
    `</${n}:rPr><${n}:t xml:space="preserve">${encodedXml(text)}</${n}:t></${n}:r></${n}:sdtContent></${n}:sdt>`
  );
}

/** What a footer needs besides, a point high. */
export function thinParagraphXml({ name: n, declared }: Prefix): string {
  return (
    `<${n}:p${declared}><${n}:pPr>${unlistedXml(n)}<${n}:snapToGrid ${n}:val="0"/>` +
    `<${n}:spacing ${n}:before="0" ${n}:after="0" ${n}:line="20" ${n}:lineRule="exact"/></${n}:pPr></${n}:p>`
  );
}

/** In some documents ordinary text is a list; LibreOffice numbers the lines of footers, too. */
function unlistedXml(n: string): string {
  return `<${n}:numPr><${n}:numId ${n}:val="0"/></${n}:numPr><${n}:suppressLineNumbers/>`;
}
