/** What a code unit of a name is. Everything here looks at one code unit, so that a name is read in one pass. */

/** Value of an ASCII or full-width digit; -1 for anything else. */
export function digitValue(code: number): number {
  if (code >= 0x30 && code <= 0x39) return code - 0x30;
  if (code >= 0xff10 && code <= 0xff19) return code - 0xff10;
  return -1;
}

/**
 * Characters that take no room or turn the direction of the text. U+200C and U+200D have uses and are left out, so are
 * U+0080 to U+009F: bytes of a name that was read in the wrong encoding, which may yet be read in the right one.
 */
export function isInvisible(code: number): boolean {
  if (code < 0xad) return false;
  return (
    code === 0xad ||
    code === 0x200b ||
    code === 0x200e ||
    code === 0x200f ||
    (code >= 0x202a && code <= 0x202e) ||
    (code >= 0x2060 && code <= 0x2069) ||
    code === 0xfeff
  );
}

export function isControl(code: number): boolean {
  return code < 0x20 || code === 0x7f;
}

/** Space of any width. */
export function isSpace(code: number): boolean {
  return (
    code === 0x20 ||
    code === 0x3000 ||
    code === 0xa0 ||
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x2028 || // line and paragraph separators
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x205f
  );
}

/** What a reader of the name does not see. */
export function isBlank(code: number): boolean {
  // Nearly all of a name, known without looking any closer.
  if ((code > 0x20 && code < 0x7f) || (code > 0x3000 && code < 0xfeff)) return false;
  return isSpace(code) || isControl(code) || isInvisible(code);
}

/** `isSpace` and `isBlank` as they stand in a class of a regular expression, which looks at a whole name at once. */
export const SPACES = ' \\xa0\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000';
export const BLANKS = `${SPACES}\\0-\\x1f\\x7f\\xad\\u200b\\u200e\\u200f\\u202a-\\u202e\\u2060-\\u2069\\ufeff`;

export function isHan(code: number): boolean {
  return code >= 0x3400 && code <= 0x9fff;
}

/** 一 to 十; 0 for anything else. */
export function numeralValue(code: number): number {
  return isHan(code) ? '一二三四五六七八九十'.indexOf(String.fromCharCode(code)) + 1 : 0;
}

/** 甲 to 癸, as outlines count; 0 for anything else. */
export function stemValue(code: number): number {
  return isHan(code) ? '甲乙丙丁戊己庚辛壬癸'.indexOf(String.fromCharCode(code)) + 1 : 0;
}

export function isAsciiLetter(code: number): boolean {
  return (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);
}

export function isAsciiDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

/**
 * Is there a half of a surrogate pair alone at `at`? Call it for a surrogate only.
 * Such a name cannot be written as UTF-8.
 */
export function isLoneSurrogate(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code >= 0xdc00) {
    const before = at > 0 ? text.charCodeAt(at - 1) : 0;
    return before < 0xd800 || before > 0xdbff;
  }
  const after = at + 1 < text.length ? text.charCodeAt(at + 1) : 0;
  return after < 0xdc00 || after > 0xdfff;
}
