/** Every key of a file that people write, from its schema. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { code, halfOf, pageOf, table, type Tongue, type Words } from './languages.js';

const schemas = fileURLToPath(new URL('../../schemas/', import.meta.url));

export interface Schema {
  readonly $ref?: string;
  readonly title?: string;
  readonly description?: string;
  readonly type?: string | readonly string[];
  readonly default?: unknown;
  readonly enum?: readonly unknown[];
  readonly minimum?: number;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: Schema | boolean;
  /** Keys of the writer's own with a beginning that is given: `^own-`. */
  readonly patternProperties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly definitions?: Readonly<Record<string, Schema>>;
}

/** Files in `schemas/`, without their ending. */
export function schemaNames(): readonly string[] {
  const ending = '.schema.json';
  const files = readdirSync(schemas).filter((name) => name.endsWith(ending));
  return files.map((name) => name.slice(0, -ending.length)).sort();
}

export function readSchema(name: string): Schema {
  return JSON.parse(readFileSync(`${schemas}${name}.schema.json`, 'utf8')) as Schema;
}

/** Is it the schema of something that the program prints, and not of a file that people write? */
export function isPrinted({ properties, oneOf, definitions }: Schema): boolean {
  if (properties !== undefined) return 'schema' in properties;
  const kinds = (oneOf ?? []).map((kind) =>
    kind.$ref === undefined ? kind : (definitions?.[kind.$ref.replace('#/definitions/', '')] ?? {}),
  );
  return kinds.length > 0 && kinds.every(isPrinted);
}

/** Names of values that are one word, for which the pattern would say less. */
const SCALARS: Readonly<Record<string, Words>> = {
  text: ['文字', 'text'],
  texts: ['文字，或几个文字的列表', 'text, or a list of texts'],
  points: ['数，不小于 0', 'number, 0 or more'],
  decimal: ['数', 'number'],
  percent: ['百分比，如 30%', 'percentage, such as 30%'],
  range: ['份数：2、2..3、2..、..12', 'count: 2, 2..3, 2.., ..12'],
  'decimal-range': ['数的范围，如 1..2', 'range of numbers, such as 1..2'],
  day: ['年、月或日', 'year, month or day'],
  date: ['日期、期间或起止', 'date, period, or from..to'],
  'one-day': ['一天，如 2020-03-31', 'a day, such as 2020-03-31'],
  period: ['年、半年、季度或月', 'year, half-year, quarter or month'],
};

const TYPES: Readonly<Record<string, Words>> = {
  string: ['文字', 'text'],
  number: ['数', 'number'],
  integer: ['整数', 'whole number'],
  boolean: ['`true` 或 `false`', '`true` or `false`'],
  array: ['列表', 'list'],
  object: ['映射', 'mapping'],
};

/** What is common to the rows of one page. */
interface Book {
  readonly root: Schema;
  readonly tongue: Tongue;
}

export function keysPage(name: string, tongue: Tongue): string {
  const root = readSchema(name);
  const book = { root, tongue };
  const { pick } = tongue;
  const sections = Object.entries(root.definitions ?? {}).flatMap(([key, schema]) => {
    const object = objectOf(schema, root);
    if (object?.properties === undefined) return [];
    const told = object.description ?? schema.description;
    return [`## ${key}`, told === undefined ? '' : halfOf(told, tongue), keysTable(object, book)];
  });
  const title = halfOf(root.title ?? name, tongue);
  const lead = halfOf(root.description ?? '', tongue);
  return pageOf(
    tongue,
    [title, title],
    [lead, lead.charAt(0).toUpperCase() + lead.slice(1)],
    [
      pick([
        `带 \\* 的必须写。机器用的是 [${name}.schema.json](../../../schemas/${name}.schema.json)。`,
        `Keys with \\* are required. For machines: [${name}.schema.json](../../../schemas/${name}.schema.json).`,
      ]),
      keysTable(root, book),
      ...sections,
    ],
  );
}

function keysTable(object: Schema, book: Book): string {
  const { pick } = book.tongue;
  const head = [
    pick(['键', 'key']),
    pick(['写什么', 'what is written']),
    pick(['意思', 'meaning']),
  ];
  return table(head, rowsOf(object, '', book));
}

