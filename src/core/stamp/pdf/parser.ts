/** Reads the values of a PDF from a piece of it, forgiving what readers forgive. */
import { Dict, Keyword, Name, Ref, Text, type Value } from './values.js';

/** The piece ends before the value does. */
export class Unfinished extends Error {}

const DEEPEST = 200;

const WHITE = 1;
const DELIMITER = 2;
/** By character code: what ends a word. */
export const KINDS = kindsOfBytes();

function kindsOfBytes(): Uint8Array {
  const kinds = new Uint8Array(256);
  for (const code of [0, 9, 10, 12, 13, 32]) kinds[code] = WHITE;
  for (const unit of '()<>[]{}/%') kinds[unit.charCodeAt(0)] = DELIMITER;
  return kinds;
}

export class Parser {
  at: number;
  private readonly text: string;
  private depth = 0;

  /** @param text - Latin-1. */
  constructor(text: string, at = 0) {
    this.text = text;
    this.at = at;
  }

  /** Two whole numbers and an `R` are a reference. */
  value(): Value {
    const value = this.token();
    if (typeof value !== 'number' || !Number.isInteger(value) || value < 0) return value;
    const after = this.at;
    const end = this.endOfReference();
    if (end === undefined) return value;
    const generation = Number.parseInt(this.text.slice(after).trimStart(), 10);
    this.at = end;
    return new Ref(value, generation);
  }

  /** @returns Where the bytes of a stream begin, if one follows. */
  streamBehind(): number | undefined {
    this.skipBlanks();
    if (this.at + 8 > this.text.length) throw new Unfinished();
    if (!this.text.startsWith('stream', this.at)) return undefined;
    // PDF 32000-1, 7.3.8.1: behind a line feed or both; some write blanks before, some the return alone.
    const line = /stream[ \t]*(?:\r\n|\n|\r)?/y;
    line.lastIndex = this.at;
    return this.at + (line.exec(this.text)?.[0].length ?? 0);
  }

  skipBlanks(): void {
    const { text } = this;
    for (; this.at < text.length; this.at += 1) {
      const code = text.charCodeAt(this.at);
      if (code === 0x25) this.skipComment();
      else if (KINDS[code] !== WHITE) return;
    }
  }

  private skipComment(): void {
    while (this.at < this.text.length && !/[\r\n]/.test(this.text.charAt(this.at))) this.at += 1;
  }

  private endOfReference(): number | undefined {
    const { text } = this;
    let at = this.at;
    const blanks = () => {
      const from = at;
      while (at < text.length && KINDS[text.charCodeAt(at)] === WHITE) at += 1;
      return at > from;
    };
    if (!blanks()) return undefined;
    const digits = at;
    while (at < text.length && isDigit(text.charCodeAt(at))) at += 1;
    if (at === digits || at - digits > 5 || !blanks() || text[at] !== 'R') return undefined;
    const isWhole = at + 1 >= text.length || KINDS[text.charCodeAt(at + 1)] !== 0;
    return isWhole ? at + 1 : undefined;
  }

  private token(): Value {
    this.skipBlanks();
    const { text, at } = this;
    if (at >= text.length) throw new Unfinished();
    switch (text.charAt(at)) {
      case '/':
        return this.name();
      case '(':
        return this.literal();
      case '[':
        return this.list();
      case '<':
        return text[at + 1] === '<' ? this.dict() : this.hex();
      case ')':
      case ']':
      case '{':
      case '}':
        this.at += 1;
        return new Keyword(text.charAt(at));
      case '>':
        this.at += text[at + 1] === '>' ? 2 : 1;
        return new Keyword(text.slice(at, this.at));
      default:
        return this.word();
    }
  }

  private name(): Name {
    this.at += 1;
    const raw = this.regular();
    const name = raw.includes('#')
      ? raw.replaceAll(/#([0-9a-f]{2})/gi, (_, hex: string) =>
          String.fromCharCode(Number.parseInt(hex, 16)),
        )
      : raw;
    return new Name(name);
  }

