/** Text in the encodings of Windows, by their number. */
const ENCODINGS: ReadonlyMap<number, string> = new Map([
  [1200, 'utf-16le'],
  [65001, 'utf-8'],
  [932, 'shift_jis'],
  [949, 'euc-kr'],
  [950, 'big5'],
  [1250, 'windows-1250'],
  [1251, 'windows-1251'],
  [1252, 'windows-1252'],
]);

/** What is not known is taken for Chinese: there ASCII is the same. */
const CHINESE = 'gb18030';

export function decodeCodePage(bytes: Uint8Array, codePage: number): string {
  return new TextDecoder(ENCODINGS.get(codePage) ?? CHINESE).decode(bytes);
}
