import { TextCounter, type TextLength } from './text-counter.js';
import { localName, readXml } from './xml.js';

/** Elements by their name without its prefix. */
export interface TextPlaces {
  /** Whose text is counted. */
  readonly text: ReadonlySet<string>;
  /** Within those, or around them: whose text is not. */
  readonly not: ReadonlySet<string>;
  /** Where a word ends. */
  readonly ends: ReadonlySet<string>;
}

/**
 * The length of the text within some elements of XML.
 *
 * @throws {XmlError}
 */
export function countTextWithin(xml: string, places: TextPlaces): TextLength {
  const counter = new TextCounter();
  let [inside, outside] = [0, 0];
  const step = (name: string, by: number) => {
    if (places.text.has(name)) inside += by;
    else if (places.not.has(name)) outside += by;
  };
  readXml(xml, {
    start: (name, _, empty) => {
      const local = localName(name);
      if (!empty) step(local, 1);
      else if (places.ends.has(local)) counter.end();
    },
    end: (name) => {
      const local = localName(name);
      step(local, -1);
      if (places.ends.has(local)) counter.end();
    },
    text: (all, from, to) => {
      if (inside > 0 && outside === 0) counter.addXml(all, from, to);
    },
  });
  return counter.total();
}
