/** Opens a PDF by its cross-reference, or, when that does not lead to its pages, by looking for its objects. */
import { Broken } from '../../../core/stamp/pdf/xref-table.js';
import type { Bytes } from './bytes.js';
import { openByLooking } from './look-for-objects.js';
import { headerOf, openByXref, type Opened } from './open-document.js';
import { pagesOf, type Page } from './pages.js';

/** @throws {Broken} */
export function openPdf(bytes: Bytes): Opened {
  const header = headerOf(bytes);
  // Some count from what stands before the header, most from the header.
  for (const base of new Set([header, 0])) {
    try {
      const opened = openByXref(bytes, base);
      if (opened.document.trailer.has('Encrypt') || leadsToPages(opened)) return opened;
    } catch (error) {
      if (!(error instanceof Broken)) throw error;
    }
  }
  return openByLooking(bytes, header);
}

/** @throws {Broken} - What stamping asks for cannot be read. */
function leadsToPages({ document }: Opened): boolean {
  const root = document.dict(document.trailer.get('Root'));
  if (document.dict(root?.get('Pages') ?? null) === undefined) return false;
  for (const page of pagesOf(document).pages) touch(document, page);
  return true;
}

function touch(document: Opened['document'], { dict, resources }: Page): void {
  document.resolve(resources);
  for (const part of document.list(dict.get('Contents')) ?? []) document.resolve(part);
}
