/** The parts of a package as those need them who stamp: XML by its name. */
import { LeftAlone } from '../left-alone.js';
import type { StampedPart } from '../types.js';
import type { ContentTypes } from './content-types.js';
import { addContentTypes } from './content-types.js';
import {
  addRelations,
  NO_RELATIONS,
  readRelations,
  relationsPath,
  type NewRelation,
  type Relation,
} from './relations.js';

export interface Parts {
  readonly types: ContentTypes;
  /** Whatever the case of the name. */
  has(part: string): boolean;
  /** @returns the decoded text; `undefined` when there is no such part. */
  xml(part: string): string | undefined;
}

export const CONTENT_TYPES = '[Content_Types].xml';

/** What became of parts, by their names: those that are there already, and new ones. */
export type ChangedParts = Map<string, string>;

export interface Change {
  readonly parts: ReadonlyMap<string, string>;
  /** Names of ours that are replaced. */
  readonly before: readonly string[];
}

/** @throws {LeftAlone} */
export function xmlOf(parts: Parts, part: string): string {
  const xml = parts.xml(part);
  if (xml === undefined) throw new LeftAlone('damaged', part);
  return xml;
}

/** Each of some parts, as `stamp` makes it of what it was. */
export function stampEach(
  parts: Parts,
  paths: readonly string[],
  stamp: (xml: string) => StampedPart,
): Change {
  const changed: ChangedParts = new Map();
  const before = new Set<string>();
  for (const path of paths) {
    const xml = xmlOf(parts, path);
    const stamped = stamp(xml);
    if (stamped.xml !== xml) changed.set(path, stamped.xml);
    for (const name of stamped.before) before.add(name);
  }
  return { parts: changed, before: [...before] };
}

/** @throws {XmlError} */
export function relationsOf(parts: Parts, part: string): Relation[] {
  const xml = parts.xml(relationsPath(part));
  return xml === undefined ? [] : readRelations(xml, part);
}

export function addRelationsTo(
  parts: Parts,
  part: string,
  added: readonly NewRelation[],
  changed: ChangedParts,
): void {
  const path = relationsPath(part);
  changed.set(path, addRelations(parts.xml(path) ?? NO_RELATIONS, added));
}

/** @param added - Types by part. */
export function addTypesTo(
  parts: Parts,
  added: ReadonlyMap<string, string>,
  changed: ChangedParts,
): void {
  changed.set(CONTENT_TYPES, addContentTypes(xmlOf(parts, CONTENT_TYPES), added));
}

/** In the folder of a part, the first of `footer1.xml`, `footer2.xml` … that is not there. */
export function* freeNames(parts: Parts, beside: string, stem: string): Generator<string, never> {
  const folder = beside.slice(0, beside.lastIndexOf('/') + 1);
  for (let number = 1; ; number += 1) {
    const name = `${stem}${number}.xml`;
    if (!parts.has(folder + name) && !parts.types.has(folder + name)) yield name;
  }
}
