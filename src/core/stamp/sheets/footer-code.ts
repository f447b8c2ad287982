/** The footer of a sheet as Excel writes it: text with codes, left, centred and right (ISO/IEC 29500-1, 18.3.1.46). */

import { heightsOf } from './footer-height.js';
import { fittingSize, type FooterRoom } from './footer-room.js';
import { tokensOf } from './footer-tokens.js';

/** A nearly black that nobody chooses: it is what our line is found by, also after other programs wrote the file. */
const MARK = '0A0B0C';
/** So many characters Excel allows, codes counted. */
const LONGEST = 255;

interface Line {
  readonly from: number;
  readonly to: number;
  /** Without its codes; a field, whose text depends on the page, is a null character. */
  readonly text: string;
  readonly ours: boolean;
}

interface Right {
  /** Behind the last of its codes; `undefined` when nothing is on the right. */
  readonly end: number | undefined;
  readonly lines: readonly Line[];
  readonly from: number;
}

const STYLES = new Set(['', '"', '9', 'K', 'B', 'I', 'U', 'E', 'S', 'X', 'Y', 'H', 'O']);

function readRight(code: string): Right {
  let [section, from] = ['C', 0];
  let end: number | undefined;
  const lines: Line[] = [];
  let line = { from: 0, text: '', ours: false };
  const endLine = (to: number) => {
    if (section === 'R') lines.push({ ...line, to });
  };
  for (const token of tokensOf(code)) {
    const { kind } = token;
    if (kind === 'L' || kind === 'C' || kind === 'R') {
      endLine(token.from);
      section = kind;
      line = { from: token.to, text: '', ours: false };
      if (kind === 'R') from = token.to;
    } else if (kind === 'K') {
      line.ours ||= code.slice(token.from + 2, token.to).toUpperCase() === MARK;
    } else if (kind !== '') {
      if (!STYLES.has(kind)) line.text += '\0';
    } else {
      const text = code.startsWith('&&', token.from) ? '&' : code.slice(token.from, token.to);
      for (let at = 0; ;) {
        const next = text.indexOf('\n', at);
        line.text += text.slice(at, next < 0 ? text.length : next);
        if (next < 0) break;
        endLine(token.from + next);
        line = { from: token.from + next + 1, text: '', ours: false };
        at = next + 1;
      }
    }
    if (section === 'R') end = token.to;
  }
  endLine(code.length);
  return { end, lines, from };
}

interface StampedCode {
  readonly code: string;
  /** Other names of ours that stood there. */
  readonly before: readonly string[];
}

/**
 * Our line on the right of a footer, below what stands there.
 *
 * @param add - Put it in when it is not there; else only what is ours is replaced.
 * @returns `undefined` when Excel would not open a file with so long a footer, or print one part over another, or when
 *   the page ends too near below the rows.
 */
export function stampCode(
  code: string,
  text: string,
  add: boolean,
  room: FooterRoom,
): StampedCode | undefined {
  const { end, lines, from } = readRight(code);
  const ours = lines.find((line) => line.ours);
  if (ours ? textOf(ours) === text : !add || lines.some((line) => textOf(line) === text)) {
    return { code, before: [] };
  }
  const others = complete(ours ? without(code, ours) : code);
  const size = fittingSize(others, text, room);
  if (size === undefined) return undefined;
  const name = { text, size, others };
  if (ours) {
    return shortest(code.slice(0, ours.from), from, name, code.slice(ours.to), [textOf(ours)]);
  }
  if (end === undefined) {
    const left = `${complete(code)}&R`;
    return shortest(left, left.length, name, '', []);
  }
  const before = complete(code.slice(0, end));
  // Some tell the right part twice: what they say goes on.
  const separator = end > from || lines.some((line) => line.text !== '') ? '\n' : '';
  return shortest(before + separator, from, name, code.slice(end), []);
}

/** As it was before us. */
function without(code: string, { from, to }: Line): string {
  const before = code.slice(0, from);
  return (before.endsWith('\n') ? before.slice(0, -1) : before) + code.slice(to);
}

/** What stands on the right: ours, and other lines of nothing but text. */
export function rightTexts(code: string): { ours: readonly string[]; others: readonly string[] } {
  const lines = readRight(code).lines.map((line) => ({ ours: line.ours, text: textOf(line) }));
  const texts = lines.filter(({ text }) => text !== '' && !text.includes('\0'));
  return {
    ours: texts.filter(({ ours }) => ours).map(({ text }) => text),
    others: texts.filter(({ ours }) => !ours).map(({ text }) => text),
  };
}

/** Of the part that has most of them. */
export function countLines(code: string): number {
  const parts = [''];
  for (const { kind, from, to } of tokensOf(code)) {
    if (['L', 'C', 'R'].includes(kind)) parts.push('');
    else parts.push((parts.pop() ?? '') + code.slice(from, to));
  }
  return Math.max(...parts.map((each) => (each === '' ? 0 : each.split('\n').length)));
}

function textOf({ text }: Line): string {
  return text.trim().normalize('NFC');
}

/** Without a code at the very end that is cut off, and nothing by itself: what is put behind it would be part of it. */
function complete(code: string): string {
  const last = [...tokensOf(code)].at(-1);
  if (last === undefined) return code;
  const text = code.slice(last.from);
  const isCut = text === '&' || (last.kind === 'K' && text.length < 8) || /^&"[^"]*$/.test(text);
  return isCut ? code.slice(0, last.from) : code;
}

interface Name {
  readonly text: string;
  readonly size: number;
  /** The footer without it. */
  readonly others: string;
}

/** @param from - Where what is on the right begins: styles that are switched on there hold on. */
function shortest(
  before: string,
  from: number,
  { text, size, others }: Name,
  after: string,
  old: readonly string[],
): StampedCode | undefined {
  const escaped = text.replaceAll('&', '&&');
  const off = openStyles(before.slice(from));
  // The font comes last: behind a size, the digits of a name would be part of it.
  const usual = `${before}${off}&K${MARK}&${size}&"宋体,常规"${escaped}`;
  const short = `${before}${off}&${size}&K${MARK}${escaped}`;
  const end = after === '' ? sizeAtEnd(usual, others) : '';
  const code = [usual + end, usual, short].find((each) => (each + after).length <= LONGEST);
  return code === undefined ? undefined : { code: code + after, before: old };
}

/**
 * A footer that LibreOffice takes for lower than it is takes rows off the page. A size behind it all is one of no
 * letter, but LibreOffice reckons with it, if a code follows: so that the rows keep the room that they had.
 */
function sizeAtEnd(code: string, others: string): string {
  const [was, is] = [heightsOf(others), heightsOf(code)];
  const asked = was.real === 0 ? Math.ceil(is.real) : Math.round(was.told + is.real - was.real);
  return is.hasEmptyPart && asked > is.told ? `&${asked}&K${MARK}` : '';
}

/** Those that are switched off by the code that switched them on; a font ends bold and italic. */
function openStyles(code: string): string {
  const open = new Set<string>();
  for (const { kind } of tokensOf(code)) {
    if (!['U', 'E', 'S', 'X', 'Y', 'H', 'O'].includes(kind)) continue;
    if (!open.delete(kind)) open.add(kind);
  }
  return [...open].map((kind) => `&${kind}`).join('');
}
