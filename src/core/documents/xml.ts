/**
 * XML as far as documents need it: its tags and its text, in one pass. Namespaces, entities of the writer's own and
 * whether it is well formed are not looked at; a document type, which no office program writes, is refused.
 */

export interface XmlVisitor {
  /**
   * @param name - With its prefix.
   * @param tag - All between `<` and `>`, for `attributeOf`.
   * @param empty - There is no end tag.
   * @param from - Where the tag begins; `to` is behind its `>`.
   */
  start(name: string, tag: string, empty: boolean, from: number, to: number): void;
  end(name: string, from: number, to: number): void;
  /** Text as it stands in the file: `xml.slice(from, to)`. */
  text(xml: string, from: number, to: number): void;
}

export class XmlError extends Error {}

export function readXml(xml: string, visitor: XmlVisitor): void {
  for (let at = 0; at < xml.length;) {
    const open = xml.indexOf('<', at);
    const textTo = open < 0 ? xml.length : open;
    if (textTo > at) visitor.text(xml, at, textTo);
    if (open < 0) return;
    at = isMark(xml.charCodeAt(open + 1))
      ? skipMark(xml, open, visitor)
      : readTag(xml, open, visitor);
  }
}

/** `!` and `?` */
function isMark(code: number): boolean {
  return code === 0x21 || code === 0x3f;
}

/** @returns where it goes on after a comment, a processing instruction, or text in CDATA. */
function skipMark(xml: string, open: number, visitor: XmlVisitor): number {
  if (xml.startsWith('<![CDATA[', open)) {
    const end = placeOf(']]>', xml, open + 9);
    visitor.text(xml, open + 9, end);
    return end + 3;
  }
  if (xml.startsWith('<!--', open)) return placeOf('-->', xml, open + 4) + 3;
  if (xml.startsWith('<?', open)) return placeOf('?>', xml, open + 2) + 2;
  throw new XmlError('a document type');
}

function placeOf(mark: string, xml: string, from: number): number {
  const at = xml.indexOf(mark, from);
  if (at < 0) throw new XmlError('cut off');
  return at;
}

function readTag(xml: string, open: number, visitor: XmlVisitor): number {
  const close = tagEnd(xml, open + 1);
  if (xml.charCodeAt(open + 1) === SLASH) {
    visitor.end(xml.slice(open + 2, nameEnd(xml, open + 2, close)), open, close + 1);
  } else {
    const empty = xml.charCodeAt(close - 1) === SLASH;
    const tag = xml.slice(open + 1, close);
    const name = xml.slice(open + 1, nameEnd(xml, open + 1, close));
    visitor.start(name, tag, empty, open, close + 1);
  }
  return close + 1;
}

const SLASH = 0x2f;
const [DOUBLE, SINGLE, GREATER] = [0x22, 0x27, 0x3e];

/** A `>` in quotes is part of a value. */
function tagEnd(xml: string, from: number): number {
  let quote = 0;
  for (let at = from; at < xml.length; at += 1) {
    const code = xml.charCodeAt(at);
    if (quote !== 0) {
      if (code === quote) quote = 0;
    } else if (code === GREATER) return at;
    else if (code === DOUBLE || code === SINGLE) quote = code;
  }
  throw new XmlError('cut off');
}

function nameEnd(xml: string, from: number, to: number): number {
  let at = from;
  while (at < to && xml.charCodeAt(at) > 0x20 && xml.charCodeAt(at) !== SLASH) at += 1;
  return at;
}

/** @returns the value as it stands in the file; `undefined` when there is none. */
export function attributeOf(tag: string, name: string): string | undefined {
  for (const [own, value] of attributesOf(tag)) if (own === name) return value;
  return undefined;
}

/** @returns the names with their prefixes, the values as they stand in the file, and where in the tag they begin. */
export function* attributesOf(
  tag: string,
): Generator<readonly [name: string, value: string, at: number]> {
  for (let at = 0; ;) {
    const equals = tag.indexOf('=', at);
    const from = equals + 1 + blanksAt(tag, equals + 1);
    const quote = tag.charAt(from);
    if (equals < 0 || (quote !== '"' && quote !== "'")) return;
    const to = tag.indexOf(quote, from + 1);
    if (to < 0) return;
    yield [lastWord(tag.slice(at, equals)), tag.slice(from + 1, to), from + 1];
    at = to + 1;
  }
}

function blanksAt(text: string, from: number): number {
  let at = from;
  while (at < text.length && text.charCodeAt(at) <= 0x20) at += 1;
  return at - from;
}

/** The first piece has the name of the tag before that of the attribute. */
function lastWord(text: string): string {
  const trimmed = text.trimEnd();
  let from = trimmed.length;
  while (from > 0 && trimmed.charCodeAt(from - 1) > 0x20) from -= 1;
  return trimmed.slice(from);
}

/** Without its prefix. */
export function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