function rowsOf(object: Schema, before: string, book: Book): readonly (readonly string[])[] {
  return Object.entries(object.properties ?? {}).flatMap(([key, schema]) => {
    const mark = object.required?.includes(key) === true ? ' \\*' : '';
    const row = [`${code(before + key)}${mark}`, valueOf(schema, book), meaningOf(schema, book)];
    const inner =
      schema.$ref === undefined ? objectOf(schema, { ...book.root, definitions: {} }) : undefined;
    if (inner === undefined) return [row];
    const own = ownRows(inner, `${before}${key}.`, book);
    return [row, ...(isByRule(inner) ? own : [...rowsOf(inner, `${before}${key}.`, book), ...own])];
  });
}

function ownRows({ patternProperties = {} }: Schema, before: string, book: Book) {
  return Object.entries(patternProperties).flatMap(([pattern, schema]) => {
    const key = `${before}${pattern.replace('^', '')}…`;
    const row = [code(key), valueOf(schema, book), meaningOf(schema, book)];
    return [row, ...rowsOf(schema, `${key}.`, book)];
  });
}

/** A key for each rule, and the same values for all: the rules have a page of their own. */
function isByRule({ properties = {} }: Schema): boolean {
  return 'name-pattern' in properties;
}

function meaningOf(schema: Schema, { tongue }: Book): string {
  const words = schema.description === undefined ? '' : halfOf(schema.description, tongue);
  if (schema.default === undefined) return words;
  const value = code(
    typeof schema.default === 'string' ? schema.default : JSON.stringify(schema.default),
  );
  return `${words}${tongue.pick([`默认 ${value}`, ` Default: ${value}`])}`;
}

/** The mapping in it, references followed. */
function objectOf(schema: Schema, root: Schema): Schema | undefined {
  if (schema.properties !== undefined) return schema;
  const inner = [...(schema.anyOf ?? []), ...(schema.oneOf ?? []), ...(schema.allOf ?? [])];
  for (const each of inner) {
    const found = objectOf(resolved(each, root) ?? {}, root);
    if (found !== undefined) return found;
  }
  return undefined;
}

function resolved(schema: Schema, root: Schema): Schema | undefined {
  return schema.$ref === undefined ? schema : root.definitions?.[nameIn(schema.$ref)];
}

const nameIn = (ref: string) => ref.split('/').at(-1) ?? '';

/** In words: what is written behind the key. */
function valueOf(schema: Schema, book: Book): string {
  const { tongue, root } = book;
  if (schema.$ref !== undefined) {
    const name = nameIn(schema.$ref);
    const scalar = SCALARS[name];
    if (scalar) return tongue.pick(scalar);
    const target = root.definitions?.[name] ?? {};
    const anchor =
      objectOf(target, root)?.properties === undefined ? undefined : `[${name}](#${name})`;
    return anchor ?? valueOf(target, book);
  }
  if (schema.enum) return [...new Set(schema.enum.map((value) => code(String(value))))].join(' ');
  const several = schema.anyOf ?? schema.oneOf;
  if (several)
    return unique(
      several.map((each) => valueOf(each, book)),
      book,
    );
  if (schema.allOf)
    return schema.allOf
      .map((each) => valueOf(each, book))
      .filter(Boolean)
      .join('');
  const { additionalProperties: each, properties } = schema;
  if (properties && isByRule(schema)) {
    const level = valueOf(properties['name-pattern'] ?? {}, book);
    return tongue.pick([`[规则](rules.md) → ${level}`, `[rule](rules.md) → ${level}`]);
  }
  if (typeof each === 'object')
    return tongue.pick([`名称 → ${valueOf(each, book)}`, `name → ${valueOf(each, book)}`]);
  if (schema.items)
    return tongue.pick([
      `列表，每项是 ${valueOf(schema.items, book)}`,
      `list of ${valueOf(schema.items, book)}`,
    ]);
  const types = [schema.type ?? []].flat().filter((type) => type !== 'null');
  // A text may look like a number.
  const told = types.includes('string')
    ? types.filter((type) => type !== 'number' && type !== 'boolean')
    : types;
  return unique(
    told.map((type) => tongue.pick(TYPES[type] ?? [type, type])),
    book,
  );
}

function unique(values: readonly string[], { tongue: { pick } }: Book): string {
  const all = [...new Set(values.filter((value) => value !== ''))];
  const listOf = (value: string) => pick([`列表，每项是 ${value}`, `list of ${value}`]);
  const told = all.map((value) =>
    all.some((each) => listOf(each) === value) ? pick(['它们的列表', 'a list of them']) : value,
  );
  return told.join(pick(['，或 ', ', or ']));
}
