/** A line of bash up to the cursor, taken apart as bash and readline do, and words written back so that both take them. */

interface BashLine {
  /** The words that are finished, as the command will get them; the command's own first. */
  readonly words: readonly string[];
  readonly current: BashWord;
}

/** The word at the cursor. */
interface BashWord {
  /** As the command would get it. */
  readonly text: string;
  /** The quote it stands in, if any. */
  readonly quote: '' | '"' | "'";
  /**
   * How much of `text` readline keeps: it completes only what is behind the last character that breaks words for it,
   * or behind the quote.
   */
  readonly kept: number;
}

/** @param breaks - `COMP_WORDBREAKS`. */
export function parseBashLine(line: string, breaks: string): BashLine {
  const words: string[] = [];
  let text: string | undefined;
  let quote: BashWord['quote'] = '';
  let kept = 0;
  for (let at = 0; at < line.length; at += 1) {
    const char = line[at] ?? '';
    if (quote === "'" ? char !== quote : char === '\\') {
      const isEscape = char === '\\' && quote !== "'";
      const next = line[at + 1] ?? '';
      if (isEscape) at += 1;
      // Within double quotes a backslash stands for itself before most characters.
      text =
        (text ?? '') +
        (!isEscape ? char : quote === '' || /["$`\\]/.test(next) ? next : char + next);
    } else if (char === quote) {
      quote = '';
    } else if (quote === '' && (char === '"' || char === "'")) {
      quote = char;
      text ??= '';
      kept = text.length;
    } else if (quote === '' && (char === ' ' || char === '\t' || char === '\n')) {
      if (text !== undefined) words.push(text);
      text = undefined;
      kept = 0;
    } else {
      text = (text ?? '') + char;
      if (quote === '' && breaks.includes(char)) kept = text.length;
    }
  }
  return { words, current: { text: text ?? '', quote, kept } };
}

/** A word that the current one may become, as readline is to put it there. */
export function bashWord(word: string, { quote, kept }: BashWord): string {
  const rest = word.slice(kept);
  switch (quote) {
    case '"':
      return rest.replaceAll(/["$`\\]/g, '\\$&');
    case "'":
      return rest.replaceAll("'", "'\\''");
    case '':
      return rest.replaceAll(/[\s"'$`\\&|;()<>*?[\]{}!#~^]/g, '\\$&');
  }
}
