/** OOXML, as Word, Excel and PowerPoint write it since 2007, and WPS. */
import { posix } from 'node:path';
import { dayOfW3c } from '../../core/documents/days.js';
import { elementsOf, textOf } from '../../core/documents/elements.js';
import { pageCount } from '../../core/documents/page-count.js';
import { countWordCharacters } from '../../core/documents/word-text.js';
import { attributeOf } from '../../core/documents/xml.js';
import type { ContentFacts } from '../../core/evidence/types.js';
import type { ZipParts } from './zip-parts.js';
import { Unread } from './unread.js';
import type { Wanted } from './read-task.js';

const RELATIONS = '_rels/.rels';

/** @returns `undefined` when it is a zip, but none of Office. */
export function officeFacts(parts: ZipParts, wanted: Wanted): ContentFacts | undefined {
  const relations = parts.text(RELATIONS);
  if (relations === undefined) return undefined;
  const byType = targetsOf(relations);
  const main = byType.get('officeDocument') ?? '';
  // Some programs name the main part `document2.xml`: what it is tells its folder.
  const isWord = main.startsWith('word/');
  const properties = byType.get('core-properties');
  return {
    characters: isWord && wanted === 'text' ? wordCharacters(parts, main) : undefined,
    pages: isWord
      ? wordPages(parts, main, byType)
      : main.startsWith('ppt/')
        ? slides(parts, main)
        : undefined,
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

/**
 * What the program that saved it last counted. One that counted nothing, as programs do that only write documents,
 * says so by having no characters in a text that has some; its pages are those of the template.
 */
function wordPages(
  parts: ZipParts,
  main: string,
  byType: ReadonlyMap<string, string>,
): number | undefined {
  const path = byType.get('extended-properties') ?? byType.get('extendedProperties');
  const told = path === undefined ? undefined : parts.text(path);
  const pages = told === undefined ? undefined : pageCount(textOf(told, 'Pages').trim());
  if (told === undefined || pages === undefined) return undefined;
  const counted = Number(textOf(told, 'Characters')) > 0;
  return counted || wordCharacters(parts, main) === 0 ? pages : undefined;
}

/** Hidden ones, too. */
function slides(parts: ZipParts, main: string): number | undefined {
  const xml = parts.text(main);
  if (xml === undefined) return undefined;
  return pageCount(elementsOf(xml).filter(({ name }) => name === 'sldId').length);
}

function createdIn(xml: string | undefined): string | undefined {
  return xml === undefined ? undefined : dayOfW3c(textOf(xml, 'created'));
}
