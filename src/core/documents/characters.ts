import { isBlank } from '../naming/characters.js';

/**
 * How many characters a text has, blanks not counted: what Word calls 字符数（不计空格）. Of a Chinese text that is its
 * 字数; of a Latin word or a number, of which 字数 makes one, it is each letter and digit. Punctuation counts in both.
 */
export function countCharacters(text: string, from = 0, to = text.length): number {
  let count = 0;
  for (let at = from; at < to; at += 1) {
    const code = text.charCodeAt(at);
    // The second half of a character that takes two units was counted with the first.
    if (!isBlank(code) && !isSecondHalf(code)) count += 1;
  }
  return count;
}

/** The same of text as it stands in XML, where `&lt;` is one character and `&#160;` is none. */
export function countXmlCharacters(xml: string, from: number, to: number): number {
  let count = 0;
  for (let at = from; at < to; at += 1) {
    const code = xml.charCodeAt(at);
    if (code === AMPERSAND) {
      const end = referenceEnd(xml, at, to);
      count += Number(!isBlankReference(xml.slice(at + 1, end)));
      at = end;
    } else if (!isBlank(code) && !isSecondHalf(code)) count += 1;
  }
  return count;
}

const AMPERSAND = 0x26;
/** `&#x10FFFF;`, and names are no longer. */
const LONGEST_REFERENCE = 10;

/** Where its `;` is; a `&` that begins no reference ends at itself. */
function referenceEnd(xml: string, at: number, to: number): number {
  const last = Math.min(to, at + LONGEST_REFERENCE);
  for (let end = at + 1; end < last; end += 1) if (xml.charAt(end) === ';') return end;
  return at;
}

function isBlankReference(name: string): boolean {
  if (!name.startsWith('#')) return false;
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  return isBlank(code);
}

function isSecondHalf(code: number): boolean {
  return code >= 0xdc00 && code <= 0xdfff;
}
