/** One sheet of a workbook: its footers, and where they go. */
import { XmlError } from '../../documents/xml.js';
import { LeftAlone } from '../left-alone.js';
import {
  attributeIn,
  decodedXml,
  encodedXml,
  readElements,
  type Element,
} from '../xml/elements.js';
import { insertFirst } from '../xml/insert.js';
import { insertion, spliced, type Splice } from '../xml/splices.js';
import type { StampedPart } from '../types.js';
import { countLines, rightTexts, stampCode } from './footer-code.js';
import { roomOn } from './page-room.js';

const SHEETS = new Set([
  'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
  'http://purl.oclc.org/ooxml/spreadsheetml/main',
]);

export function isOfSheets({ uri }: Element): boolean {
  return SHEETS.has(uri);
}

/** `1`, `true`, or nothing of the kind (ISO/IEC 29500-1, xsd:boolean). */
export function isSet(element: Element, name: string): boolean {
  return ['1', 'true', 'on'].includes(attributeIn(element, '', name)?.value ?? '');
}

/** In the order of the schema, footers and headers. */
const CHILDREN = [
  'oddHeader',
  'oddFooter',
  'evenHeader',
  'evenFooter',
  'firstHeader',
  'firstFooter',
];
type FooterName = 'oddFooter' | 'evenFooter' | 'firstFooter';

/** What stands before the footers in a sheet, whatever its kind. */
const BEFORE = new Set(
  (
    'sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr sheetProtection protectedRanges scenarios ' +
    'autoFilter sortState dataConsolidate customSheetViews mergeCells phoneticPr conditionalFormatting dataValidations ' +
    'hyperlinks printOptions pageMargins pageSetup'
  ).split(' '),
);

