/**
 * RTF: its text, its pages, and when it was begun.
 *
 * @see Rich Text Format Specification 1.9.1: "Conventions of an RTF Reader", "Unicode RTF", "Information Group".
 */
import { decodeCodePage } from '../code-pages.js';
import { dayOfW3c } from '../days.js';
import { pageCount } from '../page-count.js';
import { TextCounter } from '../text-counter.js';
import type { Day } from '../../system/types.js';
import { CHARSETS, COUNTS, MOMENT, SIGNS, SKIPPED, STARRED_BUT_READ } from './rtf-words.js';

interface RtfFacts {
  readonly characters: number;
  readonly pages: number | undefined;
  readonly created: Day | undefined;
}

/**
 * The characters of the main text: paragraphs, tables, text boxes, what fields show. Headers, notes, comments, hidden and
 * deleted text and automatic numbers are not counted, as in other documents.
 */
export function readRtf(bytes: Buffer): RtfFacts {
  const reader = new RtfReader(bytes);
  reader.read();
  return reader.facts();
}

const [BACKSLASH, OPEN, CLOSE, CR, LF] = [0x5c, 0x7b, 0x7d, 0x0d, 0x0a];
/** Groups within groups; no document has a hundredth. */
const DEEPEST = 10_000;

interface Group {
  /** What is made of it: its text counted, its fonts or its moment looked at, or nothing. */
  readonly use: 'count' | 'skip' | 'fonts' | 'moment';
  readonly hidden: boolean;
  readonly codePage: number;
  /** How many characters follow one in Unicode for programs that do not know it. */
  readonly alternatives: number;
}

