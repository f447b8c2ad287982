/**
 * Changes of a YAML file as edits of its text: comments, order, line ends and everything that is not asked for stay.
 *
 * Not every way of writing YAML is foreseen. Whoever applies the edits reads the result again and compares it with
 * what was meant.
 */
import {
  applyEdits,
  writtenIn,
  type TextEdit,
  type YamlEntry,
  type YamlList,
  type YamlMap,
  type Written,
  type YamlNode,
} from './node.js';
import { writeKey, writeValue, type ValuePlace, type YamlValue } from './write-value.js';

/** What is to stand in a mapping: by key a value, nothing any more, or changes further in. */
type MapChanges = ReadonlyMap<string, YamlValue | undefined | NestedChanges>;

export class NestedChanges {
  readonly changes = new Map<string, YamlValue | undefined | NestedChanges>();
}

/** An item of a list: a mapping that is new, or the lines of one that stood elsewhere. */
export type NewItem = { readonly values: Readonly<Record<string, YamlValue>> } | ItemText;

export interface ItemText {
  /** Comments above it, each with its `#`. */
  readonly comments: readonly string[];
  /** Its first line begins with its first key, or its brace; the others are indented against that. */
  readonly lines: readonly string[];
  readonly value: Written;
}

export class YamlEditor {
  readonly #text: string;
  readonly #lineEnd: string;
  readonly #edits: (TextEdit & { readonly nth: number })[] = [];

  constructor(text: string) {
    this.#lineEnd = text.includes('\r\n') ? '\r\n' : '\n';
    this.#text = text === '' || text.endsWith('\n') ? text : text + this.#lineEnd;
  }

