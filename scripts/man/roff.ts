/** Text for man(7). */

/** In the running text: what would be an instruction or an escape is neither, and Chinese may be broken into lines. */
export function roff(text: string): string {
  return breakable(text)
    .map(escaped)
    .join('\\:')
    .replace(/^(?=[.'])/, '\\&');
}

/** Words that are typed; nothing in them is broken. */
export function typed(text: string): string {
  return escaped(text).replace(/^(?=[.'])/, '\\&');
}

function escaped(text: string): string {
  return text.replaceAll('\\', '\\e').replaceAll('-', '\\-').replaceAll("'", '\\(aq');
}

/** Signs that do not begin a line, and those that do not end one. */
const NOT_FIRST = /^[，。、；：？！）》】”’…—·％]/u;
const NOT_LAST = /[（《【“‘]$/u;
const HAN = /[\p{Script=Han}，。、；：？！（）《》【】“”‘’…—]/u;

/** Pieces between which a line may be broken: troff knows blanks only. */
function breakable(text: string): readonly string[] {
  const pieces: string[] = [];
  for (const char of text) {
    const last = pieces.at(-1);
    const mayBreak =
      last !== undefined &&
      (HAN.test(char) || HAN.test(last.slice(-1))) &&
      !/\s$/u.test(last) &&
      !/\s/u.test(char) &&
      !NOT_FIRST.test(char) &&
      !NOT_LAST.test(last);
    if (last === undefined || mayBreak) pieces.push(char);
    else pieces[pieces.length - 1] = last + char;
  }
  return pieces;
}
