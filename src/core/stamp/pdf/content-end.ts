/**
 * What the contents of a page leave open: what is written behind them has to close it first, or it is drawn half as large,
 * in another place, or not at all.
 */
import type { Matrix } from './matrix.js';
import { IDENTITY, times } from './matrix.js';
import { KINDS } from './parser.js';

export interface ContentEnd {
  /** How many `q` have to stand before the contents, so that each `Q` of theirs has one and one is left. */
  readonly saves: number;
  /** What has to stand behind them, so that nothing of theirs is in force. */
  readonly closing: string;
  /**
   * More is drawn behind a `Q` without a `q`. Most readers pass over such a `Q`, and poppler stops at it: whatever stands
   * before and behind such contents, one of them would show another page. The name is drawn before them, by itself.
   */
  readonly isOpen: boolean;
}

/** Hears of each operator, with what stood before it. */
export interface Listener {
  readonly operator: (operator: string, operands: Operands) => void;
}

export interface Operands {
  readonly numbers: readonly number[];
  /** The last one, without its slash. */
  readonly name: string;
  /** How many bytes there are in strings. */
  readonly shown: number;
  /** In force when the operator comes. */
  readonly matrix: Matrix;
}

const MOST_OPERANDS = 32;
/** More were not left open by a program, but made to be counted. */
const MOST_CLOSED = 10_000;

const PAINTING = new Set([
  'S',
  's',
  'f',
  'F',
  'f*',
  'B',
  'B*',
  'b',
  'b*',
  'sh',
  'Do',
  'Tj',
  'TJ',
  "'",
  '"',
]);
const PATH = new Set(['m', 're']);
const ENDS_PATH = new Set(['S', 's', 'f', 'F', 'f*', 'B', 'B*', 'b', 'b*', 'n']);
const [LITERAL, NAME, HEX, COMMENT] = [0x28, 0x2f, 0x3c, 0x25];
const CLOSED_BY: Readonly<Record<string, string>> = { '[': ']', '<': '>>' };

export class ContentScanner {
  private readonly bytes: Buffer;
  private readonly listener: Listener | undefined;
  private at = 0;
  private numbers: number[] = [];
  private name = '';
  private shown = 0;
  private matrix: Matrix;
  private readonly saved: Matrix[] = [];
  /** What an array or a dictionary waits for: operators within are none. */
  private readonly waiting: string[] = [];
  private unclosed = '';
  private isInText = false;
  private isInPath = false;
  private marks = 0;
  private strays = 0;
  private isPaintedSince = false;

  constructor(bytes: Buffer, listener?: Listener, matrix: Matrix = IDENTITY) {
    this.bytes = bytes;
    this.listener = listener;
    this.matrix = matrix;
  }

  scan(): ContentEnd {
    while (this.at < this.bytes.length) this.token();
    const saves = this.strays + 1;
    const parts = [
      this.unclosed + this.waiting.reverse().slice(0, MOST_CLOSED).join(' '),
      this.isInPath ? 'n' : '',
      this.isInText ? 'ET' : '',
      repeated('EMC', this.marks),
      repeated('Q', this.saved.length + 1),
    ];
    return {
      saves,
      closing: parts.filter((part) => part !== '').join('\n'),
      isOpen: this.isPaintedSince || saves > MOST_CLOSED || this.saved.length > MOST_CLOSED,
    };
  }

  private token(): void {
    const code = this.bytes[this.at] ?? 0;
    if (KINDS[code] === 0) this.word(code);
    else if (code === COMMENT) this.skipComment();
    else if (code === LITERAL) this.skipLiteral();
    else if (code === NAME) this.readName();
    else if (code === HEX && this.bytes[this.at + 1] !== HEX) this.skipHex();
    else this.bracket(code);
  }

  private bracket(code: number): void {
    const unit = String.fromCharCode(code);
    const isTwo = (unit === '<' || unit === '>') && this.bytes[this.at + 1] === code;
    this.at += isTwo ? 2 : 1;
    const closed = unit === '[' || (unit === '<' && isTwo) ? CLOSED_BY[unit] : undefined;
    if (closed !== undefined) this.waiting.push(closed);
    else if (unit === ']' || (unit === '>' && isTwo)) {
      if (this.waiting.at(-1) === (unit === ']' ? ']' : '>>')) this.waiting.pop();
    }
  }

