import { isControl, isInvisible, isSpace } from '../naming/characters.js';

/**
 * Counts the characters of a text that comes in pieces, blanks not counted: what Word calls 字符数（不计空格）. Of a Latin
 * word or a number it is each letter and digit. Punctuation counts.
 */
export class TextCounter {
  characters = 0;

  add(text: string, from = 0, to = text.length): void {
    for (let at = from; at < to; at += 1) this.#unit(text.charCodeAt(at));
  }

  /** The same of text as it stands in XML, where `&lt;` is one character and `&#160;` is none. */
  addXml(xml: string, from: number, to: number): void {
    for (let at = from; at < to; at += 1) {
      const code = xml.charCodeAt(at);
      if (code === AMPERSAND) {
        const end = referenceEnd(xml, at, to);
        this.#character(referredBy(xml.slice(at + 1, end)));
        at = end;
      } else this.#unit(code);
    }
  }

  #unit(code: number): void {
    // The second half of a character that takes two units was counted with the first.
    if (code < 0xdc00 || code > 0xdfff) this.#character(code);
  }

  /** @param code - Of the character, or the first half of it. */
  #character(code: number): void {
    if ((code >= 0x4e00 && code <= 0x9fff) || !isBlank(code)) this.characters += 1;
  }
}

function isBlank(code: number): boolean {
  return isSpace(code) || isControl(code) || isInvisible(code);
}

export function countText(text: string): number {
  const counter = new TextCounter();
  counter.add(text);
  return counter.characters;
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

/** The code of a character, of a first half for one that takes two; names are those of signs. */
function referredBy(name: string): number {
  if (!name.startsWith('#')) return AMPERSAND;
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  return code > 0xffff ? 0xd7c0 + (code >> 10) : code;
}
