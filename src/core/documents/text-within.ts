import { countXmlCharacters } from './characters.js';
import { localName, readXml } from './xml.js';

/**
 * The characters within some elements of XML, blanks not counted, but for those within others in them. Prefixes are
 * not looked at.
 *
 * @throws {XmlError}
 */
export function countTextWithin(
  xml: string,
  wanted: ReadonlySet<string>,
  skipped: ReadonlySet<string>,
): number {
  let [count, inside, outside] = [0, 0, 0];
  const step = (name: string, by: number) => {
    const local = localName(name);
    if (wanted.has(local)) inside += by;
    else if (skipped.has(local)) outside += by;
  };
  readXml(xml, {
    start: (name, _, empty) => {
      if (!empty) step(name, 1);
    },
    end: (name) => step(name, -1),
    text: (all, from, to) => {
      if (inside > 0 && outside === 0) count += countXmlCharacters(all, from, to);
    },
  });
  return count;
}
