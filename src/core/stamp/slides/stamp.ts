/** A name on the slides of a presentation: which parts change, and how. */
import { LeftAlone } from '../left-alone.js';
import { relationsOf, stampEach, xmlOf, type Change, type Parts } from '../package/parts.js';
import { attributeIn, readElements } from '../xml/elements.js';
import { isOfSlides, slideTexts, stampSlide, type SlideSize } from './slide.js';

/** Of a presentation that does not say it: 10 by 7.5 inches. */
const SIZE: SlideSize = { width: 9_144_000, height: 6_858_000 };

/**
 * @param main - Name of the presentation.
 * @throws {LeftAlone}
 * @throws {XmlError}
 */
export function stampSlides(parts: Parts, main: string, text: string): Change {
  const size = readPresentation(xmlOf(parts, main));
  return stampEach(parts, slidesOf(parts, main), (xml) => stampSlide(xml, text, size));
}

/** What of ours stands on each slide. */
export function slidesTexts(parts: Parts, main: string): (readonly string[])[] {
  readPresentation(xmlOf(parts, main));
  return slidesOf(parts, main).map((path) => slideTexts(xmlOf(parts, path)));
}

function slidesOf(parts: Parts, main: string): string[] {
  const slides = relationsOf(parts, main).filter(({ kind }) => kind === 'slide');
  const paths = new Set(slides.flatMap(({ target }) => target ?? []));
  if (paths.size === 0) throw new LeftAlone('no-pages');
  return [...paths];
}

/** @throws {LeftAlone} - it is not to be changed. */
function readPresentation(xml: string): SlideSize {
  let size = SIZE;
  readElements(xml, {
    start(element) {
      if (!isOfSlides(element)) return;
      if (element.name === 'modifyVerifier') throw new LeftAlone('protected', 'write-protection');
      if (element.name !== 'sldSz') return;
      const [width, height] = ['cx', 'cy'].map((name) =>
        Number(attributeIn(element, '', name)?.value),
      );
      if (width && height && width > 0 && height > 0) size = { width, height };
    },
    end: () => undefined,
  });
  return size;
}
