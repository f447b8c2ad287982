import { countCharacters } from '../../core/documents/characters.js';
import type { ContentFacts } from '../../core/evidence/types.js';
import { decodeText } from '../../core/yaml-file/decode-text.js';
import type { OpenFile } from './open-file.js';
import { Unread } from './unread.js';
import type { Wanted } from './read-task.js';

/** More than any report: five million Chinese characters. */
const LONGEST_TEXT = 16 * 2 ** 20;

/**
 * A text in UTF-8, UTF-16 with its mark, or GB18030. Every character that is no blank counts, the marks of Markdown too.
 *
 * @throws {Unread} `unsupported` - it is longer than any report, and is not read; `unreadable` - it is no text.
 */
export function textFacts(file: OpenFile, wanted: Wanted): ContentFacts {
  if (file.sizeBytes > LONGEST_TEXT) throw new Unread('unsupported');
  if (wanted === 'pages') return { characters: undefined, created: undefined, taken: undefined };
  const { text, fault } = decodeText(file.read(0, file.sizeBytes));
  if (fault && text === '') throw new Unread('unreadable');
  return { characters: countCharacters(text), created: undefined, taken: undefined };
}
