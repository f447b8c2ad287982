/** OOXML, as Word, Excel and PowerPoint write it since 2007, and WPS. */
import { dayOfW3c } from '../../core/documents/days.js';
import { elementsOf, textOf } from '../../core/documents/elements.js';
import { charactersOfPages } from '../../core/documents/pages.js';
import { pageCount } from '../../core/documents/page-count.js';
import { TextCounter } from '../../core/documents/text-counter.js';
import { countTextWithin, type TextPlaces } from '../../core/documents/text-within.js';
import { countWordText } from '../../core/documents/word-text.js';
import { countSheet, sharedTexts } from '../../core/documents/workbook-text.js';
import { found, type Found } from './found.js';
import type { Wanted } from './read-task.js';
import { relationsOf, type Relation } from './relations.js';
import type { ZipParts } from './zip-parts.js';

/** @returns `undefined` when it is a zip, but none of Office. */
export function officeFacts(parts: ZipParts, wanted: Wanted): Found | undefined {
  const relations = relationsOf(parts, '');
  if (relations === undefined) return undefined;
  const targetOf = (...types: readonly string[]) =>
    relations.find(({ type }) => types.includes(type))?.target;
  const partOf = (...types: readonly string[]) => {
    const path = targetOf(...types);
    return path === undefined ? undefined : parts.text(path);
  };
  const main = targetOf('officeDocument') ?? '';
  const core = partOf('core-properties') ?? '';
  const counted = partOf('extended-properties', 'extendedProperties') ?? '';
  return found({
    characters: wanted === 'text' ? charactersIn(parts, main) : undefined,
    pages: pagesOf(parts, main, counted),
    created: dayOfW3c(textOf(core, 'created')),
  });
}

/** Some programs name the main part `document2.xml`: what it is tells its folder. */
function kindOf(main: string): string {
  return main.slice(0, main.indexOf('/') + 1);
}

function charactersIn(parts: ZipParts, main: string): number | undefined {
  const kind = kindOf(main);
  if (kind === 'word/') return countWordText(parts.wholeText(main));
  const relations = relationsOf(parts, main) ?? [];
  if (kind === 'xl/') return inWorkbook(parts, relations);
  return kind === 'ppt/' ? onSlides(parts, relations) : undefined;
}

function targetsOf(relations: readonly Relation[], wanted: string): readonly string[] {
  return relations.filter(({ type }) => type === wanted).map(({ target }) => target);
}

/** Of all sheets, the hidden ones, too; of one with nothing but numbers, which are not counted, nobody knows. */
function inWorkbook(parts: ZipParts, relations: readonly Relation[]): number | undefined {
  const counter = new TextCounter();
  const [texts] = targetsOf(relations, 'sharedStrings');
  const shared = texts === undefined ? [] : sharedTexts(parts.wholeText(texts));
  for (const sheet of targetsOf(relations, 'worksheet')) {
    countSheet(parts.wholeText(sheet), shared, counter);
  }
  return counter.characters === 0 ? undefined : counter.characters;
}

/** Diagrams and charts are parts of their own and not counted, nor are notes. */
const SLIDE: TextPlaces = {
  text: new Set(['t']),
  not: new Set(['Fallback']),
};

function onSlides(parts: ZipParts, relations: readonly Relation[]): number | undefined {
  const slides = targetsOf(relations, 'slide');
  return charactersOfPages(slides.map((slide) => countTextWithin(parts.wholeText(slide), SLIDE)));
}

function pagesOf(parts: ZipParts, main: string, counted: string): number | undefined {
  const kind = kindOf(main);
  if (kind === 'word/') return wordPages(parts, main, counted);
  return kind === 'ppt/' ? slides(parts, main) : undefined;
}

/**
 * What the program that saved it last counted. One that counted nothing, as programs do that only write documents,
 * says so by having no characters in a text that has some; its pages are those of the template.
 */
function wordPages(parts: ZipParts, main: string, counted: string): number | undefined {
  const pages = pageCount(textOf(counted, 'Pages').trim());
  if (pages === undefined) return undefined;
  const hasCounted = Number(textOf(counted, 'Characters')) > 0;
  return hasCounted || countWordText(parts.wholeText(main)) === 0 ? pages : undefined;
}

/** Hidden ones, too. */
function slides(parts: ZipParts, main: string): number | undefined {
  const xml = parts.text(main);
  if (xml === undefined) return undefined;
  return pageCount(elementsOf(xml).filter(({ name }) => name === 'sldId').length);
}
