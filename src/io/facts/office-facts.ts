/** OOXML, as Word, Excel and PowerPoint write it since 2007, and WPS. */
import { posix } from 'node:path';
import { dayOfW3c } from '../../core/documents/days.js';
import { elementsOf, textOf } from '../../core/documents/elements.js';
import { countWordCharacters } from '../../core/documents/word-text.js';
import { attributeOf } from '../../core/documents/xml.js';
import type { ContentFacts } from '../../core/evidence/types.js';
import type { ZipParts } from './zip-parts.js';
import { Unread } from './unread.js';

const RELATIONS = '_rels/.rels';

/** @returns `undefined` when it is a zip, but none of Office. */
export function officeFacts(parts: ZipParts): ContentFacts | undefined {
  const relations = parts.text(RELATIONS);
  if (relations === undefined) return undefined;
  const byType = targetsOf(relations);
  const main = byType.get('officeDocument') ?? '';
  const properties = byType.get('core-properties');
  return {
    // Some programs name the main part `document2.xml`: what it is tells its folder.
    characters: main.startsWith('word/') ? wordCharacters(parts, main) : undefined,
    created: properties === undefined ? undefined : createdIn(parts.text(properties)),
    taken: undefined,
  };
}

/** By the last part of their type: Strict documents have other ones before it. */
function targetsOf(relations: string): ReadonlyMap<string, string> {
  const byType = new Map<string, string>();
  for (const { tag } of elementsOf(relations)) {
    const type = attributeOf(tag, 'Type')?.split('/').at(-1);
    const target = attributeOf(tag, 'Target');
    if (type !== undefined && target !== undefined) byType.set(type, pathOf(target));
  }
  return byType;
}

/** From the root of the package, with or without a `/` before it. */
function pathOf(target: string): string {
  return posix.normalize(target.replace(/^\//, ''));
}

function wordCharacters(parts: ZipParts, path: string): number {
  const xml = parts.text(path);
  if (xml === undefined) throw new Unread('unreadable');
  return countWordCharacters(xml);
}

function createdIn(xml: string | undefined): string | undefined {
  return xml === undefined ? undefined : dayOfW3c(textOf(xml, 'created'));
}
