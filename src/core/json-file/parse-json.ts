/** JSON with the place of every part, so that a fault in a file can be told by line and column. */
import type { JsonFault } from '../../messages/faults.js';
import type { YamlEntry, YamlMap, YamlNode, YamlText } from '../yaml-file/node.js';

export type { JsonFault };

/** Deeper than any file of ours; the reader calls itself for each level. */
const DEPTH_LIMIT = 100;

/** @returns the nodes, or the first fault. `JSON.parse` tells no place for most of them. @see RFC 8259 */
export function parseJson(
  text: string,
): { readonly root: YamlNode } | { readonly fault: JsonFault; readonly offset: number } {
  const reader = new Reader(text);
  try {
    return { root: reader.document() };
  } catch (error) {
    if (!(error instanceof Stopped)) throw error;
    return { fault: error.fault, offset: error.offset };
  }
}

/** Leaves the reader from whatever depth; never leaves this file. */
class Stopped extends Error {
  readonly fault: JsonFault;
  readonly offset: number;

  constructor(fault: JsonFault, offset: number) {
    super(fault.fault);
    this.fault = fault;
    this.offset = offset;
  }
}

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const WORD = /true|false|null/y;
class Reader {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  document(): YamlNode {
    const root = this.#value(0);
    this.#blanks();
    if (this.#at < this.#text.length) this.#expected('end');
    return root;
  }

  #value(depth: number): YamlNode {
    this.#blanks();
    if (depth > DEPTH_LIMIT) throw new Stopped({ fault: 'deep' }, this.#at);
    switch (this.#text.charAt(this.#at)) {
      case '{':
        return this.#map(depth);
      case '[':
        return this.#list(depth);
      case '"':
        return this.#quoted();
      default: {
        const start = this.#at;
        const text = this.#take(NUMBER) ?? this.#take(WORD) ?? this.#expected('value');
        return { is: 'text', text, plain: true, start, end: this.#at };
      }
    }
  }

  #map(depth: number): YamlMap {
    const start = this.#at;
    const entries = new Map<string, YamlEntry>();
    this.#at += 1;
    this.#blanks();
    while (this.#text[this.#at] !== '}') {
      if (entries.size > 0) this.#pass(',', 'comma-or-brace');
      this.#blanks();
      if (this.#text[this.#at] !== '"') this.#expected('key');
      const { text: key, start: at, end } = this.#quoted();
      if (entries.has(key)) throw new Stopped({ fault: 'twice', key }, at);
      this.#blanks();
      this.#pass(':', 'colon');
      entries.set(key, { key: { start: at, end }, value: this.#value(depth + 1) });
      this.#blanks();
    }
    this.#at += 1;
    return { is: 'map', start, entries };
  }

  #list(depth: number): YamlNode {
    const start = this.#at;
    const items: YamlNode[] = [];
    this.#at += 1;
    this.#blanks();
    while (this.#text[this.#at] !== ']') {
      if (items.length > 0) this.#pass(',', 'comma-or-bracket');
      items.push(this.#value(depth + 1));
      this.#blanks();
    }
    this.#at += 1;
    return { is: 'list', start, items };
  }

  #quoted(): YamlText {
    const start = this.#at;
    const end = this.#endOfText();
    try {
      const text = JSON.parse(this.#text.slice(start, end)) as string;
      this.#at = end;
      return { is: 'text', text, plain: false, start, end };
    } catch {
      throw new Stopped({ fault: 'escape' }, start);
    }
  }

  /** A line break ends no text, but shows that the quotation mark at its end is missing. */
  #endOfText(): number {
    for (let at = this.#at + 1; at < this.#text.length; at += 1) {
      const letter = this.#text[at] ?? '';
      if (letter === '"') return at + 1;
      if (letter < ' ') break;
      if (letter === '\\') at += 1;
    }
    throw new Stopped({ fault: 'text' }, this.#at);
  }

  #blanks(): void {
    while (' \t\r\n'.includes(this.#text[this.#at] ?? 'x')) this.#at += 1;
  }

  #take(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text)?.[0];
    if (found !== undefined) this.#at += found.length;
    return found;
  }

  #pass(mark: string, name: 'comma-or-brace' | 'comma-or-bracket' | 'colon'): void {
    if (this.#text[this.#at] !== mark) this.#expected(name);
    this.#at += 1;
  }

  #expected(expected: Extract<JsonFault, { fault: 'expected' }>['expected']): never {
    const found = String.fromCodePoint(this.#text.codePointAt(this.#at) ?? 0);
    const isEnd = this.#at >= this.#text.length;
    throw new Stopped({ fault: 'expected', expected, found: isEnd ? '' : found }, this.#at);
  }
}