  private regular(): string {
    const from = this.at;
    while (this.at < this.text.length && KINDS[this.text.charCodeAt(this.at)] === 0) this.at += 1;
    return this.text.slice(from, this.at);
  }

  private word(): Value {
    const word = this.regular();
    if (/^[+\-.0-9]/.test(word)) return numberOf(word);
    if (word === 'true') return true;
    if (word === 'false') return false;
    return word === 'null' ? null : new Keyword(word);
  }

  private literal(): Text {
    const { text } = this;
    let open = 0;
    let bytes = '';
    for (let at = this.at; at < text.length; at += 1) {
      const unit = text.charAt(at);
      if (unit === '\\') {
        const escape = ESCAPE.exec(text.slice(at + 1, at + 4))?.[0] ?? text.charAt(at + 1);
        bytes += unescaped(escape);
        at += escape.length;
        continue;
      }
      if (unit === '(') open += 1;
      if (unit === ')') open -= 1;
      if (open === 0) {
        this.at = at + 1;
        return new Text(bytes.slice(1));
      }
      bytes += unit;
    }
    throw new Unfinished();
  }

  private hex(): Text {
    const end = this.text.indexOf('>', this.at);
    if (end < 0) throw new Unfinished();
    const digits = this.text.slice(this.at + 1, end).replaceAll(/[^0-9a-f]/gi, '');
    this.at = end + 1;
    return new Text(Buffer.from(digits + '0'.repeat(digits.length % 2), 'hex').toString('latin1'));
  }

  private list(): readonly Value[] {
    this.at += 1;
    this.deeper();
    const items: Value[] = [];
    for (;;) {
      const item = this.value();
      if (item instanceof Keyword) {
        if (item.word === ']') break;
        if (ENDS.has(item.word)) {
          this.at -= item.word.length;
          break;
        }
        continue;
      }
      items.push(item);
    }
    this.depth -= 1;
    return items;
  }

  private dict(): Dict {
    this.at += 2;
    this.deeper();
    const dict = new Dict();
    for (;;) {
      const key = this.token();
      if (key instanceof Keyword && key.word === '>>') break;
      if (key instanceof Keyword && ENDS.has(key.word)) {
        this.at -= key.word.length;
        dict.isOdd = true;
        break;
      }
      if (!(key instanceof Name)) {
        dict.isOdd = true;
        continue;
      }
      this.skipBlanks();
      const from = this.at;
      const value = this.value();
      if (value instanceof Keyword) {
        dict.isOdd = true;
        if (value.word === '>>' || ENDS.has(value.word)) this.at -= value.word.length;
        continue;
      }
      dict.entries.set(key.name, { value, raw: this.text.slice(from, this.at) });
    }
    this.depth -= 1;
    return dict;
  }

  private deeper(): void {
    this.depth += 1;
    if (this.depth > DEEPEST) throw new RangeError('values within values');
  }
}

/** What can only stand behind a value that was not closed. */
const ENDS = new Set(['endobj', 'stream', 'endstream', 'obj']);

const ESCAPE = /^(?:[0-7]{1,3}|\r\n)/;
const ESCAPED: Readonly<Record<string, string>> = {
  n: '\n',
  r: '\r',
  t: '\t',
  b: '\b',
  f: '\f',
  '\n': '',
  '\r': '',
  '\r\n': '',
};

function unescaped(escape: string): string {
  if (/^[0-7]/.test(escape)) return String.fromCharCode(Number.parseInt(escape, 8) & 0xff);
  return ESCAPED[escape] ?? escape;
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

/** `--5`, `5-3` and `4.` are written by some. */
function numberOf(word: string): number {
  const number = Number(word);
  if (!Number.isNaN(number)) return number;
  const found = /^[+-]*(\d*\.?\d*)/.exec(word)?.[1] ?? '';
  const size = Number.parseFloat(found) || 0;
  return word.startsWith('-') ? -size : size;
}
