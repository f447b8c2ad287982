/** One footer: our line in it, put in, found again, replaced. */
import { XmlError } from '../../documents/xml.js';
import { decodedXml, readElements, type Element, type Namespaces } from '../xml/elements.js';
import { insertFirst } from '../xml/insert.js';
import { insertion, spliced, type Splice } from '../xml/splices.js';
import { LeftAlone } from '../left-alone.js';
import type { StampedPart } from '../types.js';
import { fittingLetters, SMALLEST_LETTERS, type Letters } from './fit.js';
import {
  controlXml,
  MARK,
  paragraphXml,
  thinParagraphXml,
  wordPrefix,
  type FooterLine,
} from './line-xml.js';
import { formOf, valueOf, type WordForm } from './names.js';

/**
 * Put our line into a footer, or another name into it.
 *
 * @param add - Put it in when it is not there; else only what is ours is replaced.
 * @throws {XmlError} - also when it is no footer.
 * @throws {LeftAlone} - there is no room for it.
 */
export function stampFooter(xml: string, line: FooterLine, add: boolean): StampedPart {
  const footer = readFooter(xml);
  const { form, ours, others } = footer;
  if (ours.length > 0) {
    const old = ours.filter(({ text }) => text !== line.text);
    const splices = old.map((found) => replacement(found, line, form));
    return { xml: spliced(xml, splices), before: old.map(({ text }) => text) };
  }
  if (!add || others.includes(line.text)) return { xml, before: [] };
  return { xml: spliced(xml, [putIn(footer, line)]), before: [] };
}

/** Right before a paragraph, which it hangs on: before a table, LibreOffice puts it into the first cell. */
function putIn({ root, form, blocks }: Footer, line: FooterLine): Splice {
  const w = wordPrefix(root.namespaces, form);
  const content = paragraphXml(line, fitting(line), w, form);
  const [first, last] = [blocks[0], blocks.at(-1)];
  if (first === undefined || last === undefined) {
    return insertFirst(root, content + thinParagraphXml(w));
  }
  const isParagraph = ({ element }: Block) => element.name === 'p' && element.uri === form.word;
  const paragraph = isParagraph(first) ? first : blocks.findLast(isParagraph);
  // Word wants one at the end.
  if (paragraph === undefined) return insertion(last.to, content + thinParagraphXml(w));
  return insertion(paragraph.element.from, content);
}

function fitting(line: FooterLine): Letters {
  const letters = fittingLetters(line.text, line);
  if (letters === undefined) throw new LeftAlone('no-room');
  return letters;
}

interface FooterTexts {
  readonly ours: readonly string[];
  /** What stands on the right by itself. */
  readonly others: readonly string[];
}

/** @throws {XmlError} */
export function readFooterTexts(xml: string): FooterTexts {
  const { ours, others } = readFooter(xml);
  return { ours: ours.map(({ text }) => text), others };
}

/** @throws {LeftAlone} - there is no room for it. */
export function newFooter(line: FooterLine, form: WordForm): string {
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
    `<w:ftr xmlns:w="${form.word}" xmlns:r="${form.relations}">` +
    paragraphXml(line, fitting(line), { name: 'w', declared: '' }, form) +
    `${thinParagraphXml({ name: 'w', declared: '' })}</w:ftr>`
  );
}

interface Found {
  readonly text: string;
  /** The content control, or its paragraph when nothing else is in it. */
  readonly from: number;
  readonly to: number;
  readonly whole: boolean;
  /** Around it. */
  readonly namespaces: Namespaces;
}

interface Footer {
  readonly root: Element;
  readonly form: WordForm;
  readonly ours: readonly Found[];
  readonly others: readonly string[];
  /** Paragraphs, tables and whatever else it holds. */
  readonly blocks: readonly Block[];
}

interface Block {
  readonly element: Element;
  readonly to: number;
}

function readFooter(xml: string): Footer {
  const reader = new FooterReader(xml);
  readElements(xml, reader);
  return reader.footer();
}

/** In a paragraph that holds nothing else, these are no contents. */
const BESIDE = new Set(['pPr', 'bookmarkStart', 'bookmarkEnd', 'proofErr']);

