/**
 * The text in the cells of a workbook. Numbers and dates are not counted: how they look is told by their format.
 *
 * @see ISO/IEC 29500-1, 18.3.1.4 (c), 18.4.8 (si) and 18.18.11 (the types of cells).
 */
import { TextCounter } from './text-counter.js';
import { attributeOf, localName, readXml, type XmlVisitor } from './xml.js';

/** The characters of each text that cells refer to, by its number; without pinyin. */
export function sharedTexts(xml: string): readonly number[] {
  const texts: number[] = [];
  let counter = new TextCounter();
  let [inText, phonetic] = [false, 0];
  readXml(xml, {
    start: (name, _, empty) => {
      const local = localName(name);
      if (local === 'rPh' && !empty) phonetic += 1;
      inText = local === 't' && !empty;
      if (local === 'si' && empty) texts.push(0);
    },
    end: (name) => {
      const local = localName(name);
      inText = false;
      if (local === 'rPh') phonetic -= 1;
      if (local !== 'si') return;
      texts.push(counter.characters);
      counter = new TextCounter();
    },
    text: (all, from, to) => {
      if (inText && phonetic === 0) counter.addXml(all, from, to);
    },
  });
  return texts;
}

/** @param counter - The texts of this sheet are added to it. */
export function countSheet(xml: string, shared: readonly number[], counter: TextCounter): void {
  readXml(xml, new SheetReader(shared, counter));
}

class SheetReader implements XmlVisitor {
  readonly #shared: readonly number[];
  readonly #counter: TextCounter;
  /** Of the cell: `s` refers to a shared text, `str` is what a formula gives. */
  #type: string | undefined;
  #element = '';

  constructor(shared: readonly number[], counter: TextCounter) {
    this.#shared = shared;
    this.#counter = counter;
  }

  start(name: string, tag: string, empty: boolean): void {
    this.#element = empty ? '' : localName(name);
    if (this.#element === 'c') this.#type = attributeOf(tag, 't');
  }

  end(): void {
    this.#element = '';
  }

  text(xml: string, from: number, to: number): void {
    if (this.#element === 't' && this.#type === 'inlineStr') this.#counter.addXml(xml, from, to);
    if (this.#element !== 'v') return;
    if (this.#type === 'str') this.#counter.addXml(xml, from, to);
    else if (this.#type === 's') {
      this.#counter.characters += this.#shared[Number(xml.slice(from, to))] ?? 0;
    }
  }
}
