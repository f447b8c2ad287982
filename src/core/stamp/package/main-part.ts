/** Where a package begins, and what keeps anybody from changing it. */
import { LeftAlone } from '../left-alone.js';
import { attributeIn, readElements } from '../xml/elements.js';
import { relationsOf, xmlOf, type Parts } from './parts.js';
import { readRelations, relationsPath } from './relations.js';

/** Words in the content types of main parts, with macros and without, of documents and of templates. */
const KINDS = {
  word: ['wordprocessingml', 'ms-word'],
  sheets: ['spreadsheetml', 'ms-excel'],
  slides: ['presentationml', 'ms-powerpoint'],
} as const;

export type OfficeKind = keyof typeof KINDS;

/**
 * @returns the name of the main part; what kind it is of is told by its type, not by its name.
 * @throws {LeftAlone} - it is of another kind, signed, or said to be final.
 * @throws {XmlError}
 */
export function mainPartOf(parts: Parts, kind: OfficeKind): string {
  const relations = readRelations(xmlOf(parts, relationsPath('')), '');
  const main = relations.find((each) => each.kind === 'officeDocument')?.target;
  if (main === undefined) throw new LeftAlone('unsupported');
  const type = parts.types.of(main) ?? '';
  if (!KINDS[kind].some((word) => type.includes(word))) {
    throw new LeftAlone('unsupported', type === '' ? undefined : type);
  }
  if (relations.some((each) => each.kind === 'origin')) throw new LeftAlone('signed');
  const custom = relations.find((each) => each.kind === 'custom-properties')?.target;
  const properties = custom === undefined ? undefined : parts.xml(custom);
  if (properties !== undefined && isFinal(properties)) throw new LeftAlone('protected', 'final');
  return main;
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

/** Targets of the relations of a part that are of this kind, each once. */
export function targetsOf(parts: Parts, part: string, kind: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const relation of relationsOf(parts, part)) {
    if (relation.kind === kind && relation.target !== undefined) {
      found.set(relation.id, relation.target);
    }
  }
  return found;
}
