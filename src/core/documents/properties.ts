/** What documents say of themselves, made fit to be shown: it comes from whoever wrote the file. */
import type { DocumentProperties } from '../evidence/types.js';
import { isControl, isInvisible } from '../naming/characters.js';
import type { Day } from '../system/types.js';

/** In code units. The title of a report has some dozens. */
const LONGEST = 200;
/** Of a text that is looked at: most of a longer one may be blanks. */
const LONGEST_RAW = 4 * LONGEST;

interface Told {
  readonly title?: string | undefined;
  readonly author?: string | undefined;
  readonly application?: string | undefined;
  readonly modified?: Day | undefined;
}

/** @returns `undefined` when it tells nothing. */
export function propertiesOf(told: Told): DocumentProperties | undefined {
  const known = {
    title: lineOf(told.title),
    author: lineOf(told.author),
    application: lineOf(told.application),
    modified: told.modified,
  };
  const entries = Object.entries(known).filter(([, value]) => value !== undefined);
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
}

/** One line, blanks drawn together. */
function lineOf(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  let line = '';
  for (const character of text.slice(0, LONGEST_RAW)) {
    const code = character.charCodeAt(0);
    const isBlank = isControl(code) || (code >= 0x80 && code < 0xa0) || /\s/.test(character);
    if (isBlank) line += line === '' || line.endsWith(' ') ? '' : ' ';
    else if (!isInvisible(code)) line += isHalf(character) ? '\ufffd' : character;
    if (line.length >= LONGEST) break;
  }
  line = line.trimEnd();
  return line === '' ? undefined : line;
}

/** A half of a pair without the other. */
function isHalf(character: string): boolean {
  return character >= '\ud800' && character <= '\udfff' && character.length === 1;
}