  result(): string {
    // What is put in at one place stays in the order in which it came.
    const edits = this.#edits.sort((a, b) => a.start - b.start || a.nth - b.nth);
    return applyEdits(this.#text, edits);
  }

  /** Change what stands in a mapping. */
  set(map: YamlMap, changes: MapChanges): void {
    const removed = new Set<string>();
    const added: [string, YamlValue][] = [];
    for (const [key, change] of changes) {
      const entry = map.entries.get(key);
      const isInner = change instanceof NestedChanges && entry?.value.is === 'map';
      if (isInner && !emptied(entry.value, change)) {
        this.set(entry.value, change.changes);
        continue;
      }
      const value = change instanceof NestedChanges ? valuesIn(change) : change;
      if (entry && value === undefined) removed.add(key);
      else if (entry && value !== undefined) this.#replace(key, entry, value);
      else if (value !== undefined) added.push([key, value]);
    }
    this.#removeKeys(map, removed);
    this.#addKeys(map, added);
  }

  /** Put items after those of the list under a key of the file. */
  append(root: YamlMap | undefined, key: string, items: readonly NewItem[]): void {
    if (items.length === 0) return;
    const entry = root?.entries.get(key);
    const list = entry?.value;
    if (root && !entry && this.#isFlow(root)) {
      this.#addTexts(root, [`${key}: [${items.map(flowText).join(', ')}]`]);
    } else if (!root || !entry) {
      const at = root ? this.#nextLine(this.#endOf(root)) : this.#text.length;
      const indent = root ? this.#column(root.start) : 0;
      const head = `${' '.repeat(indent)}${key}:${this.#lineEnd}`;
      this.#insert(at, head + this.#itemLines(items, indent + 2));
    } else if (list?.is === 'list' && list.items.length > 0) this.#appendTo(list, items);
    else {
      const colon = this.#colon(entry);
      const end = this.#valueEnd(entry);
      this.#edit(colon, end, '');
      const indent = this.#column(entry.key.start) + 2;
      this.#insert(this.#nextLine(end), this.#itemLines(items, indent));
    }
  }

  /** The text of an item, to be put into another list. */
  itemText(list: YamlList, index: number): ItemText {
    const item = list.items[index];
    if (!item) throw new Error(`no item ${index}`);
    const { start } = item;
    const column = this.#column(start);
    const [first = '', ...rest] = this.#text.slice(start, this.#lineStop(item)).split(/\r?\n/);
    const lines = rest.map((line) => line.slice(Math.min(column, indentOf(line))));
    const comments = this.#commentsAbove(list, index);
    return { comments, lines: [first, ...lines], value: writtenIn(item) };
  }

  /** Put other lines in place of an item and the comments above it. */
  replace(list: YamlList, index: number, text: ItemText): void {
    const item = list.items[index];
    if (!item) throw new Error(`no item ${index}`);
    const end = this.#endOf(item);
    if (this.#isFlow(list)) this.#edit(item.start, end, flowText(text));
    else {
      const lines = this.#itemLines([text], this.#column(list.start));
      this.#edit(this.#itemStart(list, index), this.#nextLine(end), lines);
    }
  }

  /** Take items out of a list. */
  remove(list: YamlList, indices: ReadonlySet<number>): void {
    if (this.#isFlow(list)) {
      const spans = list.items.map((item) => ({ start: item.start, end: this.#endOf(item) }));
      this.#removeRuns(spans, (at) => indices.has(at));
      return;
    }
    for (const index of indices) {
      const item = list.items[index];
      if (!item) continue;
      const start = this.#itemStart(list, index);
      this.#edit(start, this.#nextLine(this.#endOf(item)), '');
    }
  }

  #replace(key: string, entry: YamlEntry, value: YamlValue): void {
    const colon = this.#colon(entry);
    const inside = this.#isInBrackets(entry);
    // Of a value on the lines below its key, the comment beside the key stays.
    const end = this.#valueEnd(entry);
    const between = this.#text.slice(colon, Math.min(end, Math.max(colon, entry.value.start)));
    const [comment] = /#[^\r\n]*/.exec(between) ?? [];
    const text = ` ${writeValue(value, inside ? 'brackets' : 'block', key)}`;
    this.#edit(colon, end, comment ? `${text} ${comment}` : text);
  }

  /** Is the entry one of a mapping in braces? Told by what stands before its key. */
  #isInBrackets({ key }: YamlEntry): boolean {
    const before = this.#text.slice(0, key.start).trimEnd();
    return before.endsWith('{') || before.endsWith(',');
  }

  #addKeys(map: YamlMap, added: readonly (readonly [string, YamlValue])[]): void {
    const place = this.#isFlow(map) ? 'brackets' : 'block';
    this.#addTexts(
      map,
      added.map(([key, value]) => keyText(key, value, place)),
    );
  }

  #addTexts(map: YamlMap, texts: readonly string[]): void {
    if (texts.length === 0) return;
    if (!this.#isFlow(map)) {
      const indent = ' '.repeat(this.#column(map.start));
      const lines = texts.map((text) => indent + text + this.#lineEnd);
      this.#insert(this.#nextLine(this.#endOf(map)), lines.join(''));
      return;
    }
    const last = [...map.entries.values()].at(-1);
    if (last) this.#insert(this.#valueEnd(last), texts.map((text) => `, ${text}`).join(''));
    else this.#insert(map.start + 1, ` ${texts.join(', ')} `);
  }

  #removeKeys(map: YamlMap, keys: ReadonlySet<string>): void {
    if (keys.size === 0) return;
    const names = [...map.entries.keys()];
    const spans = [...map.entries.values()].map((entry) => ({
      start: entry.key.start,
      end: this.#valueEnd(entry),
    }));
    const isRemoved = (at: number) => keys.has(names[at] ?? '');
    if (this.#isFlow(map)) this.#removeRuns(spans, isRemoved);
    else if (names.every((name) => keys.has(name))) this.#edit(map.start, this.#endOf(map), '{}');
    else this.#removeLines(spans, isRemoved);
  }

  #removeLines(spans: readonly Span[], isRemoved: (at: number) => boolean): void {
    for (const [from, to] of runs(spans.length, isRemoved)) {
      const first = spans[from];
      const last = spans[to];
      const next = spans[to + 1];
      if (!first || !last) continue;
      const start = this.#lineStart(first.start);
      // Beside the dash of its list, the next key takes its place.
      const isAlone = this.#text.slice(start, first.start).trim() === '';
      if (isAlone) this.#edit(start, this.#nextLine(last.end), '');
      else if (next) this.#edit(first.start, next.start, '');
    }
  }

  /** In brackets, with the comma after them or the one before them. */
  #removeRuns(spans: readonly Span[], isRemoved: (at: number) => boolean): void {
    for (const [from, to] of runs(spans.length, isRemoved)) {
      const [before, first, last, next] = [spans[from - 1], spans[from], spans[to], spans[to + 1]];
      if (!first || !last) continue;
      if (next) this.#edit(first.start, next.start, '');
      else this.#edit(before?.end ?? first.start, last.end, '');
    }
  }