class RtfReader {
  readonly #bytes: Buffer;
  #at = 0;
  readonly #counter = new TextCounter();
  readonly #numbers = new Map<string, number>();
  readonly #pages = new Map<number, number>();
  #font = 0;
  #defaultFont = 0;
  #documentPage = 1252;
  #group: Group = { use: 'count', hidden: false, codePage: 1252, alternatives: 1 };
  readonly #outer: Group[] = [];
  #isStarred = false;
  /** Characters still to be passed over, after one in Unicode. */
  #passed = 0;
  /** Text not yet decoded: a character may take two bytes. */
  readonly #pending: number[] = [];

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
  }

  facts(): RtfFacts {
    const counted = (this.#numbers.get('nofchars') ?? 0) > 0;
    return {
      characters: this.#counter.characters,
      pages: counted ? pageCount(this.#numbers.get('nofpages')) : undefined,
      created: this.#day(),
    };
  }

  read(): void {
    while (this.#at < this.#bytes.length && this.#outer.length < DEEPEST) {
      const byte = this.#bytes[this.#at] ?? 0;
      this.#at += 1;
      if (byte === OPEN) this.#open();
      else if (byte === CLOSE) this.#close();
      else if (byte === BACKSLASH) this.#control();
      else if (byte !== CR && byte !== LF) this.#text(byte);
    }
    this.#flush();
  }

  #open(): void {
    this.#flush();
    this.#outer.push(this.#group);
    this.#isStarred = false;
    this.#passed = 0;
  }

  #close(): void {
    this.#flush();
    this.#passed = 0;
    this.#group = this.#outer.pop() ?? this.#group;
  }

  #change(change: Partial<Group>): void {
    this.#flush();
    this.#group = { ...this.#group, ...change };
  }

  #text(byte: number): void {
    if (this.#passed > 0) this.#passed -= 1;
    else if (this.#isRead()) this.#pending.push(byte);
    if (this.#pending.length >= 65_536) this.#flush();
  }

  #isRead(): boolean {
    return !this.#group.hidden && this.#group.use === 'count';
  }

  #flush(): void {
    if (this.#pending.length === 0) return;
    const text = decodeCodePage(Uint8Array.from(this.#pending), this.#group.codePage);
    this.#pending.length = 0;
    this.#counter.add(text);
  }

  #control(): void {
    const byte = this.#bytes[this.#at] ?? 0;
    if (isLetter(byte)) {
      this.#word();
      return;
    }
    this.#at += 1;
    const symbol = String.fromCharCode(byte);
    if (symbol === "'") this.#hex();
    else if (symbol === '*') this.#isStarred = true;
    else if (symbol === '~') this.#text(0x20);
    else if (symbol === '_') this.#text(0x2d);
    else if (byte === BACKSLASH || byte === OPEN || byte === CLOSE) this.#text(byte);
  }

  #hex(): void {
    const value = Number.parseInt(this.#bytes.toString('latin1', this.#at, this.#at + 2), 16);
    this.#at += 2;
    if (!Number.isNaN(value)) this.#text(value);
  }

  #word(): void {
    const from = this.#at;
    while (isLetter(this.#bytes[this.#at] ?? 0)) this.#at += 1;
    // No word of RTF is longer than 32 letters.
    const name = this.#bytes.toString('latin1', from, Math.min(this.#at, from + 32));
    const numberAt = this.#at;
    if (this.#bytes[this.#at] === 0x2d) this.#at += 1;
    while (isDigit(this.#bytes[this.#at] ?? 0)) this.#at += 1;
    const digits = this.#bytes.toString('latin1', numberAt, Math.min(this.#at, numberAt + 11));
    if (this.#bytes[this.#at] === 0x20) this.#at += 1;
    this.#do(name, digits === '' || digits === '-' ? undefined : Number(digits));
  }

  #do(name: string, value: number | undefined): void {
    const isStarred = this.#isStarred;
    this.#isStarred = false;
    if (name === 'bin') this.#at += Math.max(0, value ?? 0);
    else if (name === 'u') this.#unicode(value ?? 0);
    else if (this.#passed > 0) this.#passed -= 1;
    else if (!this.#begins(name, isStarred)) this.#format(name, value);
  }

  /** Does the word tell what its group is for? */
  #begins(name: string, isStarred: boolean): boolean {
    const { use } = this.#group;
    if (name === 'fonttbl') this.#change({ use: 'fonts' });
    else if (name === 'creatim') this.#change({ use: 'moment' });
    else if (SKIPPED.has(name)) this.#change({ use: 'skip' });
    else if (isStarred && !STARRED_BUT_READ.has(name) && use === 'count')
      this.#change({ use: 'skip' });
    else if (name === 'shptxt' && use !== 'skip') this.#change({ use: 'count' });
    else return false;
    return true;
  }

  #format(name: string, value: number | undefined): void {
    const sign = SIGNS[name];
    if (sign !== undefined) this.#sign(sign);
    else if (name === 'uc') this.#change({ alternatives: Math.max(0, Math.min(value ?? 1, 16)) });
    else if (name === 'ansicpg') this.#setPage(value ?? 1252);
    else if (name === 'f') this.#useFont(value ?? 0);
    else if (name === 'deff') this.#defaultFont = value ?? 0;
    else if (name === 'fcharset') this.#setCharset(value ?? 0);
    else if (name === 'v' || name === 'deleted') this.#change({ hidden: value !== 0 });
    else if (name === 'plain')
      this.#change({ hidden: false, codePage: this.#pageOf(this.#defaultFont) });
    else if (value !== undefined && this.#isTold(name)) this.#numbers.set(name, value);
  }

  #isTold(name: string): boolean {
    return this.#group.use === 'moment' ? MOMENT.includes(name) : COUNTS.has(name);
  }

  #sign(text: string): void {
    this.#flush();
    if (this.#isRead()) this.#counter.add(text);
  }

  #unicode(value: number): void {
    this.#sign(String.fromCharCode(value & 0xffff));
    this.#passed = this.#group.alternatives;
  }

  #setPage(codePage: number): void {
    this.#documentPage = codePage;
    this.#change({ codePage });
  }

  #pageOf(font: number): number {
    return this.#pages.get(font) ?? this.#documentPage;
  }

  #useFont(font: number): void {
    this.#font = font;
    if (this.#group.use !== 'fonts') this.#change({ codePage: this.#pageOf(font) });
  }

  #setCharset(charset: number): void {
    const codePage = CHARSETS.get(charset);
    if (this.#group.use !== 'fonts' || codePage === undefined) return;
    if (this.#pages.size < DEEPEST) this.#pages.set(this.#font, codePage);
  }

  #day(): Day | undefined {
    const [year, ...others] = MOMENT.map((part) => this.#numbers.get(part));
    if (year === undefined) return undefined;
    const [month, day, hour, minute] = others.map((value) => String(value ?? 0).padStart(2, '0'));
    return dayOfW3c(`${year}-${month ?? ''}-${day ?? ''}T${hour ?? ''}:${minute ?? ''}`);
  }
}

function isLetter(byte: number): boolean {
  return (byte >= 0x61 && byte <= 0x7a) || (byte >= 0x41 && byte <= 0x5a);
}

function isDigit(byte: number): boolean {
  return byte >= 0x30 && byte <= 0x39;
}
