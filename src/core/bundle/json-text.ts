/** What is not as it is in JSON: quotes, backslashes, control characters, halves of pairs. */
const ESCAPED = /[^ !#-[\]-\ud7ff\ue000-\uffff]/;

/** As `JSON.stringify`, in half the time for the names of files, of which there are many. */
export function jsonText(text: string): string {
  return ESCAPED.test(text) ? JSON.stringify(text) : `"${text}"`;
}
