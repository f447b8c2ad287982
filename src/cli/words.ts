import { COMMANDS, HIDDEN_COMMANDS } from './commands.js';

/** The command to load; `undefined` loads all of them, for help and for unknown words. */
export function commandNamed(words: readonly string[]): string | undefined {
  const word = words.find((_, at) => isCommandWord(words, at));
  const isKnown =
    word !== undefined && [COMMANDS, HIDDEN_COMMANDS].some((all) => Object.hasOwn(all, word));
  return isKnown ? word : undefined;
}

export function isCommandWord(words: readonly string[], at: number): boolean {
  return words[at]?.startsWith('-') === false && words[at - 1] !== '--lang';
}

/** `-3%`: a value that is measured, and no option. A space before it tells the parser so; values are read without. */
export function asNegativeShare(word: string): string {
  return /^-\d+(?:\.\d+)?\s*[%％]$/.test(word) ? ` ${word}` : word;
}

/**
 * `"C:\我的 档案\"`: a backslash before the closing quote makes Windows take that quote for a part of the name, and none
 has one.
 */
export function withoutStrayQuote(word: string): string {
  const isStray = word.endsWith('"') && word.indexOf('"') === word.length - 1;
  return isStray && /[\\/]/.test(word) ? word.slice(0, -1) : word;
}
