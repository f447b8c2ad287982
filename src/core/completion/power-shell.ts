/** Words on a line of PowerShell. */

/** As PowerShell is to put it into the line: in single quotes when it would take it apart otherwise. */
export function powerShellWord(word: string): string {
  // It reads the typographic quotes as quotes, too.
  return /^[\p{L}\p{N}\-._/\\:=+：（）·—、《》]+$/u.test(word) && !word.startsWith('@')
    ? word
    : `'${word.replaceAll(/['‘’‚‛]/g, '$&$&')}'`;
}

/** What is typed so far, without its quotes. Windows PowerShell hands on no empty word: `""` stands for one. */
export function powerShellText(typed: string): string {
  if (typed === '""') return '';
  const [quote = ''] = typed;
  if (quote === "'" || quote === '"') {
    const inner = typed.slice(1);
    const closed = inner.endsWith(quote) ? inner.slice(0, -1) : inner;
    return closed.replaceAll(quote + quote, quote);
  }
  return typed.replaceAll(/`(.)/g, '$1');
}
