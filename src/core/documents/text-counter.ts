import { isControl, isInvisible, isSpace } from '../naming/characters.js';

/** How long a text is. */
export interface TextLength {
  /**
   * Blanks not counted: what Word calls 字符数（不计空格）. Of a Latin word or a number it is each letter and digit.
   * Punctuation counts.
   */
  readonly characters: number;
  /**
   * What Word calls 字数: each Chinese character and each Chinese punctuation mark is one, and each run of others
   * between them or between blanks.
   */
  readonly words: number;
}

const NOTHING = 0;
/** The character before is Chinese, or part of a run of others. */
const [CHINESE, OTHERS] = [1, 2];

/** Counts a text that comes in pieces: a word may go on in the next one, until `end` is called. */
export class TextCounter implements TextLength {
  characters = 0;
  words = 0;
  #before = NOTHING;
  /** Marks that may be Chinese, since the last character that tells. */
  #doubtful = 0;

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

  /** Where a paragraph, a line or a cell ends, and with it each word. */
  end(): void {
    if (this.#before === NOTHING && this.#doubtful > 0) this.words += 1;
    this.#before = NOTHING;
    this.#doubtful = 0;
  }

  /** @param other - The length of something else. */
  addLength({ characters, words }: TextLength): void {
    this.end();
    this.characters += characters;
    this.words += words;
  }

  total(): TextLength {
    this.end();
    return { characters: this.characters, words: this.words };
  }

  #unit(code: number): void {
    // The second half of a character that takes two units was counted with the first.
    if (code < 0xdc00 || code > 0xdfff) this.#character(code);
  }

  /** @param code - Of the character, or the first half of it. */
  #character(code: number): void {
    if (code >= 0x4e00 && code <= 0x9fff) this.#chinese();
    else if (isSpace(code) || isControl(code)) {
      this.end();
      return;
    } else if (isInvisible(code)) return;
    else if (isChinese(code)) this.#chinese();
    else if (!isDoubtful(code)) this.#other();
    else if (this.#before === CHINESE) this.words += 1;
    else this.#doubtful += 1;
    this.characters += 1;
  }

  #chinese(): void {
    this.words += 1 + this.#doubtful;
    this.#doubtful = 0;
    this.#before = CHINESE;
  }

  #other(): void {
    if (this.#before !== OTHERS) this.words += 1;
    this.#doubtful = 0;
    this.#before = OTHERS;
  }
}

export function countText(text: string): TextLength {
  const counter = new TextCounter();
  counter.add(text);
  return counter.total();
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

/** Chinese, Japanese and Korean letters, their punctuation and full-width forms; planes 2 and 3 by their first half. */
function isChinese(code: number): boolean {
  if (code < 0x1100) return false;
  return (
    code <= 0x11ff ||
    (code >= 0x2e80 && code <= 0xd7ff) ||
    (code >= 0xd840 && code <= 0xd8bf) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0xfe30 && code <= 0xfe4f) ||
    (code >= 0xff00 && code <= 0xffef)
  );
}

/** “”‘’—…·①℃→■×, which belong to the writing of what stands beside them. */
function isDoubtful(code: number): boolean {
  if (code < 0x2010) return SIGNS.has(code);
  return code <= 0x27bf;
}

const SIGNS = new Set(Array.from('§°±·×÷', (sign) => sign.charCodeAt(0)));
