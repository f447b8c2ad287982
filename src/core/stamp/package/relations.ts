/** Which part of a package uses which: OPC part 2, 6.5. */
import { XmlError } from '../../documents/xml.js';
import { attributeIn, encodedXml, prefixFor, readElements, type Element } from '../xml/elements.js';
import { insertLast } from '../xml/insert.js';
import { spliced } from '../xml/splices.js';

const NAMESPACE = 'http://schemas.openxmlformats.org/package/2006/relationships';

export interface Relation {
  readonly id: string;
  /** The last part of its type: Strict documents have other ones before it. */
  readonly kind: string;
  /** Of the part in the package, without `/` at its start; `undefined` when it is outside. */
  readonly target: string | undefined;
}

/**
 * @param part - Whose relations they are; empty for those of the package.
 * @throws {XmlError}
 */
export function readRelations(xml: string, part: string): Relation[] {
  const relations: Relation[] = [];
  readElements(xml, {
    start(element) {
      if (element.uri !== NAMESPACE) throw new XmlError('no relations');
      if (element.name !== 'Relationship') return;
      const value = (name: string) => attributeIn(element, '', name)?.value;
      const target =
        value('TargetMode')?.toLowerCase() === 'external' ? undefined : value('Target');
      relations.push({
        id: value('Id') ?? '',
        kind: value('Type')?.split('/').at(-1) ?? '',
        target: target === undefined ? undefined : targetPath(target, part),
      });
    },
    end: () => undefined,
  });
  return relations;
}

/** From the folder of the part, or from the root of the package. */
function targetPath(target: string, part: string): string {
  const [path = ''] = target.replaceAll('\\', '/').split('#');
  const base = path.startsWith('/') ? '' : part.slice(0, part.lastIndexOf('/') + 1);
  const parts: string[] = [];
  for (const each of `${base}${path}`.split('/')) {
    if (each === '..') parts.pop();
    else if (each !== '' && each !== '.') parts.push(each);
  }
  return parts.join('/');
}

/** Where the relations of a part stand. */
export function relationsPath(part: string): string {
  const slash = part.lastIndexOf('/') + 1;
  return `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`;
}

export interface NewRelation {
  readonly id: string;
  readonly type: string;
  /** From the folder of the part whose relation it is. */
  readonly target: string;
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
export const NO_RELATIONS = `${HEAD}<Relationships xmlns="${NAMESPACE}"/>`;

/** @throws {XmlError} */
export function addRelations(xml: string, added: readonly NewRelation[]): string {
  return insertInRoot(xml, NAMESPACE, 'Relationship', (name) =>
    added
      .map(
        ({ id, type, target }) =>
          `<${name} Id="${encodedXml(id)}" Type="${type}" Target="${encodedXml(target)}"/>`,
      )
      .join(''),
  );
}

/** The first of `dangan1`, `dangan2` … that no relation has. */
export function freeIds(relations: readonly Relation[], count: number): string[] {
  const taken = new Set(relations.map(({ id }) => id.toLowerCase()));
  const free: string[] = [];
  for (let number = 1; free.length < count; number += 1) {
    if (!taken.has(`dangan${number}`)) free.push(`dangan${number}`);
  }
  return free;
}

/** @param make - Given the name of the elements with the prefix that it has in this part. */
export function insertInRoot(
  xml: string,
  uri: string,
  child: string,
  make: (name: string) => string,
): string {
  let result = xml;
  readElements(xml, {
    start: () => undefined,
    end(element, from) {
      if (element.parent !== undefined) return;
      result = spliced(xml, [insertLast(element, from, make(nameIn(element, uri, child)))]);
    },
  });
  return result;
}

function nameIn(root: Element, uri: string, child: string): string {
  if (root.namespaces.get('') === uri) return child;
  const prefix = prefixFor(root.namespaces, uri);
  return prefix === undefined ? child : `${prefix}:${child}`;
}
