/**
 * The text in the cells of a workbook. Numbers and dates are not counted: how they look is told by their format.
 *
 * @see ISO/IEC 29500-1, 18.3.1.4 (c), 18.4.8 (si) and 18.18.11 (the types of cells).
 */
import { TextCounter, type TextLength } from './text-counter.js';
import { attributeOf, localName, readXml, type XmlVisitor } from './xml.js';

/** The length of each text that cells refer to, by its number; without pinyin. */
export function sharedTexts(xml: string): readonly TextLength[] {
  const texts: TextLength[] = [];
  let counter = new TextCounter();
  let [inText, phonetic] = [false, 0];
  readXml(xml, {
    start: (name, _, empty) => {
      const local = localName(name);
      if (local === 'rPh' && !empty) phonetic += 1;
      inText = local === 't' && !empty;
      if (local === 'si' && empty) texts.push(NOTHING);
    },
    end: (name) => {
      const local = localName(name);
      inText = false;
      if (local === 'rPh') phonetic -= 1;
      if (local !== 'si') return;
      texts.push(counter.total());
      counter = new TextCounter();
    },
    text: (all, from, to) => {
      if (inText && phonetic === 0) counter.addXml(all, from, to);
    },
  });
  return texts;
}

const NOTHING: TextLength = { characters: 0, words: 0 };

/** @param counter - The texts of this sheet are added to it. */
export function countSheet(xml: string, shared: readonly TextLength[], counter: TextCounter): void {
  readXml(xml, new SheetReader(shared, counter));
}

class SheetReader implements XmlVisitor {
  readonly #shared: readonly TextLength[];
  readonly #counter: TextCounter;
  /** Of the cell: `s` refers to a shared text, `str` is what a formula gives. */
  #type: string | undefined;
  #element = '';

  constructor(shared: readonly TextLength[], counter: TextCounter) {
    this.#shared = shared;
    this.#counter = counter;
  }

  start(name: string, tag: string, empty: boolean): void {
    this.#element = empty ? '' : localName(name);
    if (this.#element === 'c') this.#type = attributeOf(tag, 't');
  }

  end(name: string): void {
    this.#element = '';
    if (localName(name) === 'c') this.#counter.end();
  }

  text(xml: string, from: number, to: number): void {
    if (this.#element === 't' && this.#type === 'inlineStr') this.#counter.addXml(xml, from, to);
    if (this.#element !== 'v') return;
    if (this.#type === 'str') this.#counter.addXml(xml, from, to);
    else if (this.#type === 's') {
      const length = this.#shared[Number(xml.slice(from, to))];
      if (length) this.#counter.addLength(length);
    }
  }
}
