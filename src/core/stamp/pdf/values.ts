/** The values a PDF is made of, as far as stamping asks for them. Texts are bytes in Latin-1, never characters. */

export type Value = null | boolean | number | Name | Text | Ref | Keyword | readonly Value[] | Dict;

/** `/Type`: without the slash, its `#20` read. */
export class Name {
  readonly name: string;
  constructor(name: string) {
    this.name = name;
  }
}

/** What stood in parentheses or between angle brackets, read. */
export class Text {
  readonly bytes: string;
  constructor(bytes: string) {
    this.bytes = bytes;
  }
}

export class Ref {
  readonly number: number;
  readonly generation: number;
  constructor(number: number, generation: number) {
    this.number = number;
    this.generation = generation;
  }
}

/** A word that is no value: `obj`, `endobj`, `stream`, or what should not be there. */
export class Keyword {
  readonly word: string;
  constructor(word: string) {
    this.word = word;
  }
}

/** Each value also as it was written, so that what is not changed is written again byte for byte. */
export class Dict {
  readonly entries = new Map<string, { readonly value: Value; readonly raw: string }>();
  /** Something in it is no entry: what readers make of that differs, and it would not be written again. */
  isOdd = false;

  get(key: string): Value {
    return this.entries.get(key)?.value ?? null;
  }

  has(key: string): boolean {
    return this.get(key) !== null;
  }

  /** @param changes - By key, as they are to be written; `undefined` leaves one out. */
  written(changes: Readonly<Record<string, string | undefined>> = {}): string {
    const parts: string[] = [];
    for (const [key, { raw }] of this.entries) {
      const now = Object.hasOwn(changes, key) ? changes[key] : raw;
      if (now !== undefined) parts.push(`${writtenName(key)} ${now}`);
    }
    for (const [key, raw] of Object.entries(changes)) {
      if (raw !== undefined && !this.entries.has(key)) parts.push(`${writtenName(key)} ${raw}`);
    }
    return `<< ${parts.join(' ')} >>`;
  }
}

/** PDF 32000-1, 7.3.5: what is not a regular character is written by its number. */
export function writtenName(name: string): string {
  const escaped = name.replaceAll(
    /[^!"$&'*+,\-.0-9:;=?@A-Z[\\\]^_`a-z|~]|[[\]]/g,
    (unit) => `#${unit.charCodeAt(0).toString(16).padStart(2, '0')}`,
  );
  return `/${escaped}`;
}

export function writtenRef({ number, generation }: Ref): string {
  return `${number} ${generation} R`;
}

/** At most five decimals and never an exponent, which PDF does not know. */
export function writtenNumber(number: number): string {
  return String(Number(number.toFixed(5)) || 0);
}

/** PDF 32000-1, 7.9.2.2: UTF-16BE behind its mark. */
export function writtenText(text: string): string {
  let hex = 'FEFF';
  for (let at = 0; at < text.length; at += 1) {
    hex += text.charCodeAt(at).toString(16).toUpperCase().padStart(4, '0');
  }
  return `<${hex}>`;
}

/** @returns `undefined` when it is none that `writtenText` has written. */
export function textOf(value: Value): string | undefined {
  if (!(value instanceof Text) || !value.bytes.startsWith('\xfe\xff')) return undefined;
  let text = '';
  for (let at = 2; at + 1 < value.bytes.length; at += 2) {
    text += String.fromCharCode(value.bytes.charCodeAt(at) * 256 + value.bytes.charCodeAt(at + 1));
  }
  return text;
}
