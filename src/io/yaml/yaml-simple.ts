/**
 * The YAML that people mostly write, in one pass: block mappings and lists, scalars on one line, brackets.
 *
 * The parser makes several objects of each word and mark, which for a system of 300 indicators takes longer than
 * all the rest of a check. This reader knows no faults: whatever it does not know for certain (anchors, block text,
 * empty values, escapes, tabs, a colon where it may be mistyped …) it leaves to the parser.
 */
import type { YamlEntry, YamlNode, YamlText } from '../../core/yaml-file/node.js';

/** Lines and nodes; beyond these the parser judges whether the file is too large. */
const LIMIT = 30_000;
const DEPTH_LIMIT = 30;
const LONGEST_KEY = 100;

/** What begins no plain scalar, or one that takes more knowledge. */
const INDICATORS = '-?:,[]{}#&*!|>\'"%@`';
const NOT_IN_KEY = /[：:,[\]{}#&*!|>'"%@`]/;
const BRACKETS = /[,[\]{}]/;
const COLONS = /[：:]/;
/** Most likely the next entry, typed with a full-width comma and colon. */
const NEXT_KEY = /，\s{0,80}[\w-]{1,40}[ \t]{0,3}：/;
const COLON = 0x3a;

/** Not the YAML that this reader knows. */
class Beyond extends Error {}

/** @returns the same as the parser would give; `undefined` when the text holds anything that is not simple. */
export function readSimple(text: string): YamlNode | undefined {
  if (/[\t\uFEFF]/.test(text)) return undefined;
  // Line ends of Windows are as good: a blank before a line end means nothing, and every offset stays.
  const plain = text.includes('\r') ? text.replaceAll('\r\n', ' \n') : text;
  if (plain.includes('\r')) return undefined;
  try {
    return new Reader(plain).document();
  } catch (error) {
    if (error instanceof Beyond) return undefined;
    throw error;
  }
}

class Reader {
  readonly #text: string;
  /** The line that is looked at: its first character that is no space, and its end. */
  #start = 0;
  #end = -1;
  /** Column of the first character; -1 after the last line. */
  #indent = -1;
  #nodes = 0;
  #depth = 0;

  constructor(text: string) {
    this.#text = text;
  }

  document(): YamlNode {
    this.#nextLine();
    const root = this.#block(0);
    if (this.#indent >= 0) throw new Beyond();
    return root;
  }

  /** On to the next line that holds more than a comment. */
  #nextLine(): void {
    const text = this.#text;
    for (;;) {
      const from = this.#end + 1;
      if (++this.#nodes > LIMIT) throw new Beyond();
      if (from >= text.length) {
        this.#indent = -1;
        return;
      }
      const end = text.indexOf('\n', from);
      this.#end = end < 0 ? text.length : end;
      this.#start = this.#afterSpaces(from);
      if (this.#start < this.#end && text[this.#start] !== '#') {
        this.#indent = this.#start - from;
        return;
      }
    }
  }

  #block(indent: number): YamlNode {
    if (this.#indent !== indent || ++this.#depth > DEPTH_LIMIT) throw new Beyond();
    const node = this.#isItem() ? this.#list(indent) : this.#map(indent);
    this.#depth -= 1;
    return node;
  }

  #isItem(): boolean {
    return this.#text.startsWith('- ', this.#start);
  }

  #list(indent: number): YamlNode {
    const start = this.#start;
    const items: YamlNode[] = [];
    while (this.#indent === indent && this.#isItem()) {
      const at = this.#afterSpaces(this.#start + 1);
      if (this.#keyEnd(at) < 0) {
        items.push(this.#value(at, indent, true));
      } else {
        // A mapping that begins on the line of its dash: its other keys stand below its first.
        this.#indent += at - this.#start;
        this.#start = at;
        items.push(this.#block(this.#indent));
      }
    }
    if (this.#indent > indent) throw new Beyond();
    return this.#counted({ is: 'list', start, items });
  }

  #map(indent: number): YamlNode {
    const start = this.#start;
    const entries = new Map<string, YamlEntry>();
    while (this.#indent === indent && !this.#isItem()) {
      const colon = this.#keyEnd(this.#start);
      if (colon < 0) throw new Beyond();
      const key = this.#key(this.#start, colon);
      const at = this.#afterSpaces(colon + 1);
      if (at < this.#end && this.#text[at] !== '#') {
        add(entries, key, this.#value(at, indent, false));
        continue;
      }
      this.#nextLine();
      const inner = this.#indent;
      // A list may stand as far left as its key.
      if (inner < indent || (inner === indent && !this.#isItem())) throw new Beyond();
      add(entries, key, this.#block(inner));
    }
    if (this.#indent > indent) throw new Beyond();
    return this.#counted({ is: 'map', start, entries });
  }

  /** Where the key at `at` has its colon; -1 when no key stands there. */
  #keyEnd(at: number): number {
    const text = this.#text;
    const quote = text[at];
    if (quote === '"' || quote === "'") {
      const close = this.#quoted(at).end;
      return text[close] === ':' && this.#isGap(close + 1) ? close : -1;
    }
    if (!isScalarStart(quote)) return -1;
    for (let colon = at; colon < this.#end; colon += 1) {
      if (text.charCodeAt(colon) === COLON && this.#isGap(colon + 1)) return colon;
    }
    return -1;
  }

  #isGap(at: number): boolean {
    return at >= this.#end || this.#text[at] === ' ';
  }

  #key(start: number, end: number): YamlText {
    const quote = this.#text[start];
    if (quote === '"' || quote === "'") return this.#quoted(start);
    const text = this.#text.slice(start, end);
    if (!isScalarStart(quote) || text.length > LONGEST_KEY || text.endsWith(' '))
      throw new Beyond();
    // `<<` is told of by the parser's side.
    if (NOT_IN_KEY.test(text) || text === '<<') throw new Beyond();
    return { is: 'text', start, end, text, plain: true };
  }

  /** What stands on the rest of the line, with what brackets hold on the next lines. */
  #value(at: number, indent: number, isItem: boolean): YamlNode {
    const first = this.#text[at];
    if (first === '|' || first === '>') return this.#counted(this.#blockText(at, indent));
    let node: YamlNode;
    let end: number;
    if (first === '[' || first === '{') {
      const flow = new Flow(this.#text, at, indent, (each) => this.#counted(each));
      node = flow.read();
      end = flow.at;
      const line = this.#text.indexOf('\n', end);
      this.#end = line < 0 ? this.#text.length : line;
    } else {
      const text = first === '"' || first === "'" ? this.#quoted(at) : this.#plain(at, isItem);
      node = this.#counted(text);
      end = text.end;
    }
    const rest = this.#afterSpaces(end);
    if (rest < this.#end && (this.#text[rest] !== '#' || rest === end)) throw new Beyond();
    this.#nextLine();
    return node;
  }

  /** Lines below `>-` and the like, all indented alike and none of them blank. */
  #blockText(start: number, indent: number): YamlText {
    const header = this.#text.slice(start, this.#end);
    if (!/^[|>]-?$/.test(header)) throw new Beyond();
    const lines: string[] = [];
    let column = -1;
    for (;;) {
      const from = this.#end + 1;
      const lineEnd = this.#text.indexOf('\n', from);
      // The last line of the file is to have an end too.
      if (lineEnd < 0 && from < this.#text.length) throw new Beyond();
      this.#nextLine();
      if (this.#indent >= 0 && this.#start - this.#indent !== from) throw new Beyond();
      if (this.#indent < 0 && from < this.#text.length) throw new Beyond();
      if (column < 0) column = this.#indent;
      if (this.#indent !== column || column <= indent) {
        if (this.#indent > indent || lines.length === 0) throw new Beyond();
        const text = lines.join(header.startsWith('|') ? '\n' : ' ');
        const ended = header.endsWith('-') ? text : `${text}\n`;
        return { is: 'text', start, end: from, text: ended, plain: false };
      }
      lines.push(this.#text.slice(this.#start, this.#end));
    }
  }

  #plain(start: number, isItem: boolean): YamlText {
    const line = this.#text.slice(start, this.#end);
    const comment = line.indexOf(' #');
    const text = withoutSpaces(comment < 0 ? line : line.slice(0, comment));
    if (!isScalarStart(text[0]) || text.includes(': ') || text.endsWith(':')) throw new Beyond();
    if (isItem && COLONS.test(text)) throw new Beyond();
    return { is: 'text', start, end: start + text.length, text, plain: true };
  }

  #quoted(start: number): YamlText {
    return quotedIn(this.#text, start, this.#end);
  }

  #afterSpaces(at: number): number {
    let next = at;
    while (next < this.#end && this.#text[next] === ' ') next += 1;
    return next;
  }

  #counted<T extends YamlNode>(node: T): T {
    if (++this.#nodes > LIMIT) throw new Beyond();
    return node;
  }
}

/** `{ id: plan, kind: [photo, video] }`. */
class Flow {
  at: number;
  readonly #text: string;
  /** Of the key or dash before it: all its lines stand further right. */
  readonly #indent: number;
  readonly #counted: (node: YamlNode) => YamlNode;
  #depth = 0;

  constructor(text: string, at: number, indent: number, counted: (node: YamlNode) => YamlNode) {
    this.#text = text;
    this.at = at;
    this.#indent = indent;
    this.#counted = counted;
  }

  read(): YamlNode {
    if (++this.#depth > DEPTH_LIMIT) throw new Beyond();
    const start = this.at;
    const isMap = this.#text[start] === '{';
    const close = isMap ? '}' : ']';
    const items: YamlNode[] = [];
    const entries = new Map<string, YamlEntry>();
    this.at += 1;
    this.#skip();
    if (this.#text[this.at] !== close) {
      for (;;) {
        if (isMap) this.#entry(entries);
        else items.push(this.#node(false));
        this.#skip();
        if (this.#text[this.at] === close) break;
        if (this.#text[this.at] !== ',') throw new Beyond();
        this.at += 1;
        this.#skip();
      }
    }
    this.at += 1;
    this.#depth -= 1;
    return this.#counted(isMap ? { is: 'map', start, entries } : { is: 'list', start, items });
  }

  #entry(entries: Map<string, YamlEntry>): void {
    const key = this.#scalar(false);
    if (!this.#text.startsWith(': ', this.at) || key.text === '<<') throw new Beyond();
    this.at += 1;
    while (this.#text[this.at] === ' ') this.at += 1;
    add(entries, key, this.#node(true));
  }

  #node(isValue: boolean): YamlNode {
    const first = this.#text[this.at];
    return first === '[' || first === '{' ? this.read() : this.#counted(this.#scalar(isValue));
  }

  #scalar(isValue: boolean): YamlText {
    const text = this.#text;
    const start = this.at;
    const first = text[start];
    if (first === '"' || first === "'") {
      const line = text.indexOf('\n', start);
      const quoted = quotedIn(text, start, line < 0 ? text.length : line);
      this.at = quoted.end;
      return quoted;
    }
    let end = start;
    while (end < text.length && !endsFlowScalar(text, end)) end += 1;
    const found = withoutSpaces(text.slice(start, end));
    if (!isScalarStart(first) || found === '' || found.length > LONGEST_KEY * 10)
      throw new Beyond();
    if (found.includes('#')) throw new Beyond();
    if (found.includes('：') && (!isValue || NEXT_KEY.test(found))) throw new Beyond();
    this.at = start + found.length;
    return { is: 'text', start, end: this.at, text: found, plain: true };
  }

  /** Past spaces and line ends, as far as they are indented well. */
  #skip(): void {
    const text = this.#text;
    let lineStart = -1;
    for (; text[this.at] === ' ' || text[this.at] === '\n'; this.at += 1) {
      if (text[this.at] !== '\n') continue;
      if (lineStart === this.at) throw new Beyond();
      lineStart = this.at + 1;
    }
    if (lineStart >= 0 && this.at - lineStart <= this.#indent) throw new Beyond();
  }
}

/** At a colon, too: the scalar ends there when it is a key, and is not simple otherwise. */
function endsFlowScalar(text: string, at: number): boolean {
  const unit = text[at] ?? '';
  return unit === '\n' || unit === ':' || BRACKETS.test(unit);
}

/** Quoted text on one line without escapes. */
function quotedIn(text: string, start: number, lineEnd: number): YamlText {
  const quote = text[start] ?? '';
  const close = text.indexOf(quote, start + 1);
  if (close < 0 || close >= lineEnd || text[close + 1] === quote) throw new Beyond();
  const inner = text.slice(start + 1, close);
  if (inner.length > LONGEST_KEY * 10 || (quote === '"' && inner.includes('\\')))
    throw new Beyond();
  return { is: 'text', start, end: close + 1, text: inner, plain: false };
}

function add(entries: Map<string, YamlEntry>, key: YamlText, value: YamlNode): void {
  if (entries.has(key.text)) throw new Beyond();
  entries.set(key.text, { key: { start: key.start, end: key.end }, value });
}

function isScalarStart(unit: string | undefined): boolean {
  return unit !== undefined && unit !== ' ' && unit !== '\n' && !INDICATORS.includes(unit);
}

function withoutSpaces(text: string): string {
  let end = text.length;
  while (end > 0 && text[end - 1] === ' ') end -= 1;
  return end === text.length ? text : text.slice(0, end);
}
