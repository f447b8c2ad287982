/** Which footers are on the pages of a document. */
import { FOOTER_TYPES, type FooterType, type Section } from './sections.js';

/** A footer on some page of a section. */
export interface Place {
  /** Number of the section, from 0. */
  readonly section: number;
  readonly type: FooterType;
  /** Relations, nearly always one; none when the page has no footer yet. */
  readonly ids: readonly string[];
  /** Number of the section which has the reference, or is to get it. */
  readonly from: number;
}

/**
 * A section has the footers of the one before it where it has none of its own; a first page never has that of the
 * others.
 */
export function* placesOf(sections: readonly Section[], evenAndOdd: boolean): Generator<Place> {
  for (const type of FOOTER_TYPES) {
    let ids: readonly string[] = [];
    let from: number | undefined;
    for (const [number, section] of sections.entries()) {
      const own = section.footers.filter((footer) => footer.type === type).map(({ id }) => id);
      if (own.length > 0 && !section.aside) {
        ids = own;
        from = number;
      }
      const isNeeded = type === 'default' || (type === 'first' ? section.titlePage : evenAndOdd);
      if (!isNeeded) continue;
      if (section.aside) {
        yield { section: number, type, ids: own.length > 0 ? own : ids, from: from ?? number };
      } else {
        // Where there is none, one that is put here is inherited by those that follow; LibreOffice prints it as often as
        // sections on one page have it, but hands no first page on across a section without.
        if (type !== 'first') from ??= number;
        yield { section: number, type, ids, from: from ?? number };
      }
    }
  }
}
