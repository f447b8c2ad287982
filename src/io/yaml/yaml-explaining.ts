/** Of all that a parser says after one slip, what explains it, where it was made. */
import type { YamlFault } from '../../core/yaml-file/node.js';

export interface Found {
  readonly fault: YamlFault;
  readonly offset: number;
}

/** After one of these the parser is out of step, and what it says next is about the same slip. */
const OUT_OF_STEP: ReadonlySet<YamlFault['fault']> = new Set([
  'tab',
  'indent',
  'key',
  'bracket',
  'quote',
  'escape',
  'start',
  'after-value',
  'odd-blank',
  'list-sign',
  'remark-sign',
  'dash-lost',
  'fence',
  'syntax',
]);

/** What keys seem to say once the parser is out of step. */
const FOLLOWERS: ReadonlySet<YamlFault['fault']> = new Set([
  'key-not-text',
  'duplicate-key',
  'dash-missing',
]);

export function isFollower({ fault }: YamlFault): boolean {
  return FOLLOWERS.has(fault);
}

/** Where the line begins on which the parser fell out of step; behind the text when it did not. */
export function slipIn(text: string, found: readonly Found[]): number {
  const slips = found.filter(({ fault }) => OUT_OF_STEP.has(fault.fault));
  const first = Math.min(...slips.map(({ offset }) => offset));
  return Number.isFinite(first) ? text.lastIndexOf('\n', first - 1) + 1 : Infinity;
}

/** The first of those that put the parser out of step, and all others. */
export function explaining(text: string, found: readonly Found[]): Found[] {
  const placed = found.map((each) => whereMade(text, each));
  const slips = placed.filter(({ fault }) => OUT_OF_STEP.has(fault.fault));
  const least = slips.reduce<Found | undefined>(
    (before, each) => (before && before.offset <= each.offset ? before : each),
    undefined,
  );
  const first = least && (tabAfter(text, least, slips) ?? least);
  return placed.filter((each) => each === first || !OUT_OF_STEP.has(each.fault.fault));
}

/** Of a tab before `- ` the parser says first that the line above does not go on. */
function tabAfter(text: string, { offset }: Found, slips: readonly Found[]): Found | undefined {
  return slips.find(
    (each) => each.fault.fault === 'tab' && text.slice(offset, each.offset).trim() === '',
  );
}

function whereMade(text: string, found: Found): Found {
  if (AFTER_ODD_SIGN.has(found.fault.fault)) {
    const odd = oddLineBefore(text, found.offset);
    if (odd) return odd;
  }
  // Of `>=2` the parser tells what stands behind the sign.
  if (found.fault.fault === 'start' && /[>|]/.test(text[found.offset - 1] ?? ''))
    return { ...found, offset: found.offset - 1 };
  if (found.fault.fault === 'bracket') return bracketBefore(text, found.offset) ?? found;
  if (found.fault.fault === 'key') return indentBefore(text, found.offset) ?? found;
  if (found.fault.fault === 'quote') return quoteBefore(text, found.offset) ?? found;
  return found;
}

/** What the parser says of a line that begins oddly, or of the line behind it. */
const AFTER_ODD_SIGN: ReadonlySet<YamlFault['fault']> = new Set(['key', 'indent', 'start']);

/** The sign that nobody but its writer knows, on the line of an error or the one before. */
function oddLineBefore(text: string, offset: number): Found | undefined {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const own = oddSign(text, start);
  if (own || start === 0) return own;
  const before =
    text
      .slice(0, start - 1)
      .trimEnd()
      .lastIndexOf('\n') + 1;
  return oddSign(text, before) ?? dashLost(text, before, start);
}

