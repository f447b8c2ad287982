/** Control characters, and marks that turn the direction of the text around. */
const ACTING = /[\p{Cc}\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu;

/** A text as it can be shown: what would act on the terminal is written out as `\u{…}`. */
export function printable(text: string): string {
  return text.replace(ACTING, (character) => `\\u{${character.charCodeAt(0).toString(16)}}`);
}
