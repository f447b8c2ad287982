/** The control words of RTF that matter for its text. @see Rich Text Format Specification 1.9.1 */

/** Groups whose text is not part of the main text. */
export const SKIPPED = new Set([
  ...['colortbl', 'stylesheet', 'pict', 'fldinst', 'sp', 'nonshppict', 'xmlnstbl', 'themedata'],
  ...['header', 'headerl', 'headerr', 'headerf', 'footer', 'footerl', 'footerr', 'footerf'],
  ...['footnote', 'annotation', 'listtext', 'pntext', 'listtable', 'rsidtbl'],
  ...['info', 'operator', 'company', 'comment', 'doccomm', 'keywords', 'subject', 'manager'],
  ...['title', 'author', 'generator', 'revtim', 'category', 'hlinkbase'],
  ...['atnid', 'atnauthor', 'bkmkstart', 'bkmkend', 'objdata', 'objclass'],
]);
/** Of those that old programs may pass over: in it are the texts of text boxes. */
export const STARRED_BUT_READ = new Set(['shpinst']);
/** Characters that are written as words. */
export const SIGNS: Readonly<Record<string, string>> = {
  emdash: '—',
  endash: '–',
  bullet: '•',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
};
/** Fonts tell the encoding of their text by one of these. */
export const CHARSETS: ReadonlyMap<number, number> = new Map([
  [128, 932],
  [129, 949],
  [134, 936],
  [136, 950],
  [204, 1251],
  [238, 1250],
]);

/** What the program that saved it last counted. */
export const COUNTS: ReadonlySet<string> = new Set(['nofpages', 'nofchars']);
/** The parts of the moment when it was begun. */
export const MOMENT: readonly string[] = ['yr', 'mo', 'dy', 'hr', 'min'];