function oddSign(text: string, start: number): Found | undefined {
  const line = wholeLine(text, start);
  const [all = '', indent = '', sign = ''] =
    /^(\s*(?:- +)*)(```|＃|\/\/|[－—–−·•●▪◦](?=\s*\S)|-(?=[^\s\-\d][^:：]{0,40}[:：]))/u.exec(
      line,
    ) ?? [];
  const blank = /^(?: *)([\u3000\u00a0])|:([\u3000\u00a0])/u.exec(line);
  if (blank) {
    const at = start + blank.index + blank[0].length - 1;
    return { fault: { fault: 'odd-blank' }, offset: at };
  }
  if (all === '') return undefined;
  const at = start + indent.length;
  if (sign === '```') return { fault: { fault: 'fence' }, offset: at };
  const fault = sign === '＃' || sign === '//' ? 'remark-sign' : 'list-sign';
  return { fault: { fault, key: sign }, offset: at };
}

/** `{ … }` below `- { … }`. */
function dashLost(text: string, before: number, start: number): Found | undefined {
  const [, dash = ''] = /^(\s*- +)\{/.exec(wholeLine(text, before)) ?? [];
  const [, blank = ''] = /^(\s*)\{/.exec(wholeLine(text, start)) ?? [];
  return dash !== '' && dash.length === blank.length
    ? { fault: { fault: 'dash-lost' }, offset: start + blank.length }
    : undefined;
}

function wholeLine(text: string, start: number): string {
  const end = text.indexOf('\n', start);
  return text.slice(start, Math.min(end < 0 ? text.length : end, start + 2000));
}

/** The bracket that was opened last and is open still, on the line of an error or one of those before. */
function bracketBefore(text: string, offset: number): Found | undefined {
  let start = text.lastIndexOf('\n', offset - 1) + 1;
  for (let lines = 0; lines < MOST_BRACKET_LINES; lines += 1) {
    const line = wholeLine(text, start).replace(/"[^"]*"|'[^']*'|\s#.*/g, (all) =>
      ' '.repeat(all.length),
    );
    const open: number[] = [];
    for (const { 0: sign, index } of line.matchAll(/[[\]{}]/g)) {
      if (/[[{]/.test(sign)) open.push(index);
      else if (open.pop() === undefined) return undefined;
    }
    const last = open.at(-1);
    if (last !== undefined) return { fault: { fault: 'bracket' }, offset: start + last };
    if (start === 0) return undefined;
    start = text.lastIndexOf('\n', start - 2) + 1;
  }
  return undefined;
}

const MOST_BRACKET_LINES = 3;

interface Line {
  readonly start: number;
  /** Where its first key, or its value, stands: behind the `- ` of a list. */
  readonly column: number;
  /** Columns at which something of a later line may begin. */
  readonly columns: readonly number[];
  readonly text: string;
}

const MOST_LINES = 400;

/** Lines up to the one of an offset, and the next one that says something. */
function linesAround(text: string, offset: number): { before: Line[]; own: Line; next?: Line } {
  const ownStart = text.lastIndexOf('\n', offset - 1) + 1;
  const before: Line[] = [];
  for (let end = ownStart - 1; end > 0 && before.length < MOST_LINES;) {
    const start = text.lastIndexOf('\n', end - 1) + 1;
    const line = lineAt(text, start);
    if (line.text !== '') before.push(line);
    end = start - 1;
  }
  let next: Line | undefined;
  for (let at = text.indexOf('\n', offset) + 1; at > 0 && !next; at = text.indexOf('\n', at) + 1) {
    const line = lineAt(text, at);
    if (line.text !== '') next = line;
    if (at >= text.length) break;
  }
  return { before, own: lineAt(text, ownStart), ...(next && { next }) };
}

function lineAt(text: string, start: number): Line {
  const end = text.indexOf('\n', start);
  const whole = text.slice(start, Math.min(end < 0 ? text.length : end, start + 2000));
  const [indent = ''] = /^ */.exec(whole) ?? [];
  const [dashes = ''] = /^(?:- +)*/.exec(whole.slice(indent.length)) ?? [];
  const body = whole.slice(indent.length).trimEnd();
  const column = indent.length + dashes.length;
  const columns = [column];
  for (let at = 0; at < dashes.length; at += 1)
    if (dashes[at] === '-') columns.push(indent.length + at);
  return { start, column, columns, text: body.startsWith('#') ? '' : body };
}

const isEntry = ({ text }: Line) => /^(?:- +)*[^\s"'{[#][^{["']{0,99}:(?: |$)/.test(text);

/** A line that begins where no other does, or deeper than the entry before it, which has its value already. */
function indentBefore(text: string, offset: number): Found | undefined {
  const { before, own, next } = linesAround(text, offset);
  const fault = { fault: 'indent' } as const;
  const known = new Set(before.flatMap(({ columns }) => columns));
  const [above] = before;
  const isDeeper = above !== undefined && own.column > above.column && !hasValue(above);
  if (isEntry(own) && before.length > 0 && !isDeeper && !known.has(own.column)) {
    return { fault, offset: own.start + own.column };
  }
  return next && isEntry(own) && isEntry(next) && next.column > own.column && hasValue(own)
    ? { fault, offset: next.start + next.column }
    : undefined;
}

function hasValue({ text }: Line): boolean {
  return /:\s+\S/.test(text);
}

/** The quotation mark that begins the first value that does not end on its line. */
function quoteBefore(text: string, offset: number): Found | undefined {
  let start = 0;
  while (start <= offset) {
    const end = text.indexOf('\n', start);
    const line = text.slice(start, end < 0 ? text.length : end);
    const [all = '', mark = ''] =
      /^\s*(?:- +)*(?:[^"'#\s][^"'#:]{0,99}:\s+)?(["'])/.exec(line) ?? [];
    if (mark !== '' && !line.slice(all.length).includes(mark)) {
      return { fault: { fault: 'quote' }, offset: start + all.length - 1 };
    }
    if (end < 0) break;
    start = end + 1;
  }
  return undefined;
}
