/** The sections of a Word document: which footers each has, and where a reference to a new one goes. */
import { XmlError } from '../../documents/xml.js';
import {
  attributeIn,
  isInside,
  prefixFor,
  readElements,
  type Attribute,
  type Element,
} from '../xml/elements.js';
import { insertFirst, insertLast } from '../xml/insert.js';
import type { Splice } from '../xml/splices.js';
import { formOf, isOn, valueOf, type WordForm } from './names.js';

export const FOOTER_TYPES = ['default', 'first', 'even'] as const;
export type FooterType = (typeof FOOTER_TYPES)[number];

interface FooterReference {
  readonly type: FooterType;
  /** Of the relation. */
  readonly id: string;
}

export interface Section {
  /** In a table, where Word passes over it and LibreOffice does not. */
  readonly aside: boolean;
  readonly titlePage: boolean;
  readonly footers: readonly FooterReference[];
  /** Twentieths of a point from the lower edge of the page; what Word takes when it is not told. */
  readonly bottom: number;
  readonly footerDistance: number;
  readonly pageWidth: number;
  /** Left and right margin and what is bound in, together. */
  readonly sides: number;
  /** Where the distance stands; `undefined` when it does not. */
  readonly distanceAt: Attribute | undefined;
  /** At the start, where the schema wants them. */
  readonly insertReferences: (references: readonly FooterReference[]) => Splice;
}

export interface WordDocument {
  readonly form: WordForm;
  /** At least one. */
  readonly sections: readonly Section[];
}

const [BOTTOM, FOOTER_DISTANCE] = [1440, 720];
const [PAGE_WIDTH, SIDE] = [11_906, 1800];

/**
 * Sections in text boxes are none, nor is the former state of one whose change was tracked.
 *
 * @param xml - The main part.
 * @throws {XmlError} - also when it is no Word document.
 */
export function readSections(xml: string): WordDocument {
  const reader = new SectionReader();
  readElements(xml, reader);
  return reader.document();
}

type Building = { -readonly [Key in keyof Section]: Section[Key] } & {
  footers: FooterReference[];
};

class SectionReader {
  #form: WordForm | undefined;
  readonly #sections: Building[] = [];
  #section: Building | undefined;
  #element: Element | undefined;
  /** Of the body itself, which comes last. */
  #last = false;

  document(): WordDocument {
    if (this.#form === undefined || this.#sections.length === 0) throw new XmlError('no body');
    return { form: this.#form, sections: this.#sections };
  }

  start(element: Element): void {
    if (element.parent === undefined) {
      this.#form = element.name === 'document' ? formOf(element.uri) : undefined;
      if (this.#form === undefined) throw new XmlError('no Word document');
    } else if (element.uri === this.#form?.word) this.#startOfWord(element, this.#form);
  }

  #startOfWord(element: Element, form: WordForm): void {
    const section = this.#section;
    if (section && element.parent === this.#element) readProperty(section, element, form);
    else if (element.name === 'sectPr' && isSection(element)) {
      this.#element = element;
      this.#last ||= element.parent?.name === 'body';
      this.#section = newSection((references) =>
        insertFirst(element, referencesXml(references, element, form)),
      );
      this.#section.aside = isInside(element, ({ name }) => name === 'tbl');
      this.#sections.push(this.#section);
    }
  }

  end(element: Element, from: number): void {
    if (element === this.#element) this.#section = this.#element = undefined;
    const form = this.#form;
    if (!form || !isBody(element, form) || this.#last) return;
    // The last section of a document whose writer left its properties out.
    this.#sections.push(
      newSection((references) => {
        const prefix = element.qualified.slice(0, -element.name.length);
        const inside = referencesXml(references, element, form);
        return insertLast(element, from, `<${prefix}sectPr>${inside}</${prefix}sectPr>`);
      }),
    );
  }
}

function newSection(insertReferences: Section['insertReferences']): Building {
  return {
    aside: false,
    titlePage: false,
    footers: [],
    bottom: BOTTOM,
    footerDistance: FOOTER_DISTANCE,
    pageWidth: PAGE_WIDTH,
    sides: 2 * SIDE,
    distanceAt: undefined,
    insertReferences,
  };
}

function isBody(element: Element, { word }: WordForm): boolean {
  return element.name === 'body' && element.uri === word && element.parent?.parent === undefined;
}

const NO_PLACE_FOR_SECTIONS = new Set(['txbxContent', 'sectPr', 'sectPrChange']);

function isSection(element: Element): boolean {
  const { parent } = element;
  if (parent?.name !== 'body' && (parent?.name !== 'pPr' || parent.parent?.name !== 'p')) {
    return false;
  }
  return !isInside(element, ({ name }) => NO_PLACE_FOR_SECTIONS.has(name));
}

function readProperty(section: Building, element: Element, form: WordForm): void {
  switch (element.name) {
    case 'titlePg':
      section.titlePage = isOn(valueOf(element));
      break;
    case 'footerReference': {
      const id = attributeIn(element, form.relations, 'id')?.value;
      if (id === undefined) throw new XmlError('a reference to nothing');
      section.footers.push({ type: typeOf(valueOf(element, 'type')), id });
      break;
    }
    case 'pgSz':
      section.pageWidth = lengthOf(valueOf(element, 'w')) ?? PAGE_WIDTH;
      break;
    case 'pgMar':
      section.sides =
        (lengthOf(valueOf(element, 'left')) ?? SIDE) +
        (lengthOf(valueOf(element, 'right')) ?? SIDE) +
        (lengthOf(valueOf(element, 'gutter')) ?? 0);
      section.bottom = lengthOf(valueOf(element, 'bottom')) ?? BOTTOM;
      section.footerDistance = lengthOf(valueOf(element, 'footer')) ?? FOOTER_DISTANCE;
      section.distanceAt = attributeIn(element, form.word, 'footer');
  }
}

function typeOf(value: string | undefined): FooterType {
  return FOOTER_TYPES.find((type) => type === value) ?? 'default';
}

const UNITS: Readonly<Record<string, number>> = {
  '': 1,
  pt: 20,
  pc: 240,
  pi: 240,
  in: 1440,
  cm: 1440 / 2.54,
  mm: 144 / 2.54,
};

/** ST_SignedTwipsMeasure: twentieths of a point, or a number with its unit. */
function lengthOf(value: string | undefined): number | undefined {
  const [, number, unit = ''] = /^\s*(-?\d+(?:\.\d+)?)(\w*)\s*$/.exec(value ?? '') ?? [];
  const factor = UNITS[unit];
  return number === undefined || factor === undefined ? undefined : Number(number) * factor;
}

/** @param inside - The element whose namespaces hold there. */
function referencesXml(
  references: readonly FooterReference[],
  inside: Element,
  form: WordForm,
): string {
  const word = prefixFor(inside.namespaces, form.word);
  const relations = prefixFor(inside.namespaces, form.relations);
  const declared =
    (word === undefined ? ` xmlns:w="${form.word}"` : '') +
    (relations === undefined ? ` xmlns:r="${form.relations}"` : '');
  const [w, r] = [word ?? 'w', relations ?? 'r'];
  return references
    .map(({ type, id }) => `<${w}:footerReference ${w}:type="${type}" ${r}:id="${id}"${declared}/>`)
    .join('');
}
