/** What of `word/document.xml` is text that a reader sees. */
import { TextCounter } from './text-counter.js';
import { attributeOf, attributesOf, readXml, type XmlVisitor } from './xml.js';

const WORD = new Set([
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  'http://purl.oclc.org/ooxml/wordprocessingml/main',
]);
const COMPATIBILITY = 'http://schemas.openxmlformats.org/markup-compatibility/2006';

/**
 * The characters of a Word document: headings, paragraphs, tables, text boxes, what fields show.
 *
 * Not counted: headers, footers, notes and comments (files of their own); text that was deleted or moved away while
 * changes were tracked; hidden text; the instructions of fields; the pinyin above characters; automatic numbers; formulas.
 *
 * @param xml - The main part, decoded.
 * @throws {XmlError}
 */
export function countWordText(xml: string): number {
  const counter = new WordCounter();
  readXml(xml, counter);
  return counter.counter.characters;
}

class WordCounter implements XmlVisitor {
  readonly counter = new TextCounter();
  #names: Names | undefined;
  #inText = false;
  #hidden = false;
  /** The element that is passed over, and how many of its name are open. */
  #skipped = '';
  #depth = 0;

  start(name: string, tag: string, empty: boolean): void {
    const names = (this.#names ??= namesOf(tag));
    if (this.#depth > 0) {
      if (name === this.#skipped && !empty) this.#depth += 1;
    } else if (empty) {
      if (name === names.hidden) this.#hidden = isOn(attributeOf(tag, names.value));
      else if (names.signs.has(name) && !this.#hidden) this.counter.add(SIGN);
    } else if (names.skipped.has(name)) {
      this.#skipped = name;
      this.#depth = 1;
    } else if (name === names.run) this.#hidden = false;
    else this.#inText = name === names.text;
  }

  end(name: string): void {
    if (this.#depth > 0) {
      if (name === this.#skipped) this.#depth -= 1;
    } else {
      this.#inText = false;
    }
  }

  text(xml: string, from: number, to: number): void {
    if (!this.#inText || this.#hidden || this.#depth > 0) return;
    this.counter.addXml(xml, from, to);
  }
}

/** Stands for a character that is not written as text. */
const SIGN = '-';

interface Names {
  readonly run: string;
  readonly text: string;
  readonly hidden: string;
  readonly value: string;
  readonly skipped: ReadonlySet<string>;
  /** A character written as an element. */
  readonly signs: ReadonlySet<string>;
}

/** @param root - The tag of the first element: it is there that office programs declare their prefixes. */
function namesOf(root: string): Names {
  const [word, compatibility] = [
    prefixOf(root, (uri) => WORD.has(uri)),
    prefixOf(root, isFallback),
  ];
  const w = (name: string) => `${word ?? 'w:'}${name}`;
  return {
    run: w('r'),
    text: w('t'),
    hidden: w('vanish'),
    value: w('val'),
    // A text box is there twice: as new programs draw it, and for those that cannot.
    skipped: new Set([w('del'), w('moveFrom'), w('rt'), `${compatibility ?? 'mc:'}Fallback`]),
    signs: new Set([w('sym'), w('noBreakHyphen')]),
  };
}

function isFallback(uri: string): boolean {
  return uri === COMPATIBILITY;
}

/** With its colon; empty for the default namespace. */
function prefixOf(root: string, isIt: (uri: string) => boolean): string | undefined {
  for (const [name, uri] of attributesOf(root)) {
    if (!isIt(uri)) continue;
    if (name === 'xmlns') return '';
    if (name.startsWith('xmlns:')) return `${name.slice('xmlns:'.length)}:`;
  }
  return undefined;
}

/** `<w:vanish/>` is on, unless it says that it is not. */
function isOn(value: string | undefined): boolean {
  return value === undefined || !['0', 'false', 'off'].includes(value);
}