class FooterReader {
  readonly #xml: string;
  #root: Element | undefined;
  #form: WordForm | undefined;
  readonly #ours: Found[] = [];
  readonly #others: string[] = [];
  readonly #blocks: Block[] = [];
  #paragraph: Paragraph | undefined;
  #control: Element | undefined;
  #controlText = '';
  /** Ours in the paragraph that is open. */
  #controls: { readonly element: Element; readonly to: number; readonly text: string }[] = [];

  constructor(xml: string) {
    this.#xml = xml;
  }

  footer(): Footer {
    if (this.#root === undefined || this.#form === undefined) throw new XmlError('no footer');
    return {
      root: this.#root,
      form: this.#form,
      ours: this.#ours,
      others: this.#others,
      blocks: this.#blocks,
    };
  }

  start(element: Element): void {
    const { parent, name } = element;
    if (parent === undefined) {
      this.#root = element;
      this.#form = name === 'ftr' ? formOf(element.uri) : undefined;
      if (this.#form === undefined) throw new XmlError('no footer');
      return;
    }
    if (element.uri !== this.#form?.word) {
      if (parent === this.#paragraph?.element) this.#paragraph.others += 1;
      return;
    }
    this.#startOfWord(element, parent, name);
  }

  #startOfWord(element: Element, parent: Element, name: string): void {
    const paragraph = this.#paragraph;
    if (name === 'p' && paragraph === undefined) {
      this.#paragraph = { element, right: false, frame: false, field: false, text: '', others: 0 };
      this.#controls = [];
      return;
    }
    if (name === 'tag' && parent.name === 'sdtPr' && valueOf(element) === MARK && parent.parent) {
      this.#control ??= parent.parent;
    }
    if (paragraph === undefined) return;
    paragraph.field ||= name === 'fldChar' || name === 'fldSimple';
    if (parent === paragraph.element && !BESIDE.has(name)) paragraph.others += 1;
    if (parent.name !== 'pPr' || parent.parent !== paragraph.element) return;
    if (name === 'jc') paragraph.right = ['right', 'end'].includes(valueOf(element) ?? '');
    else if (name === 'framePr') {
      paragraph.frame = true;
      paragraph.right ||= valueOf(element, 'xAlign') === 'right';
    }
  }

  text(parent: Element, from: number, to: number): void {
    if (parent.name !== 't' || parent.uri !== this.#form?.word) return;
    const text = decodedXml(this.#xml.slice(from, to));
    if (this.#control) this.#controlText += text;
    else if (this.#paragraph) this.#paragraph.text += text;
  }

  end(element: Element, _: number, to: number): void {
    if (element.parent && element.parent === this.#root) {
      this.#blocks.push({ element, to });
    }
    if (element === this.#control) {
      this.#controls.push({ element, to, text: this.#controlText });
      this.#control = undefined;
      this.#controlText = '';
      if (this.#paragraph === undefined) this.#endParagraph(undefined, to);
    } else if (element === this.#paragraph?.element) {
      this.#endParagraph(this.#paragraph, to);
      this.#paragraph = undefined;
    }
  }

  #endParagraph(paragraph: Paragraph | undefined, to: number): void {
    const [control] = this.#controls;
    const isWhole =
      paragraph?.frame === true &&
      paragraph.others === 1 &&
      control?.element.parent === paragraph.element;
    for (const { element, text, to: end } of this.#controls) {
      const around = isWhole ? paragraph.element : element;
      this.#ours.push({
        text,
        from: around.from,
        to: isWhole ? to : end,
        // One that another program put around the paragraph, too.
        whole: isWhole || paragraph === undefined,
        namespaces: around.parent?.namespaces ?? around.namespaces,
      });
    }
    if (this.#controls.length === 0 && paragraph?.right && !paragraph.field) {
      const text = paragraph.text.trim().normalize('NFC');
      if (text !== '') this.#others.push(text);
    }
    this.#controls = [];
  }
}

interface Paragraph {
  readonly element: Element;
  right: boolean;
  frame: boolean;
  /** A page number, or another text that is not the same everywhere. */
  field: boolean;
  text: string;
  /** Children that are contents. */
  others: number;
}

function replacement(found: Found, line: FooterLine, form: WordForm): Splice {
  const w = wordPrefix(found.namespaces, form);
  // What stood there so far may have had too little room, too.
  const letters = fittingLetters(line.text, line) ?? SMALLEST_LETTERS;
  const text = found.whole
    ? paragraphXml(line, letters, w, form)
    : controlXml(line.text, letters, w);
  return { from: found.from, to: found.to, text };
}
