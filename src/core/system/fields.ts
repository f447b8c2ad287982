/** Taking a mapping of the file apart. What is not as it should be comes out as if it were not there. */
import type { YamlMap, YamlNode, YamlText } from '../yaml-file/node.js';
import { isPlainNumber, pointerPart } from '../yaml-file/node.js';
import { parseDecimal } from './decimal.js';
import type { Decimal } from './decimal.js';
import type { ReadingProblem, SchemaFault } from './source.js';
import type { Place, Range } from './types.js';

/** What decoding a file needs besides its nodes. */
interface Decoding {
  placeOf(offset: number): Place;
  /** The distributive form keeps each kind with its own data. */
  report(problem: ReadingProblem): void;
}

/** The fields of one mapping. */
export class Fields {
  readonly at: Place;
  readonly pointer: string;
  readonly decoding: Decoding;
  readonly #map: YamlMap;

  constructor(map: YamlMap, pointer: string, decoding: Decoding) {
    this.#map = map;
    this.pointer = pointer;
    this.decoding = decoding;
    this.at = decoding.placeOf(map.start);
  }

  /** The keys that are there, of those asked for. */
  present(keys: readonly string[]): string[] {
    return keys.filter((key) => this.node(key));
  }

  /** `undefined` also for a key with nothing after it. */
  node(key: string): YamlNode | undefined {
    const value = this.#map.entries.get(key)?.value;
    return value && !isNothing(value) ? value : undefined;
  }

  has(key: string): boolean {
    return this.#map.entries.has(key);
  }

  pointerTo(key: string | number): string {
    return this.pointer + pointerPart(key);
  }

  placeOf(key: string): Place {
    const entry = this.#map.entries.get(key);
    return entry ? this.decoding.placeOf(entry.value.start) : this.at;
  }

  text(key: string): string | undefined {
    const node = this.node(key);
    return node?.is === 'text' ? node.text : undefined;
  }

  /** Without blanks around it; one that is nothing else says nothing. */
  said(key: string): string | undefined {
    return this.text(key)?.trim() || undefined;
  }

  /** One text or a list of them. */
  texts(key: string): string[] {
    return textsIn(this.node(key));
  }

  /** Only what one of `values` names. */
  oneOf<T extends string>(key: string, values: readonly T[]): T | undefined {
    const text = this.text(key);
    return values.find((value) => value === text);
  }

  truth(key: string): boolean | undefined {
    const text = this.text(key)?.toLowerCase();
    return text === 'true' ? true : text === 'false' ? false : undefined;
  }

  /** Numbers that only YAML understands (`1e3`, `.5`, `0x10`) are told; the schema tells the rest. */
  decimal(key: string): Decimal | undefined {
    const node = this.node(key);
    if (node?.is !== 'text' || !node.plain) return undefined;
    const decimal = parseDecimal(node.text);
    if (!decimal && isPlainNumber(node.text) && !/[fn]$/i.test(node.text)) {
      this.reportAt(key, { wrong: 'form', key, found: node.text, form: 'decimal' });
    }
    return decimal;
  }

  range(key: string): Range | undefined {
    const text = this.text(key);
    if (text === undefined) return undefined;
    const range = parseRange(text);
    if (range?.max !== undefined && range.max < range.min) {
      this.reportAt(key, { wrong: 'order', key, found: text });
      return undefined;
    }
    return range;
  }

  reportAt(key: string, fault: SchemaFault): void {
    const at = this.placeOf(key);
    this.decoding.report({ kind: 'schema', at, pointer: this.pointerTo(key), fault });
  }

  fields(key: string): Fields | undefined {
    const node = this.node(key);
    return node?.is === 'map' ? new Fields(node, this.pointerTo(key), this.decoding) : undefined;
  }

  /** The mappings in a list; of a single mapping in its place too where `orOne` says so. */
  list(key: string, orOne = false): Fields[] {
    const node = this.node(key);
    if (node?.is === 'map' && orOne) return [new Fields(node, this.pointerTo(key), this.decoding)];
    if (node?.is !== 'list') return [];
    return node.items.flatMap((item, at) =>
      item.is === 'map'
        ? [new Fields(item, this.pointerTo(key) + pointerPart(at), this.decoding)]
        : [],
    );
  }

  /** A mapping with names of the writer's own. */
  record<T>(key: string, read: (node: YamlNode, fields: Fields, name: string) => T | undefined) {
    const record: Record<string, T> = Object.create(null) as Record<string, T>;
    const fields = this.fields(key);
    if (!fields) return record as Readonly<Record<string, T>>;
    for (const [name, entry] of fields.#map.entries) {
      const value = read(entry.value, fields, name);
      if (value !== undefined) record[name] = value;
    }
    return record as Readonly<Record<string, T>>;
  }

  keys(): string[] {
    return [...this.#map.entries.keys()];
  }
}

/** Codes are the office's own text: a number without quotes is kept as typed, full-width quotes are taken off; both are told. */
export function codeOf(fields: Fields): string {
  const node = fields.node('code');
  if (node?.is !== 'text') return '';
  if (node.plain && isPlainNumber(node.text)) {
    fields.decoding.report({
      kind: 'number-code',
      at: fields.decoding.placeOf(node.start),
      pointer: fields.pointerTo('code'),
      code: node.text,
      number: String(Number(node.text)),
    });
  }
  const [, inner] =
    /^[“”‘’＂＇]([^“”‘’＂＇"\\]+)[“”‘’＂＇]$/u.exec(node.plain ? node.text : '') ?? [];
  if (inner === undefined) return node.text;
  fields.decoding.report({
    kind: 'marked-code',
    at: fields.decoding.placeOf(node.start),
    pointer: fields.pointerTo('code'),
    code: inner,
    written: node.text,
  });
  return inner;
}

export function textsIn(node: YamlNode | undefined): string[] {
  if (node === undefined || isNothing(node)) return [];
  if (node.is === 'text') return [node.text];
  if (node.is === 'map') return [];
  return node.items.flatMap((item) => (item.is === 'text' && !isNothing(item) ? [item.text] : []));
}

/** `3`, `2..3`, `2..`, `..12`; `undefined` when it is none of them. The ends may be the wrong way round. */
export function parseRange(text: string): Range | undefined {
  const match = /^(\d{1,9})?(\.\.)?(\d{1,9})?$/.exec(text);
  const [, from, dots, to] = match ?? [];
  if (from === undefined && to === undefined) return undefined;
  if (dots === undefined) return { min: Number(text), max: Number(text) };
  return { min: Number(from ?? 0), max: to === undefined ? undefined : Number(to) };
}

function isNothing(node: YamlNode): boolean {
  return isPlainNothing(node) && /^(|~|null|Null|NULL)$/.test(node.text);
}

function isPlainNothing(node: YamlNode): node is YamlText {
  return node.is === 'text' && node.plain;
}
