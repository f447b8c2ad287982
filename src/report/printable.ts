/** Text of several lines as it can be shown, each line by itself. */
export function printableLines(text: string): string {
  return text.split('\n').map(printable).join('\n');
}

/**
 * A text as it can be shown: what would act on the terminal is written out as `\u{…}`. That is control characters, what
 * is no character at all, and marks that turn the direction of the text around.
 */
export function printable(text: string): string {
  return text.replace(
    // Here, since most runs have nothing to show, and properties of Unicode take a while to look up.
    /[\p{Cc}\p{NChar}\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu,
    (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`,
  );
}
