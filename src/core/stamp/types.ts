/** The document name in the page footer: what is put there, and what became of each document. */

/** Documents that can bear a name in their pages. */
export type StampFormat = 'docx' | 'xlsx' | 'pptx' | 'pdf';

/** What LibreOffice may make of an old document before. */
export const STAMP_CONVERSIONS = ['docx'] as const;

/**
 * Why a document is left as it is. `protected`: it allows no editing; `signed`: a change would break its signature;
 * `encrypted`: it opens with a password; `pdf-a`: its conformance would have to be judged anew; `damaged`: not all of it
 * can be read, so that not all of it could be kept; `no-pages`: there is nothing to put it on; `too-large`: more than
 * memory may hold; `no-room`: below the text there is none for a line more; `no-glyph`: the font lacks a character of the name; `unsupported`: no format of ours.
 */
export type LeftBecause =
  | 'protected'
  | 'signed'
  | 'encrypted'
  | 'pdf-a'
  | 'damaged'
  | 'no-pages'
  | 'too-large'
  | 'no-room'
  | 'no-glyph'
  | 'unsupported';

/** What became of a document, or would: `same` when it bears the name already, on every page. */
export type Stamped =
  | { readonly did: 'stamped'; readonly before: readonly string[] }
  | { readonly did: 'same' }
  | { readonly did: 'left'; readonly because: LeftBecause; readonly detail?: string };

/** A part of a document with the name put in. */
export interface StampedPart {
  readonly xml: string;
  /** Other names of ours that stood there. */
  readonly before: readonly string[];
}

/**
 * Puts a name into the footers of one document.
 *
 * @param from - The document; it is only read.
 * @param to - Where the stamped copy is written, complete and synced, when there is something to change; nothing is
 *   written when it is `undefined`, and the answer is the same.
 * @param text - NFC, one line, as it is to be read on paper.
 * @returns `before`: the names of ours that are replaced, each once.
 */
export type Stamp = (from: string, to: string | undefined, text: string) => Promise<Stamped>;

/**
 * What names a document bears: those that stand on every page, or, when none does, those that stand on some. Names are
 * ours, and any other line on the right of a footer. `undefined` when it cannot be read.
 */
export type FooterFound =
  { readonly names: readonly string[]; readonly everywhere: boolean } | undefined;
