/** Control characters, what is no character at all, and marks that turn the direction of the text around. */
const ACTING = /[\p{Cc}\p{NChar}\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu;

/** Text of several lines as it can be shown, each line by itself. */
export function printableLines(text: string): string {
  return text.split('\n').map(printable).join('\n');
}

/** A text as it can be shown: what would act on the terminal is written out as `\u{…}`. */
export function printable(text: string): string {
  return text.replace(
    ACTING,
    (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`,
  );
}
