/** How a file gets among the pages that are bound together. */
import { classOf } from '../documents/formats.js';
import type { FileFormat, FormatClass, Identified } from '../documents/types.js';

export type How =
  | { readonly as: 'pages' }
  | { readonly as: 'picture'; readonly format: 'jpg' | 'png' }
  /** What LibreOffice prints of it. */
  | { readonly as: 'convert'; readonly format: FileFormat }
  | StandIn;

/** A page that says which file to open. */
interface StandIn {
  readonly as: 'stand-in';
  readonly because: NotBound;
}

/**
 * Why a file is not among the pages. `link`: it is an address; `absent`: only what stands for it is on the disk;
 * `no-pages`: it is heard, watched or unpacked, or a document without any; `not-printable`: no program that can be
 * called upon prints such a document; `no-office`: LibreOffice, which would print it, is not there;
 * `not-converted`: LibreOffice could not.
 */
export type NotBound =
  | 'link'
  | 'encrypted'
  | 'absent'
  | 'empty'
  | 'unreadable'
  | 'no-pages'
  | 'not-printable'
  | 'unknown'
  | 'no-office'
  | 'not-converted'
  | 'too-large';

export function standIn(because: NotBound): StandIn {
  return { as: 'stand-in', because };
}

export function howToBind({ format, marks }: Identified): How {
  const marked = marks.map((mark) => BY_MARK[mark]).find((because) => because !== undefined);
  if (marked) return standIn(marked);
  if (format === undefined) return standIn('unknown');
  if (format === 'pdf') return { as: 'pages' };
  if (format === 'jpg' || format === 'png') return { as: 'picture', format };
  if (PRINTABLE.has(format)) return { as: 'convert', format };
  return standIn(SEEN.has(classOf(format)) ? 'not-printable' : 'no-pages');
}

/** A file that is cut off or damaged is tried: readers may still show it. */
const BY_MARK: Readonly<Partial<Record<Identified['marks'][number], NotBound>>> = {
  empty: 'empty',
  encrypted: 'encrypted',
  // Who may not print it may not have it bound.
  restricted: 'encrypted',
  pointer: 'absent',
  placeholder: 'absent',
  unreadable: 'unreadable',
};

/** What has something to look at, whether or not it can be printed. */
const SEEN: ReadonlySet<FormatClass> = new Set(['document', 'image']);

const PRINTABLE: ReadonlySet<FileFormat> = new Set<FileFormat>([
  ...(['docx', 'docm', 'dotx', 'dotm', 'doc', 'works', 'odt', 'rtf'] as const),
  ...(['xlsx', 'xlsm', 'xlsb', 'xltx', 'xltm', 'xls', 'ods', 'csv'] as const),
  ...([
    'pptx',
    'pptm',
    'ppsx',
    'ppsm',
    'potx',
    'potm',
    'ppt',
    'odp',
    'odg',
    'vsd',
    'vsdx',
  ] as const),
  ...(['txt', 'html', 'gif', 'bmp', 'tiff', 'webp', 'psd'] as const),
]);
