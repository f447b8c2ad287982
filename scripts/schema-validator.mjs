// A JSON Schema as code that judges values, made when dangan is built: starting ajv takes longer than the whole judgement.
//
//   import validate, { schemaKeys } from '../../schemas/settings.schema.json?validator';
import { Ajv } from 'ajv';
import standalone from 'ajv/dist/standalone/index.js';
import { readFileSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';

const QUERY = '?validator';

/** The module for one schema. Most runs read files of few kinds: the code for each is run when it is first called. */
export function validatorModule(path) {
  const schema = withoutProse(readFileSync(path, 'utf8'));
  const ajv = new Ajv({
    allErrors: true,
    allowUnionTypes: true,
    strictTypes: false,
    strictRequired: false,
    code: { source: true, esm: true, lines: false },
  });
  const imports = [];
  const code = standalone
    .default(ajv, ajv.compile(schema))
    // What is left of ajv at run time comes as CommonJS.
    .replaceAll(/require\("([^"]+)"\)\.default/g, (_, name) => {
      const local = `runtime${imports.length}`;
      imports.push(`import ${local} from '${name}.js';`);
      return `(${local}.default ?? ${local})`;
    })
    .replace(/export const validate = (\w+);export default \1;(.*)/s, '$2 return $1;');
  return `${imports.join('\n')}
let made;
export default function validate(value) {
  made ??= make();
  const isValid = made(value);
  validate.errors = made.errors;
  return isValid;
}
function make() {${code}}
export const schemaKeys = ${JSON.stringify(schemaKeys(schema))};\n`;
}

/** The schemas of files that are read: each has a validator. */
const READ = [
  'bagit-profile',
  'baseline',
  'ledger',
  'review',
  'scores',
  'scoring-system',
  'waivers',
];

/** Entry points of esbuild, for files of their own in `dist/schemas`. */
export const validatorEntryPoints = READ.map((name) => ({
  in: `./schemas/${name}.schema.json${QUERY}`,
  out: `schemas/${name}`,
}));

/** The same module for a program that starts often: whether all is well is told by a short one, and what is not by that file. */
function quickModule(path) {
  const name = basename(path, '.schema.json');
  if (!READ.includes(name)) throw new Error(`${path}: no file is made of its validator`);
  const schema = withoutProse(readFileSync(path, 'utf8'));
  return `import { holds } from './src/core/yaml-file/holds.ts';
let schema, keys;
export default function validate(value) {
  if (holds(value, (schema ??= JSON.parse(${asText(schema)})))) return true;
  const { default: complete } = require('./schemas/${name}.cjs');
  const isValid = complete(value);
  validate.errors = complete.errors;
  return isValid;
}
const told = () => (keys ??= JSON.parse(${asText(schemaKeys(schema))}));
export const schemaKeys = {
  get shapes() { return told().shapes },
  get maps() { return told().maps },
  get lists() { return told().lists },
};\n`;
}

function asText(value) {
  return JSON.stringify(JSON.stringify(value));
}

/** What people are told of it is most of a schema; keys of those names hold mappings. */
function withoutProse(text) {
  return JSON.parse(text, (key, value) =>
    (key === 'title' || key === 'description') && typeof value === 'string' ? undefined : value,
  );
}

/**
 * What messages need of a schema: the keys of each object in it and where they lead, and which keys hold mappings with
 * names of the writer's own (`maps`) or lists of mappings (`lists`).
 */
function schemaKeys(schema) {
  const shapes = {};
  const maps = new Set();
  const lists = new Set();
  const others = new Set();
  const formsOf = (value) => {
    if (value.$ref) return formsOf(schema.definitions[value.$ref.split('/').at(-1)]);
    const inner = value.properties ? undefined : (value.anyOf ?? value.oneOf ?? value.allOf);
    return inner ? inner.flatMap(formsOf) : [value];
  };
  const ids = new Map();
  const shapeOf = (value) => {
    for (const form of formsOf(value)) {
      if (form.type === 'array' && form.items) return shapeOf(form.items);
      const open =
        typeof form.additionalProperties === 'object' ? form.additionalProperties : undefined;
      if (!form.properties && !open) continue;
      if (!ids.has(form)) {
        const id = ids.size;
        ids.set(form, id);
        const into = {};
        for (const [key, property] of Object.entries(form.properties ?? {})) {
          const forms = formsOf(property);
          if (forms.some(({ additionalProperties: rest }) => typeof rest === 'object'))
            maps.add(key);
          if (forms.some(({ type, items }) => type === 'array' && items && shapeOf(items) !== null))
            lists.add(key);
          into[key] = shapeOf(property);
        }
        shapes[id] = { into, each: open ? shapeOf(open) : null, open: open !== undefined };
      }
      return ids.get(form);
    }
    return null;
  };
  shapeOf(schema);
  return { shapes, maps: [...maps].filter((key) => !others.has(key)), lists: [...lists] };
}

export const esbuildValidators = validatorsBy(validatorModule, 'schemas');
export const lateValidators = validatorsBy(quickModule, '.');

/** @param folder - That imports are told from. */
function validatorsBy(moduleFor, folder) {
  return {
    name: 'schema-validators',
    setup(build) {
      build.onResolve({ filter: /\.json\?validator$/ }, ({ path, resolveDir }) => ({
        path: resolve(resolveDir, path.slice(0, -QUERY.length)),
        namespace: 'schema-validator',
      }));
      build.onLoad({ filter: /.*/, namespace: 'schema-validator' }, ({ path }) => ({
        contents: moduleFor(path),
        resolveDir: resolve(folder),
        watchFiles: [path],
      }));
    },
  };
}

export function viteValidators() {
  const mark = '\0schema-validator:';
  return {
    name: 'schema-validators',
    enforce: 'pre',
    resolveId(source, importer) {
      if (!source.endsWith(`.json${QUERY}`) || !importer) return undefined;
      // Not `.json` at the end, which is for vite's own plugin.
      return `${mark}${resolve(dirname(importer), source.slice(0, -QUERY.length))}.js`;
    },
    load(id) {
      return id.startsWith(mark)
        ? validatorModule(id.slice(mark.length, -'.js'.length))
        : undefined;
    },
  };
}
