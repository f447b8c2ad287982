/** Our last update of a PDF, if nobody has written behind it. */
import { digestOf, MARK, trailerMarkOf } from '../../../core/stamp/pdf/marks.js';
import type { Bytes } from './bytes.js';
import type { Opened } from './open-document.js';

export interface OwnUpdate {
  /** How long the document is without it. */
  readonly length: number;
  readonly text: string;
}

const MOST_UPDATE = 256 * 2 ** 20;

export function ownUpdateOf(
  bytes: Bytes,
  { document, newest, base }: Opened,
): OwnUpdate | undefined {
  const mark = trailerMarkOf(document.trailer.get(MARK));
  if (mark === undefined || newest === undefined) return undefined;
  const section = newest.startxref + base;
  const size = section - mark.length;
  // Other programs keep entries of a trailer that they do not know.
  if (mark.length <= 0 || size <= 0 || size > MOST_UPDATE) return undefined;
  if (digestOf(bytes.read(mark.length, size)) !== mark.digest) return undefined;
  const end = `startxref\n${newest.startxref}\n%%EOF\n`;
  const tail = bytes.read(bytes.size - end.length, end.length).toString('latin1');
  return tail === end ? { length: mark.length, text: mark.text } : undefined;
}