  #appendTo(list: YamlList, items: readonly NewItem[]): void {
    const last = list.items.at(-1);
    if (!last) return;
    if (!this.#isFlow(list)) {
      const lines = this.#itemLines(items, this.#column(list.start));
      this.#insert(this.#nextLine(this.#endOf(list)), lines);
      return;
    }
    const texts = items.map((item) => `, ${flowText(item)}`);
    this.#insert(this.#endOf(last), texts.join(''));
  }

  #itemLines(items: readonly NewItem[], indent: number): string {
    const space = ' '.repeat(indent);
    const lines = items.flatMap((item) => {
      const {
        comments,
        lines: [first = '', ...rest],
      } = 'lines' in item ? item : { comments: [], lines: keyLines(item.values) };
      return [
        ...comments.map((comment) => space + comment),
        `${space}- ${first}`,
        ...rest.map((line) => (line === '' ? '' : `${space}  ${line}`)),
      ];
    });
    return lines.map((line) => line + this.#lineEnd).join('');
  }

  /** Where the lines of an item begin: after those of the one before, with the comments right above it. */
  #itemStart(list: YamlList, index: number): number {
    const before = list.items[index - 1];
    if (before) return this.#nextLine(this.#endOf(before));
    let start = this.#lineStart(list.start);
    while (start > 0) {
      const above = this.#lineStart(start - 1);
      if (!/^[ \t]*#/.test(this.#text.slice(above, start))) break;
      start = above;
    }
    return start;
  }

  #commentsAbove(list: YamlList, index: number): string[] {
    const item = list.items[index];
    if (!item || this.#isFlow(list)) return [];
    const start = this.#itemStart(list, index);
    const above = this.#text.slice(start, Math.max(start, this.#lineStart(item.start)));
    return above
      .split(/\r?\n/)
      .map((line) => line.trim())
      .filter((line) => line.startsWith('#'));
  }

  /** The end of a node's last line, a comment on it included; within brackets the end of the node. */
  #lineStop(item: YamlNode): number {
    const end = this.#endOf(item);
    const line = this.#nextLine(end);
    const rest = this.#text.slice(end, line);
    return /^[ \t]*(?:#.*)?\r?\n?$/.test(rest) ? end + rest.trimEnd().length : end;
  }

  #endOf(node: YamlNode): number {
    if (node.is === 'text') return this.#trimmedEnd(node.start, node.end);
    const ends =
      node.is === 'list'
        ? node.items.map((item) => this.#endOf(item))
        : [...node.entries.values()].map((entry) => this.#valueEnd(entry));
    const last = Math.max(node.start + 1, ...ends.slice(-1));
    return this.#isFlow(node) ? this.#closing(last, node.is === 'list' ? ']' : '}') : last;
  }

  /** A text in lines of its own ends after its last line end. */
  #trimmedEnd(start: number, end: number): number {
    let last = end;
    while (last > start && /\s/.test(this.#text[last - 1] ?? '')) last -= 1;
    return last;
  }

  /** After the bracket that closes, which nothing but blanks, commas and comments stand before. */
  #closing(from: number, bracket: string): number {
    let at = from;
    while (at < this.#text.length && this.#text[at] !== bracket) {
      at = this.#text[at] === '#' ? this.#nextLine(at) : at + 1;
    }
    return Math.min(at + 1, this.#text.length);
  }

  #valueEnd(entry: YamlEntry): number {
    const colon = this.#colon(entry);
    const { value } = entry;
    if (value.is === 'text' && value.start === value.end) return colon;
    if (value.start >= colon) return Math.max(colon, this.#endOf(value));
    // An alias: its node stands elsewhere.
    const alias = /^[ \t]*\*[^\s,\]}]+/.exec(this.#text.slice(colon, this.#nextLine(colon)));
    return colon + (alias?.[0].length ?? 0);
  }

  #colon({ key }: YamlEntry): number {
    return this.#text.indexOf(':', key.end) + 1;
  }

  #isFlow(node: YamlNode): boolean {
    const first = this.#text[node.start];
    return (node.is === 'map' && first === '{') || (node.is === 'list' && first === '[');
  }

  #column(offset: number): number {
    return offset - this.#lineStart(offset);
  }

  #lineStart(offset: number): number {
    return this.#text.lastIndexOf('\n', offset - 1) + 1;
  }

  #nextLine(offset: number): number {
    const end = this.#text.indexOf('\n', offset);
    return end < 0 ? this.#text.length : end + 1;
  }

  #insert(at: number, text: string): void {
    this.#edit(at, at, text);
  }

  #edit(start: number, end: number, text: string): void {
    this.#edits.push({ start, end, text, nth: this.#edits.length });
  }
}

type Span = Pick<TextEdit, 'start' | 'end'>;

/** Stretches of neighbours, both ends included. */
function runs(count: number, isIn: (at: number) => boolean): [number, number][] {
  const found: [number, number][] = [];
  for (let at = 0; at < count; at += 1) {
    if (!isIn(at)) continue;
    const last = found.at(-1);
    if (last?.[1] === at - 1) last[1] = at;
    else found.push([at, at]);
  }
  return found;
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}

/** Is nothing left of a mapping? */
function emptied(map: YamlMap, { changes }: NestedChanges): boolean {
  const isLeft = [...map.entries.keys()].some((key) => !changes.has(key));
  return !isLeft && [...changes.values()].every((value) => value === undefined);
}

function valuesIn({ changes }: NestedChanges): YamlValue | undefined {
  const values = [...changes].flatMap(([key, change]) => {
    const value = change instanceof NestedChanges ? valuesIn(change) : change;
    return value === undefined ? [] : [[key, value] as const];
  });
  // Not by assignment: a field may be called `__proto__`.
  return values.length === 0 ? undefined : Object.fromEntries(values);
}

function keyLines(values: Readonly<Record<string, YamlValue>>): string[] {
  return Object.entries(values).map(([key, value]) => keyText(key, value, 'block'));
}

function keyText(key: string, value: YamlValue, place: ValuePlace): string {
  return `${writeKey(key)}: ${writeValue(value, place, key)}`;
}

function flowText(item: NewItem): string {
  if ('values' in item) return writeValue(item.values, 'brackets');
  return item.lines.length === 1 && item.lines[0]?.startsWith('{') === true
    ? item.lines[0]
    : `{ ${item.lines.join(', ')} }`;
}
