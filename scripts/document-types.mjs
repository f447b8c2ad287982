// Writes src/library/documents.ts: the results of the library as types, made from the schemas that the results of the
// command line are judged by. A test tells when they have drifted apart.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';

/** Each schema with the name of its type, in the order of the loop. */
const DOCUMENTS = {
  init: 'InitDocument',
  validate: 'ValidateDocument',
  scaffold: 'ScaffoldDocument',
  add: 'AddDocument',
  check: 'CheckDocument',
  status: 'StatusDocument',
  score: 'ScoreDocument',
  plan: 'PlanDocument',
  journal: 'LogDocument',
  stamp: 'StampDocument',
  catalogue: 'CatalogueDocument',
  bind: 'BindDocument',
  pack: 'PackDocument',
  verify: 'VerifyDocument',
  unpack: 'UnpackDocument',
  identify: 'IdentifyDocument',
  rules: 'RulesDocument',
};

const file = fileURLToPath(new URL('../src/library/documents.ts', import.meta.url));

/** @returns the text of `src/library/documents.ts` as the schemas have it now. */
export async function documentTypes() {
  const head = [
    '// Made from schemas/ by `npm run docs`; not written by hand.',
    '/** What each function hands back: the document that its command prints with `--format json`. */',
  ];
  const types = Object.entries(DOCUMENTS).flatMap(([name, type]) =>
    typesOf(schemaNamed(name), type),
  );
  const text = [head.join('\n'), ...writtenOnce(types).map(declaration)].join('\n\n');
  return format(text, { ...(await resolveConfig(file)), filepath: file });
}

function schemaNamed(name) {
  return JSON.parse(readFileSync(new URL(`../schemas/${name}.schema.json`, import.meta.url)));
}

/** The two ways in which a run may end. */
const RUNS = ['outcome', 'failure'];

/** The document and what its schema has defined; a run that failed is thrown instead of being told. */
function typesOf(schema, name) {
  const prefix = name.replace(/Document$/, '');
  const defined = schema.definitions ?? {};
  // Of the ways in which a run may end, the first is the one that it is for.
  const outcome = schema.oneOf ? (defined.outcome ?? schema.oneOf[0]) : schema;
  const context = { prefix, defined };
  const about = { description: schema.description ?? schema.title };
  return [
    { name, about: comment(about), type: typeOf(outcome, context) },
    ...Object.entries(defined)
      .filter(([key, each]) => !RUNS.includes(key) && (each.properties || each.enum))
      .map(([key, each]) => ({
        name: prefix + capital(key),
        about: comment(each),
        type: typeOf(each, context),
      })),
  ];
}

/** A type that is word for word as one before it is that one by another name; and so may be what is made of the two. */
function writtenOnce(types) {
  const first = new Map();
  const same = new Map();
  for (const { name, type } of types) {
    if (isName(type)) continue;
    if (first.has(type)) same.set(name, first.get(type));
    else first.set(type, name);
  }
  if (same.size === 0) return types;
  const renamed = (type) => type.replaceAll(/\w+/g, (word) => same.get(word) ?? word);
  return writtenOnce(
    types.map((each) => ({ ...each, type: same.get(each.name) ?? renamed(each.type) })),
  );
}

function isName(type) {
  return /^\w+$/.test(type);
}

function declaration({ name, about, type }) {
  const keyword = type.startsWith('{') ? `interface ${name} ` : `type ${name} = `;
  return `${about}export ${keyword}${type}`;
}

function comment({ description }) {
  return description ? `/** ${description} */\n` : '';
}

function capital(word) {
  return word[0].toUpperCase() + word.slice(1);
}

function typeOf(schema, context) {
  if (schema === true) return 'unknown';
  if (schema.$ref) return referred(schema.$ref.split('/').at(-1), context);
  if ('const' in schema) return literal(schema.const);
  if (schema.enum) return schema.enum.map(literal).join(' | ');
  const forms = schema.oneOf ?? schema.anyOf;
  if (forms && !schema.properties) return forms.map((form) => typeOf(form, context)).join(' | ');
  const types = [schema.type ?? []].flat().map((type) => plainType(type, schema, context));
  return types.length > 0 ? types.join(' | ') : 'unknown';
}

/** What is short is written out: a count is a number. */
function referred(key, context) {
  const schema = context.defined[key];
  return schema.properties || schema.enum ? context.prefix + capital(key) : typeOf(schema, context);
}

function plainType(type, schema, context) {
  switch (type) {
    case 'integer':
    case 'number':
      return 'number';
    case 'array':
      return `readonly (${typeOf(schema.items ?? true, context)})[]`;
    case 'object':
      return objectType(schema, context);
    default:
      return type;
  }
}

function objectType({ properties, required = [], additionalProperties: rest }, context) {
  if (!properties) {
    const value = typeof rest === 'object' ? typeOf(rest, context) : 'unknown';
    return `Readonly<Record<string, ${value}>>`;
  }
  const rows = Object.entries(properties).map(([key, value]) => {
    const optional = required.includes(key) ? '' : '?';
    return `${comment(value)}readonly ${JSON.stringify(key)}${optional}: ${typeOf(value, context)};`;
  });
  return `{\n${rows.join('\n')}\n}`;
}

function literal(value) {
  return Array.isArray(value)
    ? `readonly [${value.map(literal).join(', ')}]`
    : JSON.stringify(value);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(file, await documentTypes());
}
