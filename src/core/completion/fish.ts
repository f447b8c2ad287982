/** What is typed of a word of fish, without its quotes and backslashes. */
export function fishText(typed: string): string {
  let text = '';
  let quote = '';
  for (let at = 0; at < typed.length; at += 1) {
    const char = typed[at] ?? '';
    const next = typed[at + 1] ?? '';
    if (char === '\\' && (quote === '' || next === quote || next === '\\')) {
      text += next;
      at += 1;
    } else if (char === quote) quote = '';
    else if (quote === '' && (char === '"' || char === "'")) quote = char;
    else text += char;
  }
  return text;
}
