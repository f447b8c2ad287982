/** XML with its namespaces and the place of every element, so that a part can be changed where it has to be and nowhere else. */
import { attributesOf, readXml, XmlError } from '../../documents/xml.js';

export interface Element {
  /** Without its prefix. */
  readonly name: string;
  /** With it. */
  readonly qualified: string;
  /** Empty when it is in none. */
  readonly uri: string;
  /** All between `<` and `>`. */
  readonly tag: string;
  readonly empty: boolean;
  /** Where its start tag begins, and behind its `>`. */
  readonly from: number;
  readonly to: number;
  readonly parent: Element | undefined;
  readonly namespaces: Namespaces;
}

/** By prefix; the default one has an empty one. */
export type Namespaces = ReadonlyMap<string, string>;

interface ElementVisitor {
  start(element: Element): void;
  /** @param from - Where its end tag begins; of an empty element, where it ends. */
  end(element: Element, from: number, to: number): void;
  text?(parent: Element, from: number, to: number): void;
}

const XML = 'http://www.w3.org/XML/1998/namespace';

/** @throws {XmlError} - also when an end tag is not that of the element which is open. */
export function readElements(xml: string, visitor: ElementVisitor): void {
  const stack: Element[] = [];
  let roots = 0;
  readXml(xml, {
    start(qualified, tag, empty, from, to) {
      const parent = stack.at(-1);
      if (parent === undefined && ++roots > 1) throw new XmlError('two roots');
      const namespaces = declaredIn(tag, parent?.namespaces ?? NONE);
      const colon = qualified.indexOf(':');
      const uri = namespaces.get(colon < 0 ? '' : qualified.slice(0, colon)) ?? '';
      const name = qualified.slice(colon + 1);
      const element = { name, qualified, uri, tag, empty, from, to, parent, namespaces };
      visitor.start(element);
      if (empty) visitor.end(element, to, to);
      else stack.push(element);
    },
    end(qualified, from, to) {
      const element = stack.pop();
      if (element?.qualified !== qualified) throw new XmlError('not nested');
      visitor.end(element, from, to);
    },
    text(_, from, to) {
      const parent = stack.at(-1);
      if (parent) visitor.text?.(parent, from, to);
    },
  });
  if (stack.length > 0 || roots === 0) throw new XmlError('cut off');
}

const NONE: Namespaces = new Map([['xml', XML]]);

function declaredIn(tag: string, outer: Namespaces): Namespaces {
  if (!tag.includes('xmlns')) return outer;
  const own = new Map(outer);
  for (const [name, value] of attributesOf(tag)) {
    if (name === 'xmlns') own.set('', value);
    else if (name.startsWith('xmlns:')) own.set(name.slice('xmlns:'.length), value);
  }
  return own;
}

/** One that is not the default: attributes do not have that. `undefined` when none is declared for any of the names. */
export function prefixFor(namespaces: Namespaces, uri: string): string | undefined {
  for (const [prefix, bound] of namespaces) if (bound === uri && prefix !== '') return prefix;
  return undefined;
}

export interface Attribute {
  /** Decoded. */
  readonly value: string;
  /** Where its value stands in the file, without the quotes. */
  readonly from: number;
  readonly to: number;
}

/** @param uri - Empty for an attribute without a prefix. */
export function attributeIn(element: Element, uri: string, name: string): Attribute | undefined {
  if (!element.tag.includes(name)) return undefined;
  for (const [qualified, value, at] of attributesOf(element.tag)) {
    const colon = qualified.indexOf(':');
    if (qualified.slice(colon + 1) !== name) continue;
    const own = colon < 0 ? '' : element.namespaces.get(qualified.slice(0, colon));
    if (own !== uri) continue;
    const from = element.from + 1 + at;
    return { value: decodedXml(value), from, to: from + value.length };
  }
  return undefined;
}

export function isInside(element: Element, isIt: (ancestor: Element) => boolean): boolean {
  for (let { parent } = element; parent; { parent } = parent) if (isIt(parent)) return true;
  return false;
}

const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
};

export function decodedXml(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(
    /&(?:#x([\da-f]{1,6})|#(\d{1,7})|([a-z]{2,4}));/gi,
    (all, hex, digits, name) => {
      if (typeof name === 'string') return NAMED[name] ?? all;
      const code = typeof hex === 'string' ? Number.parseInt(hex, 16) : Number(digits);
      return code > 0x10ffff ? all : String.fromCodePoint(code);
    },
  );
}

/** For text and for values in double quotes; what XML cannot hold is left out. */
export function encodedXml(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Surrogate}\ufffe\uffff]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
