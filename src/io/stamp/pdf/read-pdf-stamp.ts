/** The names in the footers of a PDF: ours, and lines on the right that other programs have put there. */
import type { FooterFound } from '../../../core/stamp/types.js';
import { linesOnTheRight, namesOnPages, type Run } from '../../../core/stamp/pdf/footer-lines.js';
import { withFile, type FileInMemory } from '../../facts/open-file.js';
import { bytesOf } from './bytes.js';
import type { PdfDocument } from '../../pdf/with-pdf.js';
import { seenBy } from './judge.js';
import { ownUpdateOf } from './own-update.js';

/** A book of more is judged by its first pages. */
const MOST_PAGES = 1000;

export function readPdfStamp(from: string | FileInMemory): Promise<FooterFound> {
  return withFile(from, async (file) => {
    const bytes = bytesOf(file);
    const own = ownUpdateOf(bytes);
    // Quicker than to look at the pages: the update that put it there put it on all of them.
    if (own !== undefined) return { names: [own.text], everywhere: true };
    return seenBy(bytes, async (document) => namesOnPages(await footersOf(document)));
  });
}

async function footersOf(document: PdfDocument): Promise<readonly (readonly string[])[]> {
  const pages: (readonly string[])[] = [];
  for (let number = 1; number <= Math.min(document.numPages, MOST_PAGES); number += 1) {
    pages.push(await footerOf(document, number));
  }
  return pages;
}

/** @returns Whether a name is in the footer of every page already, whatever has put it there. */
export async function bearsEverywhere(document: PdfDocument, name: string): Promise<boolean> {
  for (let number = 1; number <= document.numPages; number += 1) {
    if (number > MOST_PAGES) return false;
    const footer = await footerOf(document, number).catch((): readonly string[] => []);
    if (!footer.includes(name)) return false;
  }
  return document.numPages > 0;
}

async function footerOf(document: PdfDocument, number: number): Promise<readonly string[]> {
  const page = await document.getPage(number);
  const view = page.getViewport({ scale: 1 });
  const { items } = await page.getTextContent();
  const runs = items.flatMap((item): Run[] => {
    if (!('str' in item) || item.str === '') return [];
    const [a, b, , , x, y] = item.transform as number[] as [
      number,
      number,
      number,
      number,
      number,
      number,
    ];
    const size = Math.hypot(a, b) || 1;
    const begin = view.convertToViewportPoint(x, y) as [number, number];
    const end = view.convertToViewportPoint(
      x + (a / size) * item.width,
      y + (b / size) * item.width,
    ) as [number, number];
    if (Math.abs(begin[1] - end[1]) > size / 2) return [];
    return [{ text: item.str, left: begin[0], right: end[0], baseline: begin[1], size }];
  });
  page.cleanup();
  return linesOnTheRight(runs, view);
}
