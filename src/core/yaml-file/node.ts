/**
 * A YAML file as a value: every scalar keeps the text it has in the file, so that `1.10` and `010` stay what a
 * clerk typed, and every part knows where it stands.
 */
import type { YamlFault } from '../../messages/faults.js';
import type { Place } from '../system/types.js';

export type { YamlFault };

interface At {
  /** Offsets in the text of the file, end exclusive. */
  readonly start: number;
  readonly end: number;
}

export interface YamlText extends At {
  readonly is: 'text';
  readonly text: string;
  /** Written without quotes and not as a block, so that YAML may take it for a number, a truth value or nothing. */
  readonly plain: boolean;
}

export interface YamlList {
  readonly is: 'list';
  readonly start: number;
  readonly items: readonly YamlNode[];
}

export interface YamlMap {
  readonly is: 'map';
  readonly start: number;
  readonly entries: ReadonlyMap<string, YamlEntry>;
}

export interface YamlEntry {
  readonly key: At;
  readonly value: YamlNode;
}

export type YamlNode = YamlText | YamlList | YamlMap;

export type YamlProblem = YamlFault & { readonly at: Place };

/** One change of the text: `text` in place of what stands from `start` to `end`. */
export interface TextEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export interface YamlSource {
  /** As decoded, without a byte order mark. */
  readonly text: string;
  /** `undefined` when nothing could be read. */
  readonly root: YamlNode | undefined;
  /** What YAML says it is: numbers, truth values and nulls are such. */
  readonly value: unknown;
  /** In the order of the file. */
  readonly problems: readonly YamlProblem[];
  /** Faults after which a part of the file may have been misread. */
  readonly broken: boolean;
  /** Edits that mend separators: `：` and `:` without a space after keys, `，` between entries in brackets. */
  readonly edits: readonly TextEdit[];
  placeOf(offset: number): Place;
  /** Where the value (or, with `key`, the key) at a JSON pointer stands; of its nearest parent when it is not there. */
  locate(pointer: string, part?: 'key' | 'value'): Place;
  /** The text of the scalar at a JSON pointer as written; `undefined` when there is none. */
  textAt(pointer: string): string | undefined;
}

/** Keys that the format of a file knows, to tell a mistyped separator from a sentence. */
export interface KnownKeys {
  readonly all: ReadonlySet<string>;
  /** Keys whose value is a mapping with names of the writer's own, such as `owners`. */
  readonly maps: ReadonlySet<string>;
  /** Keys whose value is a list of mappings, such as `evidence`. */
  readonly lists: ReadonlySet<string>;
}

/** The same, made when it is first asked for: most files are in order, and ask for nothing. */
export function keysWhenAsked(make: () => KnownKeys): KnownKeys {
  let made: KnownKeys | undefined;
  const keys = () => (made ??= make());
  return {
    get all() {
      return keys().all;
    },
    get maps() {
      return keys().maps;
    },
    get lists() {
      return keys().lists;
    },
  };
}

/** The value in the sense of YAML 1.2: what a schema is asked about. */
export function valueOf(node: YamlNode): unknown {
  switch (node.is) {
    case 'text':
      return node.plain ? plainValue(node.text) : node.text;
    case 'list':
      return node.items.map(valueOf);
    case 'map': {
      const value: Record<string, unknown> = Object.create(null) as Record<string, unknown>;
      for (const [key, entry] of node.entries) value[key] = valueOf(entry.value);
      return value;
    }
  }
}

/** What stands in a file, every scalar as its text. */
export type Written = string | readonly Written[] | { readonly [key: string]: Written };
export type WrittenMap = Readonly<Record<string, Written>>;

export function writtenIn(node: YamlNode): Written {
  switch (node.is) {
    case 'text':
      return node.text;
    case 'list':
      return node.items.map(writtenIn);
    case 'map':
      return Object.fromEntries(
        [...node.entries].map(([key, { value }]) => [key, writtenIn(value)]),
      );
  }
}

/** Keys may stand in any order. */
export function isSameWritten(a: Written, b: Written): boolean {
  if (typeof a === 'string' || typeof b === 'string') return a === b;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
  const at = (value: Written, key: string) =>
    Object.hasOwn(value as object, key)
      ? (value as Readonly<Record<string, Written>>)[key]
      : undefined;
  return [...keys].every((key) => {
    const [left, right] = [at(a, key), at(b, key)];
    return left !== undefined && right !== undefined && isSameWritten(left, right);
  });
}

/** The core schema of YAML 1.2, section 10.3.2. */
function plainValue(text: string): unknown {
  if (text === '' || /^(~|null|Null|NULL)$/.test(text)) return null;
  if (/^(true|True|TRUE)$/.test(text)) return true;
  if (/^(false|False|FALSE)$/.test(text)) return false;
  if (isPlainNumber(text)) return numberOf(text);
  return text;
}

/** Does YAML take this text for a number when it stands without quotes? */
export function isPlainNumber(text: string): boolean {
  return (
    text.length < 400 &&
    /^([-+]?\d+|0o[0-7]+|0x[\da-fA-F]+|[-+]?(\.\d+|\d+(\.\d*)?)([eE][-+]?\d+)?|[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN))$/.test(
      text,
    )
  );
}

function numberOf(text: string): number {
  if (/\.inf$/i.test(text)) return text.startsWith('-') ? -Infinity : Infinity;
  if (/\.nan$/i.test(text)) return NaN;
  return Number(text);
}

/** The node at a JSON pointer, or the nearest parent that is there, with the key it hangs on. */
export function nodeAt(
  root: YamlNode,
  pointer: string,
): { node: YamlNode; key: At | undefined; exact: boolean } {
  let node = root;
  let key: At | undefined;
  for (const part of pointerParts(pointer)) {
    if (node.is === 'map') {
      const entry = node.entries.get(part);
      if (!entry) return { node, key, exact: false };
      node = entry.value;
      key = entry.key;
    } else if (node.is === 'list') {
      const item = node.items[Number(part)];
      if (!item) return { node, key, exact: false };
      node = item;
      key = undefined;
    } else {
      return { node, key, exact: false };
    }
  }
  return { node, key, exact: true };
}

/** The keys and places in lists that a JSON pointer leads through. */
export function pointerParts(pointer: string): string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
}

export function pointerPart(name: string | number): string {
  return `/${String(name).replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

/** Apply edits that do not overlap, given in the order of the text. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let result = '';
  let last = 0;
  for (const edit of edits) {
    result += text.slice(last, edit.start) + edit.text;
    last = edit.end;
  }
  return result + text.slice(last);
}
