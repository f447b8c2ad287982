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
  'syntax',
]);

/** The first of those that put the parser out of step, and all others. */
export function explaining(text: string, found: readonly Found[]): Found[] {
  const placed = found.map((each) => whereMade(text, each));
  const slips = placed.filter(({ fault }) => OUT_OF_STEP.has(fault.fault));
  const first = slips.reduce<Found | undefined>(
    (least, each) => (least && least.offset <= each.offset ? least : each),
    undefined,
  );
  return placed.filter((each) => each === first || !OUT_OF_STEP.has(each.fault.fault));
}

function whereMade(text: string, found: Found): Found {
  if (found.fault.fault === 'key') return indentBefore(text, found.offset) ?? found;
  if (found.fault.fault === 'quote') return quoteBefore(text, found.offset) ?? found;
  return found;
}

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
