/** Our last update of a PDF, if nobody has written behind it. */
import { digestOf, MARK, trailerMarkOf } from '../../../core/stamp/pdf/marks.js';
import { Broken } from '../../../core/stamp/pdf/xref-table.js';
import type { Bytes } from './bytes.js';
import { headerOf, newestSection } from './open-document.js';

interface OwnUpdate {
  /** How long the document is without it. */
  readonly length: number;
  readonly text: string;
}

const MOST_UPDATE = 256 * 2 ** 20;

export function ownUpdateOf(bytes: Bytes): OwnUpdate | undefined {
  for (const base of new Set([headerOf(bytes), 0])) {
    try {
      const own = ownFrom(bytes, base);
      if (own !== undefined) return own;
    } catch (error) {
      if (!(error instanceof Broken)) throw error;
    }
  }
  return undefined;
}

function ownFrom(bytes: Bytes, base: number): OwnUpdate | undefined {
  const { startxref, dict } = newestSection(bytes, base);
  const mark = trailerMarkOf(dict.get(MARK));
  if (mark === undefined) return undefined;
  const size = startxref + base - mark.length;
  // Other programs keep entries of a trailer that they do not know.
  if (mark.length <= 0 || size <= 0 || size > MOST_UPDATE) return undefined;
  if (digestOf(bytes.read(mark.length, size)) !== mark.digest) return undefined;
  const end = `startxref\n${startxref}\n%%EOF\n`;
  const tail = bytes.read(bytes.size - end.length, end.length).toString('latin1');
  return tail === end ? { length: mark.length, text: mark.text } : undefined;
}
