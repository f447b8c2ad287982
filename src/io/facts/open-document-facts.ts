/** ODF, as LibreOffice and the office programs of Chinese Linux write it: `.odt`, `.ods`, `.odp`. */
import { dayOfW3c } from '../../core/documents/days.js';
import { textOf } from '../../core/documents/elements.js';
import { countTextWithin } from '../../core/documents/text-within.js';
import type { ContentFacts } from '../../core/evidence/types.js';
import { Unread } from './unread.js';
import type { ZipParts } from './zip-parts.js';

const KIND = 'application/vnd.oasis.opendocument.';
/** Of a text document; the others have elements of their own in its place. */
const BODY = new Set(['text']);
/** Text that was deleted, notes, comments, and pinyin. */
const NOT_COUNTED = new Set(['tracked-changes', 'note', 'annotation', 'ruby-text']);

/** @returns `undefined` when it is a zip of another kind. */
export function openDocumentFacts(parts: ZipParts): ContentFacts | undefined {
  const kind = parts.text('mimetype');
  if (kind?.startsWith(KIND) !== true) return undefined;
  if (parts.text('META-INF/manifest.xml')?.includes(':encryption-data') === true) {
    throw new Unread('encrypted');
  }
  const [properties, content] = [parts.text('meta.xml'), parts.text('content.xml')];
  const isText = kind.startsWith('text', KIND.length) && content !== undefined;
  return {
    characters: isText ? countTextWithin(content, BODY, NOT_COUNTED) : undefined,
    created: properties === undefined ? undefined : dayOfW3c(textOf(properties, 'creation-date')),
    taken: undefined,
  };
}
