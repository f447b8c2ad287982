/** What stands between words that are put together. */
export const marks = {
  list: ', ',
  comma: ', ',
  semicolon: '; ',
  colon: ': ',
  aside: (d: { text: string }) => ` (${d.text})`,
};
