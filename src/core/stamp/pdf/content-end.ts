/**
 * What the contents of a page leave open: what is written behind them has to close it first, or it is drawn half as large,
 * in another place, or not at all.
 */
import { type Matrix, IDENTITY, times } from './matrix.js';
import { KINDS } from './parser.js';

export interface ContentEnd {
  /** How many `q` are not answered by a `Q`. */
  readonly open: number;
  /** A `Q` has nothing to answer: readers pass it over, and so nothing may be saved before the contents. */
  readonly hasStray: boolean;
  /** What has to be written to end a text, a string, or whatever else was broken off. */
  readonly closing: string;
  /** What is in force when all that is open is closed. */
  readonly matrix: Matrix;
}

/** What is asked of the contents beside their end, at each operator. */
export type OnOperator = (operator: string, operands: readonly number[], matrix: Matrix) => void;

const MOST_OPERANDS = 33;

export class ContentScanner {
  private readonly bytes: Buffer;
  private readonly on: OnOperator | undefined;
  private at = 0;
  private operands: number[] = [];
  private matrix: Matrix;
  private readonly saved: Matrix[] = [];
  private hasStray = false;
  private isInText = false;
  private marks = 0;
  private unclosed = '';
  /** Of the last name and the last string: what operators are about. */
  name = '';
  shown = 0;

  constructor(bytes: Buffer, on?: OnOperator, matrix: Matrix = IDENTITY) {
    this.bytes = bytes;
    this.on = on;
    this.matrix = matrix;
  }

  scan(): ContentEnd {
    while (this.at < this.bytes.length) this.token();
    const closing = [
      this.unclosed,
      this.isInText ? 'ET' : '',
      'EMC '.repeat(Math.min(this.marks, 1000)).trimEnd(),
    ];
    return {
      open: this.saved.length,
      hasStray: this.hasStray,
      closing: closing.filter((part) => part !== '').join(' '),
      matrix: this.saved[0] ?? this.matrix,
    };
  }

  private token(): void {
    const code = this.bytes[this.at] ?? 0;
    if (KINDS[code] === 0) this.word(code);
    else if (code === 0x25) this.skipComment();
    else if (code === 0x28) this.skipLiteral();
    else if (code === 0x2f) this.readName();
    else if (code === 0x3c && this.bytes[this.at + 1] !== 0x3c) this.skipHex();
    else this.at += code === 0x3c ? 2 : 1;
  }

  private readName(): void {
    this.at += 1;
    this.name = this.regular();
  }

  private skipComment(): void {
    while (this.at < this.bytes.length && this.bytes[this.at] !== 10 && this.bytes[this.at] !== 13)
      this.at += 1;
  }

  private skipLiteral(): void {
    const from = this.at;
    let open = 0;
    for (; this.at < this.bytes.length; this.at += 1) {
      const code = this.bytes[this.at];
      if (code === 0x5c) this.at += 1;
      else if (code === 0x28) open += 1;
      else if (code === 0x29 && --open === 0) {
        this.at += 1;
        this.shown += this.at - from - 2;
        return;
      }
    }
    this.at = this.bytes.length;
    this.unclosed = ')'.repeat(Math.min(open, 1000));
  }

  private skipHex(): void {
    const end = this.bytes.indexOf(0x3e, this.at);
    if (end < 0) this.unclosed = '>';
    this.shown += ((end < 0 ? this.bytes.length : end) - this.at) / 2;
    this.at = end < 0 ? this.bytes.length : end + 1;
  }

  private regular(): string {
    const from = this.at;
    while (this.at < this.bytes.length && KINDS[this.bytes[this.at] ?? 0] === 0) this.at += 1;
    return this.bytes.toString('latin1', from, this.at);
  }

  private word(code: number): void {
    if (code <= 0x39 && code >= 0x2b) {
      this.operands.push(this.number());
      if (this.operands.length > MOST_OPERANDS) this.operands.shift();
      return;
    }
    this.operator(this.regular());
    if (this.operands.length > 0) this.operands = [];
    this.shown = 0;
  }

  private number(): number {
    const number = Number(this.regular());
    return Number.isFinite(number) ? number : 0;
  }

  private operator(operator: string): void {
    const { operands } = this;
    switch (operator) {
      case 'q':
        this.saved.push(this.matrix);
        break;
      case 'Q':
        this.restore();
        break;
      case 'cm':
        this.matrix = times(matrixOf(operands), this.matrix);
        break;
      case 'BT':
        this.isInText = true;
        break;
      case 'ET':
        this.isInText = false;
        break;
      case 'BMC':
      case 'BDC':
        this.marks += 1;
        break;
      case 'EMC':
        this.marks = Math.max(0, this.marks - 1);
        break;
      case 'ID':
        this.skipImage();
        break;
    }
    this.on?.(operator, operands, this.matrix);
  }

  private restore(): void {
    const saved = this.saved.pop();
    if (saved === undefined) this.hasStray = true;
    else this.matrix = saved;
  }

  /** Its bytes end at an `EI` behind which there is a text again. */
  private skipImage(): void {
    for (let end = this.bytes.indexOf('EI', this.at + 1); end >= 0;) {
      const isWord =
        KINDS[this.bytes[end - 1] ?? 0] === 1 && KINDS[this.bytes[end + 2] ?? 32] !== 0;
      if (isWord && isText(this.bytes.subarray(end + 2, end + 14))) {
        this.at = end + 2;
        return;
      }
      end = this.bytes.indexOf('EI', end + 2);
    }
    this.at = this.bytes.length;
    this.unclosed = '\nEI';
  }
}

function isText(bytes: Buffer): boolean {
  return bytes.every(
    (code) => code === 9 || code === 10 || code === 13 || (code >= 32 && code < 127),
  );
}

export function matrixOf(operands: readonly number[]): Matrix {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = operands.slice(-6);
  return [a, b, c, d, e, f];
}
