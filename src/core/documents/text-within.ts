import { TextCounter } from './text-counter.js';
import { localName, readXml } from './xml.js';

/** Elements by their name without its prefix. */
export interface TextPlaces {
  /** Whose text is counted. */
  readonly text: ReadonlySet<string>;
  /** Within those, or around them: whose text is not. */
  readonly not: ReadonlySet<string>;
}

/**
 * The characters of the text within some elements of XML.
 *
 * @throws {XmlError}
 */
export function countTextWithin(xml: string, places: TextPlaces): number {
  const counter = new TextCounter();
  let [inside, outside] = [0, 0];
  const step = (name: string, by: number) => {
    if (places.text.has(name)) inside += by;
    else if (places.not.has(name)) outside += by;
  };
  readXml(xml, {
    start: (name, _, empty) => {
      if (!empty) step(localName(name), 1);
    },
    end: (name) => {
      step(localName(name), -1);
    },
    text: (all, from, to) => {
      if (inside > 0 && outside === 0) counter.addXml(all, from, to);
    },
  });
  return counter.characters;
}
