/** What stamping an archive comes to: each of its files, and what becomes of it. */
import type { ArchivePath } from '../archive/paths.js';
import type { FileFormat, Identified } from '../documents/types.js';
import type { LeftBecause, StampFormat } from './types.js';

/**
 * Why a file is left as it is. Of the document: see `LeftBecause`. `old`: of a format that can be converted into one
 * that can be stamped; `no-footer`: pictures, sound, film, texts and archives have none; `empty`: there is nothing in
 * it; `absent`: it is a placeholder for a file that is elsewhere.
 *
 * Of the moment: `open` in another program; `changed` while it was read; `unreadable` for the disk; `gave-up`: it took too
 * long, too much memory, or a thread with it; `not-converted`: LibreOffice could not; `name-taken`: another file has
 * the name that it would have when converted.
 */
export type LeftReason =
  | LeftBecause
  | 'old'
  | 'no-footer'
  | 'empty'
  | 'absent'
  | 'open'
  | 'changed'
  | 'unreadable'
  | 'gave-up'
  | 'not-converted'
  | 'name-taken';

/** What may be otherwise the next time, so that this one did not do all that it was asked for. */
const OF_THE_MOMENT: ReadonlySet<LeftReason> = new Set([
  'open',
  'changed',
  'unreadable',
  'gave-up',
  'not-converted',
  'name-taken',
]);

export function isOfTheMoment(reason: LeftReason): boolean {
  return OF_THE_MOMENT.has(reason);
}

export type Outcome =
  | {
      readonly did: 'stamped';
      /** The names of ours that were there. */
      readonly before: readonly string[];
      /** What it was converted into; then it has another name, too. */
      readonly converted?: Converted;
    }
  | { readonly did: 'same' }
  | { readonly did: 'left'; readonly because: LeftReason; readonly detail?: string };

interface Converted {
  readonly into: StampFormat;
  readonly to: ArchivePath;
}

export interface StampRow {
  readonly path: ArchivePath;
  readonly format: FileFormat | undefined;
  /** What is to stand in its footers. */
  readonly text: string;
  readonly outcome: Outcome;
}

export function left(because: LeftReason, detail?: string): Outcome {
  return { did: 'left', because, ...(detail === undefined ? {} : { detail }) };
}

/** What is to be done with a file of a format. */
export type Treatment =
  | { readonly is: 'stamp'; readonly as: StampFormat }
  | { readonly is: 'convert'; readonly into: StampFormat }
  | { readonly is: 'leave'; readonly because: LeftReason };

const STAMPED: Readonly<Partial<Record<FileFormat, StampFormat>>> = {
  docx: 'docx',
  docm: 'docx',
  dotx: 'docx',
  dotm: 'docx',
  xlsx: 'xlsx',
  xlsm: 'xlsx',
  xltx: 'xlsx',
  xltm: 'xlsx',
  pptx: 'pptx',
  pptm: 'pptx',
  ppsx: 'pptx',
  ppsm: 'pptx',
  potx: 'pptx',
  potm: 'pptx',
  pdf: 'pdf',
};

/** Programs of today write the others; what WPS calls wps, et and dps is among them. */
const CONVERTED: Readonly<Partial<Record<FileFormat, StampFormat>>> = {
  doc: 'docx',
  rtf: 'docx',
  works: 'docx',
  xls: 'xlsx',
  ppt: 'pptx',
};

/** Documents with pages that nothing is written into. */
const UNSUPPORTED: ReadonlySet<FileFormat> = new Set([
  'xlsb',
  'vsdx',
  'vsd',
  'odt',
  'ods',
  'odp',
  'odg',
  'ofd',
  'xps',
]);

export function treatmentOf({ format, marks }: Identified): Treatment {
  const leave = (because: LeftReason): Treatment => ({ is: 'leave', because });
  if (marks.includes('unreadable')) return leave('unreadable');
  if (marks.includes('pointer') || marks.includes('placeholder')) return leave('absent');
  if (marks.includes('empty')) return leave('empty');
  if (format === undefined) return leave('no-footer');
  // Only the password tells which of them it is.
  if (format === 'ooxml') return leave('encrypted');
  const as = STAMPED[format];
  if (as) return { is: 'stamp', as };
  const into = CONVERTED[format];
  if (into) return marks.includes('encrypted') ? leave('encrypted') : { is: 'convert', into };
  return leave(UNSUPPORTED.has(format) ? 'unsupported' : 'no-footer');
}