  private readName(): void {
    this.at += 1;
    this.name = this.regular();
  }

  private skipComment(): void {
    const { bytes } = this;
    while (this.at < bytes.length && bytes[this.at] !== 10 && bytes[this.at] !== 13) this.at += 1;
  }

  private skipLiteral(): void {
    const from = this.at;
    let open = 0;
    for (; this.at < this.bytes.length; this.at += 1) {
      const code = this.bytes[this.at];
      if (code === 0x5c) this.at += 1;
      else if (code === LITERAL) open += 1;
      else if (code === 0x29) {
        open -= 1;
        if (open > 0) continue;
        this.at += 1;
        this.shown += this.at - from - 2;
        return;
      }
    }
    this.at = this.bytes.length;
    this.unclosed = ')'.repeat(Math.min(open, MOST_CLOSED));
  }

  private skipHex(): void {
    const end = this.bytes.indexOf(0x3e, this.at);
    if (end < 0) this.unclosed = '>';
    const from = this.at;
    this.at = end < 0 ? this.bytes.length : end + 1;
    this.shown += (this.at - from) >> 1;
  }

  private regular(): string {
    const from = this.at;
    while (this.at < this.bytes.length && KINDS[this.bytes[this.at] ?? 0] === 0) this.at += 1;
    return this.bytes.toString('latin1', from, this.at);
  }

  private word(first: number): void {
    const word = this.regular();
    if (first <= 0x39 && first >= 0x2b) {
      if (this.numbers.length >= MOST_OPERANDS) this.numbers.shift();
      this.numbers.push(Number.parseFloat(word) || 0);
    } else if (this.waiting.length === 0) this.operator(word);
  }

  private operator(operator: string): void {
    const { numbers, name, shown, matrix } = this;
    this.listener?.operator(operator, { numbers, name, shown, matrix });
    this.obey(operator);
    if (this.strays > 0 && PAINTING.has(operator)) this.isPaintedSince = true;
    if (numbers.length > 0) this.numbers = [];
    this.shown = 0;
  }

  private obey(operator: string): void {
    if (operator === 'q') this.saved.push(this.matrix);
    else if (operator === 'Q') this.restore();
    else if (operator === 'cm') this.matrix = times(matrixOf(this.numbers), this.matrix);
    else if (operator === 'BT') this.isInText = true;
    else if (operator === 'ET') this.isInText = false;
    else if (operator === 'BMC' || operator === 'BDC') this.marks += 1;
    else if (operator === 'EMC') this.marks = Math.max(0, this.marks - 1);
    else if (operator === 'ID') this.skipImage();
    else if (PATH.has(operator)) this.isInPath = true;
    else if (ENDS_PATH.has(operator)) this.isInPath = false;
  }

  private restore(): void {
    const saved = this.saved.pop();
    if (saved === undefined) this.strays += 1;
    else this.matrix = saved;
  }

  /** Its bytes end at an `EI` behind which there is a text again. */
  private skipImage(): void {
    const { bytes } = this;
    let end = bytes.indexOf('EI', this.at + 1);
    for (; end >= 0; end = bytes.indexOf('EI', end + 2)) {
      const isWord = KINDS[bytes[end - 1] ?? 0] === 1 && KINDS[bytes[end + 2] ?? 32] !== 0;
      if (isWord && isText(bytes.subarray(end + 2, end + 14))) break;
    }
    if (end < 0) this.unclosed = '\nEI\n';
    this.at = end < 0 ? bytes.length : end + 2;
    if (this.strays > 0) this.isPaintedSince = true;
  }
}

function repeated(operator: string, count: number): string {
  return Array.from({ length: Math.min(count, MOST_CLOSED) }, () => operator).join(' ');
}

/** A zero by itself is a blank, which some put behind each word. */
function isText(bytes: Buffer): boolean {
  return bytes.every(
    (code, at) =>
      code === 9 ||
      code === 10 ||
      code === 13 ||
      (code >= 32 && code < 127) ||
      (code === 0 && bytes[at + 1] !== 0),
  );
}

export function matrixOf(numbers: readonly number[]): Matrix {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = numbers.slice(-6);
  return [a, b, c, d, e, f];
}
