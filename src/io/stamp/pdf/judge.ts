/** pdf.js as a judge of what we wrote: it reads PDFs by code that is not ours. */
import { withPdf, type PdfDocument } from '../../pdf/with-pdf.js';
import type { Bytes } from './bytes.js';

/** @returns `undefined` when pdf.js cannot open it. */
export async function seenBy<T>(
  bytes: Bytes,
  look: (document: PdfDocument) => Promise<T>,
): Promise<T | undefined> {
  try {
    return await withPdf({ sizeBytes: bytes.size, read: bytes.read }, look);
  } catch {
    return undefined;
  }
}

/** What can be compared of two versions of a document. */
export interface Outline {
  readonly pages: number;
  /** Of some pages: those of a long document are not looked at one by one. */
  readonly shapes: readonly string[];
  /** Of the first pages: what is written on them. */
  readonly texts: readonly (string | undefined)[];
}

const MOST_SHAPES = 24;

export async function outlineOf(document: PdfDocument, mostTexts: number): Promise<Outline> {
  const pages = document.numPages;
  const step = Math.max(1, Math.ceil(pages / MOST_SHAPES));
  const shapes: string[] = [];
  for (let number = 1; number <= pages; number += step) {
    shapes.push(await shapeOf(document, number));
  }
  if (pages > 1) shapes.push(await shapeOf(document, pages));
  const texts: (string | undefined)[] = [];
  for (let number = 1; number <= Math.min(pages, mostTexts); number += 1) {
    texts.push(await textOf(document, number));
  }
  return { pages, shapes, texts };
}

/**
 * Only our name has come: behind what is written, or before it where that could not be closed.
 *
 * @param gone - The names of ours that were there.
 */
export function isKept(before: Outline, after: Outline, gone: readonly string[]): boolean {
  return (
    before.pages === after.pages &&
    before.shapes.join('\n') === after.shapes.join('\n') &&
    before.texts.every((text, index) => isTextKept(without(gone, text), after.texts[index]))
  );
}

const MOST_PAGES = 1000;

/** Is a text on every page that can be read, and on one at least? Of a long document that is not asked. */
export async function isOnEveryPage(document: PdfDocument, text: string): Promise<boolean> {
  const bare = text.replaceAll(/\s/g, '');
  let on = 0;
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await textOf(document, number);
    if (number > MOST_PAGES || page?.includes(bare) === false) return false;
    if (page !== undefined) on += 1;
  }
  return on > 0;
}

function without(names: readonly string[], text: string | undefined): string | undefined {
  return names.reduce((left, name) => left?.replaceAll(name.replaceAll(/\s/g, ''), ''), text);
}

function isTextKept(before: string | undefined, after: string | undefined): boolean {
  if (before === undefined) return true;
  if (after === undefined || after.length <= before.length) return false;
  return after.startsWith(before) || after.endsWith(before);
}

async function shapeOf(document: PdfDocument, number: number): Promise<string> {
  try {
    const page = await document.getPage(number);
    return [...page.view, page.rotate, page.userUnit].join(' ');
  } catch {
    return 'unreadable';
  }
}

async function textOf(document: PdfDocument, number: number): Promise<string | undefined> {
  try {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent({ disableNormalization: true });
    page.cleanup();
    return items
      .map((item) => ('str' in item ? item.str : ''))
      .join('')
      .replaceAll(/\s/g, '');
  } catch {
    return undefined;
  }
}
