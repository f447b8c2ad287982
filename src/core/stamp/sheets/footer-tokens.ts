/** The footer of a sheet, taken apart: text and codes. */

interface Token {
  readonly from: number;
  readonly to: number;
  /** Letter of the code in upper case, `"` for a font, `9` for a size, empty for text. */
  readonly kind: string;
}

export function* tokensOf(code: string): Generator<Token> {
  for (let from = 0; from < code.length;) {
    const to = tokenEnd(code, from);
    const isCode = code.charAt(from) === '&' && code.charAt(from + 1) !== '&';
    const letter = code.charAt(from + 1).toUpperCase();
    yield { from, to, kind: isCode ? (isDigit(letter) ? '9' : letter) : '' };
    from = to;
  }
}

function tokenEnd(code: string, from: number): number {
  if (code.charAt(from) !== '&') {
    const next = code.indexOf('&', from);
    return next < 0 ? code.length : next;
  }
  const letter = code.charAt(from + 1);
  if (letter === '"') {
    const quote = code.indexOf('"', from + 2);
    return quote < 0 ? code.length : quote + 1;
  }
  // Six digits of a colour, or a colour of the theme and how much lighter it is.
  if (letter === 'K' || letter === 'k') return Math.min(code.length, from + 8);
  let to = from + 2;
  if (isDigit(letter)) while (isDigit(code.charAt(to))) to += 1;
  return Math.min(code.length, to);
}

function isDigit(letter: string): boolean {
  return letter >= '0' && letter <= '9' && letter !== '';
}