interface Child {
  readonly element: Element;
  /** Where its end tag begins, and behind it. */
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

interface Sheet {
  readonly root: Element;
  readonly protected: boolean;
  /** Behind the last element that stands before the footers. */
  readonly place: number | undefined;
  readonly headerFooter: Element | undefined;
  readonly children: readonly Child[];
  readonly margins: Element | undefined;
  readonly setup: Element | undefined;
}

/**
 * @throws {LeftAlone} - the sheet is protected, or has no room for a footer.
 * @throws {XmlError}
 */
export function stampSheet(xml: string, text: string): StampedPart {
  const { head, rows, rest } = withoutRows(xml);
  const sheet = readSheet(head + rest);
  if (sheet.protected) throw new LeftAlone('protected', 'sheet-protection');
  const { splices, before } = changesTo(sheet, text);
  if (splices.length === 0) return { xml, before };
  const changed = spliced(head + rest, splices);
  // All of them are behind the rows; a sheet of one chart has none.
  return { xml: rows === '' ? changed : head + rows + changed.slice(head.length), before };
}

/** What stands on the right of the footer of each kind of page, ours first. @throws {XmlError} */
export function sheetFooterTexts(xml: string): (readonly string[])[] {
  const { head, rest } = withoutRows(xml);
  const sheet = readSheet(head + rest);
  return shownFooters(sheet).map((name) => {
    const { ours, others } = rightTexts(codeOf(sheet, name));
    return [...ours, ...others];
  });
}

/** The rows are nearly all of a sheet, and nothing in them is asked for. */
function withoutRows(xml: string): { head: string; rows: string; rest: string } {
  const [start] = /<(?:[\w.-]+:)?sheetData\s*>/.exec(xml) ?? [];
  if (start === undefined) return { head: xml, rows: '', rest: '' };
  const from = xml.indexOf(start) + start.length;
  const end = `</${start.slice(1, -1).trim()}`;
  const to = xml.indexOf(end, from);
  if (to < 0) throw new XmlError('cut off');
  return { head: xml.slice(0, from), rows: xml.slice(from, to), rest: xml.slice(to) };
}

function readSheet(xml: string): Sheet {
  const sheet: { -readonly [Key in keyof Sheet]: Sheet[Key] | undefined } = {
    root: undefined,
    protected: false,
    place: undefined,
    headerFooter: undefined,
    children: undefined,
    margins: undefined,
    setup: undefined,
  };
  const children: Child[] = [];
  let text = '';
  readElements(xml, {
    start(element) {
      text = '';
      if (element.parent === undefined) sheet.root = element;
      if (element.parent !== sheet.root || !isOfSheets(element)) return;
      if (element.name === 'headerFooter') sheet.headerFooter = element;
      else if (element.name === 'pageMargins') sheet.margins = element;
      else if (element.name === 'pageSetup') sheet.setup = element;
      else if (element.name === 'sheetProtection') sheet.protected = isSet(element, 'sheet');
    },
    text: (_, from, to) => {
      text += xml.slice(from, to);
    },
    end(element, from, to) {
      const { parent } = element;
      if (parent === sheet.root && isOfSheets(element) && BEFORE.has(element.name))
        sheet.place = to;
      if (parent === undefined || parent !== sheet.headerFooter) return;
      children.push({ element, from, to, text: decodedXml(text) });
    },
  });
  const { root } = sheet;
  if (root === undefined || !isOfSheets(root)) throw new XmlError('no sheet');
  return { ...sheet, root, children, protected: sheet.protected === true };
}

function codeOf({ children }: Sheet, name: string): string {
  return children.find(({ element }) => element.name === name)?.text ?? '';
}

function shownFooters({ headerFooter }: Sheet): FooterName[] {
  return [
    'oddFooter',
    ...(headerFooter && isSet(headerFooter, 'differentOddEven') ? ['evenFooter' as const] : []),
    ...(headerFooter && isSet(headerFooter, 'differentFirst') ? ['firstFooter' as const] : []),
  ];
}

function changesTo(sheet: Sheet, text: string): { splices: Splice[]; before: readonly string[] } {
  const shown = shownFooters(sheet);
  const room = roomOn(sheet.setup, sheet.margins);
  const before: string[] = [];
  const codes = new Map<string, string>();
  for (const name of ['oddFooter', 'evenFooter', 'firstFooter'] as const) {
    const code = codeOf(sheet, name);
    const stamped = stampCode(code, text, shown.includes(name), room);
    if (stamped === undefined) throw new LeftAlone('no-room', 'footer-length');
    before.push(...stamped.before);
    if (stamped.code !== code) codes.set(name, stamped.code);
  }
  if (codes.size === 0) return { splices: [], before };
  return { splices: [...lowered(sheet, codes), ...written(sheet, codes)], before };
}

function written(sheet: Sheet, codes: ReadonlyMap<string, string>): Splice[] {
  const { root, headerFooter, children } = sheet;
  const prefix = root.qualified.slice(0, -root.name.length);
  const made = (name: string, code: string) =>
    `<${prefix}${name}>${encodedCode(code)}</${prefix}${name}>`;
  if (headerFooter === undefined) {
    const all = [...codes].map(([name, code]) => made(name, code)).join('');
    const text = `<${prefix}headerFooter>${all}</${prefix}headerFooter>`;
    return [sheet.place === undefined ? insertFirst(root, text) : insertion(sheet.place, text)];
  }
  if (headerFooter.empty) {
    return [insertFirst(headerFooter, [...codes].map(([name, code]) => made(name, code)).join(''))];
  }
  return [...codes].map(([name, code]): Splice => {
    const child = children.find(({ element }) => element.name === name);
    if (child && !child.element.empty) {
      return { from: child.element.to, to: child.from, text: encodedCode(code) };
    }
    if (child) return insertFirst(child.element, encodedCode(code));
    const order = CHILDREN.indexOf(name);
    const last = children.findLast(({ element }) => CHILDREN.indexOf(element.name) < order);
    return insertion(last?.to ?? headerFooter.to, made(name, code));
  });
}

/** A line break in a footer is part of it. */
function encodedCode(code: string): string {
  return code.split('\n').map(encodedXml).join('\n');
}

/** Inches that a line takes, and a little more. */
const LINE = 0.25;

/**
 * Where no footer was, it did not matter how near to the rows it would be. One that has no room for a line more comes
 * nearer to the edge: else Excel would write over the rows, and LibreOffice would show fewer of them.
 */
function lowered({ margins, children }: Sheet, codes: ReadonlyMap<string, string>): Splice[] {
  const old = children.map(({ element, text }) => (element.name.endsWith('Footer') ? text : ''));
  const lines = Math.max(...[...codes.values()].map(countLines));
  if (!margins || lines <= Math.max(0, ...old.map(countLines))) return [];
  const [bottom, footer] = ['bottom', 'footer'].map((name) => attributeIn(margins, '', name));
  if (!bottom || !footer) return [];
  const most = Math.max(0, Number(bottom.value) - LINE * lines);
  if (!(Number(footer.value) > most)) return [];
  return [{ from: footer.from, to: footer.to, text: String(Number(most.toFixed(4))) }];
}
