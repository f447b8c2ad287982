/** One slide: our line at its lower right corner, put in, found again, replaced. */
import { XmlError } from '../../documents/xml.js';
import {
  attributeIn,
  decodedXml,
  encodedXml,
  prefixFor,
  readElements,
  type Element,
} from '../xml/elements.js';
import { insertFirst } from '../xml/insert.js';
import { insertion, spliced, type Splice } from '../xml/splices.js';
import type { StampedPart } from '../types.js';

/** What our line is found by; what a shape shows is described there. */
const MARK = 'dangan:name';

const DRAWING: Readonly<Record<string, string>> = {
  'http://schemas.openxmlformats.org/presentationml/2006/main':
    'http://schemas.openxmlformats.org/drawingml/2006/main',
  'http://purl.oclc.org/ooxml/presentationml/main': 'http://purl.oclc.org/ooxml/drawingml/main',
};

export function isOfSlides({ uri }: Element): boolean {
  return uri in DRAWING;
}

/** In EMU, of which an inch has 914,400. */
export interface SlideSize {
  readonly width: number;
  readonly height: number;
}

/** @throws {XmlError} */
export function stampSlide(xml: string, text: string, size: SlideSize): StampedPart {
  const slide = readSlide(xml);
  const old = slide.ours.filter((found) => found.text !== text);
  if (slide.ours.length > 0) {
    const splices = old.flatMap(({ texts }) => replacements(texts, text));
    return { xml: spliced(xml, splices), before: old.map((found) => found.text) };
  }
  const shape = shapeXml(text, size, slide);
  const splice = slide.tree.empty ? insertFirst(slide.tree, shape) : insertion(slide.place, shape);
  return { xml: spliced(xml, [splice]), before: [] };
}

/** @throws {XmlError} */
export function slideTexts(xml: string): readonly string[] {
  return readSlide(xml).ours.map(({ text }) => text);
}

function replacements([first, ...rest]: readonly Range[], text: string): Splice[] {
  if (first === undefined) return [];
  return [{ ...first, text: encodedXml(text) }, ...rest.map((range) => ({ ...range, text: '' }))];
}

interface Range {
  readonly from: number;
  readonly to: number;
}

interface Found {
  /** Of its runs. */
  readonly texts: Range[];
  text: string;
}

interface Slide {
  /** Of its shapes. */
  readonly tree: Element;
  /** Where another shape goes. */
  readonly place: number;
  readonly ours: readonly Found[];
  /** The greatest number of a shape. */
  readonly lastId: number;
}

function readSlide(xml: string): Slide {
  const reader = new SlideReader(xml);
  readElements(xml, reader);
  return reader.slide();
}

class SlideReader {
  readonly #xml: string;
  #tree: Element | undefined;
  #place: number | undefined;
  #lastId = 0;
  /** Shapes that bear our mark; one without any text is put in anew. */
  readonly #ours: Found[] = [];
  #shape: Element | undefined;
  #found: Found | undefined;

  constructor(xml: string) {
    this.#xml = xml;
  }

  slide(): Slide {
    if (this.#tree === undefined) throw new XmlError('no slide');
    const ours = this.#ours.filter(({ texts }) => texts.length > 0);
    return { tree: this.#tree, place: this.#place ?? this.#tree.to, ours, lastId: this.#lastId };
  }

  start(element: Element): void {
    const { name, parent } = element;
    if (name === 'spTree' && parent?.name === 'cSld') this.#tree ??= element;
    else if (name === 'extLst' && parent === this.#tree) this.#place ??= element.from;
    else if (name === 'cNvPr') this.#identify(element);
  }

  #identify(element: Element): void {
    this.#lastId = Math.max(this.#lastId, Number(attributeIn(element, '', 'id')?.value ?? 0) || 0);
    if (attributeIn(element, '', 'descr')?.value !== MARK) return;
    this.#shape = element.parent?.parent;
    this.#found = { texts: [], text: '' };
    this.#ours.push(this.#found);
  }

  end(element: Element, from: number): void {
    if (element === this.#tree) this.#place ??= from;
    else if (element === this.#shape) this.#shape = this.#found = undefined;
    else if (this.#found && element.name === 't' && !element.empty) {
      this.#found.texts.push({ from: element.to, to: from });
      this.#found.text += decodedXml(this.#xml.slice(element.to, from));
    }
  }
}

/** Of a slide as high as 7.5 inches; others are shown as large. */
const USUAL_HEIGHT = 6_858_000;
const [FONT, LINE, GAP, MARGIN] = [8, 127_000, 12_700, 228_600];

/** Below the number of the slide, where the layouts of Office leave a centimetre free. */
function shapeXml(text: string, { width, height }: SlideSize, slide: Slide): string {
  const { tree, lastId } = slide;
  const drawing = DRAWING[tree.uri] ?? '';
  const bound = prefixFor(tree.namespaces, drawing);
  const a = bound ?? 'a';
  const declared = bound === undefined ? ` xmlns:a="${drawing}"` : '';
  const p = tree.qualified.slice(0, -tree.name.length);
  const scale = height / USUAL_HEIGHT;
  const scaled = (length: number) => Math.round(length * scale);
  const [x, y] = [scaled(MARGIN), height - scaled(LINE + GAP)];
  const size = Math.max(100, Math.round(FONT * scale) * 100);
  return (
    `<${p}sp${declared}><${p}nvSpPr><${p}cNvPr id="${lastId + 1}" name="dangan" descr="${MARK}"/><${p}cNvSpPr txBox="1"/><${p}nvPr/></${p}nvSpPr>` +
    `<${p}spPr><${a}:xfrm><${a}:off x="${x}" y="${y}"/><${a}:ext cx="${width - 2 * x}" cy="${scaled(LINE)}"/></${a}:xfrm>` +
    `<${a}:prstGeom prst="rect"><${a}:avLst/></${a}:prstGeom><${a}:noFill/></${p}spPr>` +
    `<${p}txBody><${a}:bodyPr wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" anchor="b"><${a}:noAutofit/></${a}:bodyPr><${a}:lstStyle/>` +
    `<${a}:p><${a}:pPr marL="0" indent="0" algn="r" rtl="0"><${a}:buNone/></${a}:pPr><${a}:r><${a}:rPr lang="zh-CN" sz="${size}">` +
    // Grey on white, whatever picture is behind it.
    `<${a}:solidFill><${a}:srgbClr val="404040"/></${a}:solidFill><${a}:highlight><${a}:srgbClr val="FFFFFF"/></${a}:highlight></${a}:rPr>` +
    `<${a}:t>${encodedXml(text)}</${a}:t></${a}:r></${a}:p></${p}txBody></${p}sp>`
  );
}
