/** Where a package begins, and what keeps anybody from changing it. */
import { LeftAlone } from '../left-alone.js';
import { attributeIn, readElements } from '../xml/elements.js';
import { xmlOf, type Parts } from './parts.js';
import { readRelations, relationsPath } from './relations.js';

/** Words in the content types of main parts, with macros and without, of documents and of templates. */
const KINDS = {
  word: ['wordprocessingml', 'ms-word'],
  sheets: ['spreadsheetml', 'ms-excel'],
  slides: ['presentationml', 'ms-powerpoint'],
} as const;

export type OfficeKind = keyof typeof KINDS;

const OFFICE_KINDS = ['word', 'sheets', 'slides'] as const;

interface MainPart {
  readonly main: string;
  readonly kind: OfficeKind;
}

/**
 * What kind of document it is tells the type of its main part, not its name.
 *
 * @throws {LeftAlone} - it is none of the kinds, signed, or said to be final.
 * @throws {XmlError}
 */
export function mainPartOf(parts: Parts): MainPart {
  const relations = readRelations(xmlOf(parts, relationsPath('')), '');
  const main = relations.find((each) => each.kind === 'officeDocument')?.target;
  if (main === undefined) throw new LeftAlone('unsupported');
  const type = parts.types.of(main) ?? '';
  const kind = OFFICE_KINDS.find((each) => KINDS[each].some((word) => type.includes(word)));
  if (kind === undefined) throw new LeftAlone('unsupported', type);
  if (relations.some((each) => each.kind === 'origin')) throw new LeftAlone('signed');
  const custom = relations.find((each) => each.kind === 'custom-properties')?.target;
  const properties = custom === undefined ? undefined : parts.xml(custom);
  if (properties !== undefined && isFinal(properties)) throw new LeftAlone('protected', 'final');
  return { main, kind };
}

/** Office writes this property when its user marks a document as final. */
function isFinal(properties: string): boolean {
  let isIt = false;
  readElements(properties, {
    start: () => undefined,
    end: () => undefined,
    text({ parent }, from, to) {
      const name = parent && attributeIn(parent, '', 'name')?.value;
      isIt ||= name === '_MarkAsFinal' && ['true', '1'].includes(properties.slice(from, to).trim());
    },
  });
  return isIt;
}
