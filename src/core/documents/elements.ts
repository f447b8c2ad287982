import { localName, readXml } from './xml.js';

interface XmlElement {
  /** Without its prefix. */
  readonly name: string;
  /** For `attributeOf`. */
  readonly tag: string;
}

/** Every element, in the order of the file. @throws {XmlError} */
export function elementsOf(xml: string): XmlElement[] {
  const found: XmlElement[] = [];
  readXml(xml, {
    start: (name, tag) => void found.push({ name: localName(name), tag }),
    end: () => undefined,
    text: () => undefined,
  });
  return found;
}

/** The text of the first element of this name; empty when there is none. @throws {XmlError} */
export function textOf(xml: string, wanted: string): string {
  let [text, inside, seen] = ['', false, false];
  readXml(xml, {
    start(name, _, empty) {
      inside = !empty && !seen && localName(name) === wanted;
      seen ||= inside;
    },
    end: () => {
      inside = false;
    },
    text: (all, from, to) => {
      if (inside) text += all.slice(from, to);
    },
  });
  return text;
}
