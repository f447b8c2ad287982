import { isObject } from '../is-object.js';

export type Schema = boolean | { readonly [keyword: string]: unknown };

type Judge = (value: unknown, asked: never, schema: object, root: Schema) => boolean;

/**
 * Is a value as a JSON Schema (draft-07) asks?
 *
 * Most files are in order, and the code that ajv makes to tell what is wrong with the others is ten times as long as the
 * schema. Where a keyword is none of those below, the answer is no: then ajv's is to be asked.
 */
export function holds(value: unknown, schema: Schema, root = schema): boolean {
  if (typeof schema === 'boolean') return schema;
  return Object.keys(schema).every(
    (keyword) => KEYWORDS[keyword]?.(value, schema[keyword] as never, schema, root) ?? false,
  );
}

const KEYWORDS: Readonly<Record<string, Judge>> = {
  $ref: (value, asked: string, _, root) => {
    const { definitions } = root as { definitions: Record<string, Schema> };
    const name = asked.slice('#/definitions/'.length);
    return holds(value, definitions[name] ?? false, root);
  },
  type: (value, asked: string | readonly string[]) =>
    typeof asked === 'string' ? isOf(value, asked) : asked.some((type) => isOf(value, type)),
  // None of ours has objects among them.
  enum: (value, asked: readonly unknown[]) => asked.includes(value),
  minimum: (value, asked: number) => typeof value !== 'number' || value >= asked,
  maximum: (value, asked: number) => typeof value !== 'number' || value <= asked,
  pattern: (value, asked: string) => typeof value !== 'string' || patternOf(asked).test(value),
  // As many characters, not units of UTF-16.
  minLength: (value, asked: number) =>
    typeof value !== 'string' || Array.from(value).length >= asked,
  minItems: (value, asked: number) => !Array.isArray(value) || value.length >= asked,
  items: (value, asked: Schema, _, root) =>
    !Array.isArray(value) || value.every((each) => holds(each, asked, root)),
  minProperties: (value, asked: number) => !isObject(value) || Object.keys(value).length >= asked,
  maxProperties: (value, asked: number) => !isObject(value) || Object.keys(value).length <= asked,
  required: (value, asked: readonly string[]) =>
    !isObject(value) || asked.every((key) => value[key] !== undefined),
  properties: (value, asked: Readonly<Record<string, Schema>>, _, root) =>
    !isObject(value) ||
    Object.keys(value).every((key) => {
      const schema = Object.hasOwn(asked, key) ? asked[key] : undefined;
      return schema === undefined || value[key] === undefined || holds(value[key], schema, root);
    }),
  additionalProperties: (
    value,
    asked: Schema,
    { properties = {} }: { properties?: object },
    root,
  ) =>
    !isObject(value) ||
    Object.keys(value).every(
      (key) => Object.hasOwn(properties, key) || holds(value[key], asked, root),
    ),
  allOf: (value, asked: readonly Schema[], _, root) =>
    asked.every((each) => holds(value, each, root)),
  anyOf: (value, asked: readonly Schema[], _, root) =>
    asked.some((each) => holds(value, each, root)),
  if: (value, asked: Schema, schema: { then?: Schema; else?: Schema }, root) =>
    holds(value, (holds(value, asked, root) ? schema.then : schema.else) ?? true, root),
  // Said by others, or of no weight.
  then: () => true,
  else: () => true,
  definitions: () => true,
  default: () => true,
  title: () => true,
  description: () => true,
  $schema: () => true,
  $id: () => true,
};

function isOf(value: unknown, type: string): boolean {
  switch (type) {
    case 'object':
      return isObject(value);
    case 'array':
      return Array.isArray(value);
    case 'null':
      return value === null;
    case 'number':
      return Number.isFinite(value);
    case 'integer':
      return Number.isInteger(value);
    default:
      return typeof value === type;
  }
}

const patterns = new Map<string, RegExp>();

function patternOf(source: string): RegExp {
  let pattern = patterns.get(source);
  if (!pattern) patterns.set(source, (pattern = new RegExp(source, 'u')));
  return pattern;
}
