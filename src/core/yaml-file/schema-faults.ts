/** From what a JSON Schema has against a YAML file to what a person can be told about it. */
import type { Form, ShapeFault, ValueType } from '../../messages/faults.js';
import { keyMeant, wordMeant } from '../system/plain-words.js';
import { isWindowFault, judgeWindow } from '../system/window-text.js';
import { keysWhenAsked, nodeAt, pointerPart, pointerParts } from './node.js';
import type { KnownKeys, YamlNode, YamlSource } from './node.js';
import type { Place } from '../system/types.js';

export type { ShapeFault };

/** As ajv puts it. */
export interface SchemaError {
  readonly instancePath: string;
  readonly schemaPath: string;
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
}

export type Validate = ((value: unknown) => boolean) & {
  readonly errors?: readonly SchemaError[] | null;
};

/** Keys of the objects in a schema and the shapes they lead to; the file itself has shape 0. */
export interface SchemaKeys {
  readonly shapes: Readonly<Record<string, Shape>>;
  readonly maps: readonly string[];
  readonly lists: readonly string[];
}

interface Shape {
  readonly into: Readonly<Record<string, number | null>>;
  /** Shape under any other key, where the object takes names of the writer's own. */
  readonly each: number | null;
  readonly open: boolean;
}

/** Forms of text and numbers, by the name of their definition in the schema. */
const FORMS = [
  'range',
  'decimal-range',
  'percent',
  'day',
  'period',
  'points',
  'decimal',
  'measure',
  'sha256',
  'whole-number',
] as const satisfies readonly Form[];

export interface ShapeProblem {
  readonly pointer: string;
  readonly at: Place;
  readonly fault: ShapeFault;
}

export function knownKeys(keys: SchemaKeys): KnownKeys {
  return keysWhenAsked(() => {
    const { shapes, maps, lists } = keys;
    const all = Object.values(shapes).flatMap(({ into }) => Object.keys(into));
    return { all: new Set(all), maps: new Set(maps), lists: new Set(lists) };
  });
}

/**
 * Judge a file. Keys with nothing after them are as if they were not there.
 *
 * @param tellsEmpty - Is that told also of keys that may be left out? Not where a form is filled in.
 */
export function schemaProblems(
  yaml: YamlSource,
  validate: Validate,
  keys: SchemaKeys,
  tellsEmpty = false,
): ShapeProblem[] {
  const { root } = yaml;
  if (!root || validate(yaml.value)) return [];
  const empty = new Set<string>();
  const problems = settled(validate.errors ?? []).flatMap((error) => {
    const problem = problemOf(error, root, keys);
    if (!problem) return [];
    const { pointer, fault } = problem;
    if (fault.wrong === 'empty-key') {
      // Of one value, each thing that it is not is an error to ajv.
      if (!tellsEmpty || empty.has(pointer)) return [];
      empty.add(pointer);
    }
    return [{ ...problem, at: yaml.locate(pointer, partOf(fault)) }];
  });
  // What a slip has hidden there is not missing besides.
  const lines = new Set(yaml.problems.map(({ at }) => at.line));
  const misspelt = new Set(problems.flatMap(keysMisspelt));
  return problems.filter(
    ({ pointer, at, fault }) =>
      !isAbsence(fault) || !(lines.has(at.line) || isSaid(pointer, fault)),
  );

  function isSaid(pointer: string, fault: Absence): boolean {
    const own = fault.wrong === 'one-of' ? fault.keys : [fault.key];
    return own.some((key) => misspelt.has(`${pointer}/${key}`));
  }
}

type Absence = Extract<ShapeFault, { readonly wrong: 'missing-key' | 'empty-key' | 'one-of' }>;

function isAbsence(fault: ShapeFault): fault is Absence {
  return ['missing-key', 'empty-key', 'one-of'].includes(fault.wrong);
}

/** The key that is meant by one that there is not, with its place. */
function keysMisspelt({ pointer, fault }: { pointer: string; fault: ShapeFault }): string[] {
  if (fault.wrong !== 'unknown-key' || fault.nearest === undefined) return [];
  return [`${pointer.slice(0, pointer.lastIndexOf('/'))}/${fault.nearest}`];
}

const KEYS: ReadonlySet<ShapeFault['wrong']> = new Set(['unknown-key', 'empty-key', 'not-here']);

function partOf({ wrong }: ShapeFault): 'key' | 'value' {
  return KEYS.has(wrong) ? 'key' : 'value';
}

/** Several errors that are one: no alternative of an `anyOf` fits. */
type Settled = SchemaError & { readonly together?: readonly SchemaError[] };

/**
 * Ajv tells what each alternative has against the value, then that none fits. Of these only what the alternative of
 * the right type says is of use; where none has the right type, or each misses another key, they make one sentence.
 */
function settled(errors: readonly SchemaError[]): Settled[] {
  const done: Settled[] = [];
  for (const error of errors) {
    if (error.keyword === 'if') continue;
    if (error.keyword !== 'anyOf') {
      done.push(error);
      continue;
    }
    let from = done.length;
    while (from > 0 && isWithin(done[from - 1], error.instancePath)) from -= 1;
    const branches = done.splice(from);
    const deeper = branches.filter(
      ({ keyword, instancePath, schemaPath }) =>
        !(keyword === 'type' && instancePath === error.instancePath) && !isRequirement(schemaPath),
    );
    // Of a list, what is said of its entries; not that the list is no word.
    const inside = deeper.filter(
      ({ keyword, instancePath }) =>
        !(keyword === 'enum' && instancePath === error.instancePath) ||
        !deeper.some((other) => other.instancePath.startsWith(`${error.instancePath}/`)),
    );
    if (inside.length > 0) done.push(...inside);
    else done.push({ ...error, together: branches });
  }
  return done;
}

/** Of an `anyOf` that says which keys can make an object complete. */
function isRequirement(schemaPath: string): boolean {
  return /\/anyOf\/\d+\/required$/.test(schemaPath);
}

function isWithin(error: SchemaError | undefined, path: string): boolean {
  return (
    error !== undefined &&
    (error.instancePath === path || error.instancePath.startsWith(`${path}/`))
  );
}

function problemOf(
  error: Settled,
  root: YamlNode,
  keys: SchemaKeys,
): { pointer: string; fault: ShapeFault } | undefined {
  const { instancePath: pointer, keyword, params } = error;
  const { node } = nodeAt(root, pointer);
  const key = keyIn(pointer);
  if (node.is === 'text' && node.plain && /^(|~|null|Null|NULL)$/.test(node.text)) {
    const wrong = emptyIn(pointer, keys);
    return wrong && { pointer, fault: { wrong, key } };
  }
  const known = () => Object.keys(shapeAt(keys, pointer)?.into ?? {});
  if (keyword === 'additionalProperties') {
    const name = String(params['additionalProperty']);
    return { pointer: pointer + pointerPart(name), fault: strangeKey(name, known()) };
  }
  const found = node.is === 'text' ? node.text : '';
  return { pointer, fault: faultOf(error, key, found, known) };
}

function strangeKey(name: string, known: readonly string[]): ShapeFault {
  return isCondition(known)
    ? { wrong: 'fact', key: name }
    : { wrong: 'unknown-key', key: name, nearest: keyMeant(name, known) };
}

/** @param known - The keys that may stand there. */
function faultOf(
  error: Settled,
  key: string,
  found: string,
  known: () => readonly string[],
): ShapeFault {
  const { keyword, params } = error;
  switch (keyword) {
    case 'required':
      return { wrong: 'missing-key', key: String(params['missingProperty']) };
    case 'enum':
      return notAmong((params['allowedValues'] as readonly unknown[]).map(String), key, found);
    case 'type':
      return typeFault(key, found, error, [error]);
    case 'anyOf':
      return noneFits(key, found, error);
    case 'false schema':
      return { wrong: 'not-here', key };
    case 'minItems':
    case 'minProperties':
      return { wrong: 'too-few', key };
    case 'maxProperties':
      return { wrong: 'one-of', key, keys: known() };
    default:
      return formFault(key, found, formOf(error));
  }
}

function notAmong(allowed: readonly string[], key: string, found: string): ShapeFault {
  const one = (word: string) => wordMeant(word, allowed);
  const several = found
    .split(/[、，,;；/和]\s*/u)
    .map((word) => (allowed.includes(word) ? word : one(word)));
  // A list of them, as people write one.
  const isList = key === 'kind' && several.length > 1 && !several.includes(undefined);
  const meant = isList ? `[${several.join(', ')}]` : one(found);
  return { wrong: 'value', key, found, allowed, nearest: meant };
}

/** Of a condition, in which facts about the unit stand below `unit`. */
function isCondition(known: readonly string[]): boolean {
  return known.includes('unit') && known.includes('not');
}

function noneFits(key: string, found: string, error: Settled): ShapeFault {
  const together = error.together ?? [];
  const missing = together.filter(({ keyword }) => keyword === 'required');
  if (missing.length > 0) {
    return {
      wrong: 'one-of',
      key,
      keys: missing.map(({ params }) => String(params['missingProperty'])),
    };
  }
  return typeFault(key, found, error, together);
}

const TYPES: Readonly<Record<string, ValueType>> = {
  string: 'text',
  number: 'number',
  integer: 'number',
  boolean: 'truth',
  array: 'list',
  object: 'mapping',
};

function typeFault(
  key: string,
  found: string,
  error: SchemaError,
  errors: readonly SchemaError[],
): ShapeFault {
  const form = formOf(error);
  if (form !== 'other' && found !== '') return formFault(key, found, form);
  const names = errors.flatMap(({ params }) => params['type'] as string | readonly string[]);
  // A text field takes numbers too, for a year may be a title; that needs no telling.
  const expected = [...new Set(names.flatMap((name) => TYPES[name] ?? []))];
  const told = expected.includes('text') ? expected.filter((type) => type !== 'number') : expected;
  return { wrong: 'type', key, expected: told, found };
}

function formFault(key: string, found: string, asked: Form): ShapeFault {
  const isShare = /[成%％]|分之/u.test(found) && (asked === 'decimal' || asked === 'points');
  const form = isShare ? 'no-share' : asked;
  const meant = meantIn(found, form);
  return { wrong: 'form', key, found, form, ...(meant !== undefined && { meant }) };
}

/** As it is to be written, where that is plain. */
function meantIn(found: string, form: Form): string | undefined {
  switch (form) {
    case 'range':
      return rangeMeant(found);
    case 'percent':
      return /^\d+(?:\.\d+)?%$/.exec(found.normalize('NFKC').replace(/\s/g, ''))?.[0];
    case 'points':
      // What is taken off is written without its sign.
      return numberMeant(found) ?? /^-(\d{1,6}(?:\.\d{1,4})?)$/.exec(found)?.[1];
    case 'decimal':
    case 'whole-number':
      return numberMeant(found);
    case 'day':
      return daysMeant(found, false);
    case 'window':
      return daysMeant(found, true);
    case 'no-share':
    case 'names':
    case 'values':
    case 'decimal-range':
    case 'date':
    case 'one-day':
    case 'period':
    case 'sha256':
    case 'measure':
    case 'other':
      return undefined;
  }
}

/** `2分`, `８`, `8。5`, `八`: one number, and what it counts. */
export function numberMeant(found: string): string | undefined {
  const text = found.trim().replace('。', '.').normalize('NFKC');
  const units = '零一二三四五六七八九十';
  if (text.length === 1 && units.includes(text)) return String(units.indexOf(text));
  const [, number, behind = ''] = /^(\d{1,6}(?:\.\d{1,4})?)(.{0,20})$/u.exec(text) ?? [];
  return (number !== undefined && !/^[.,]?\d|^[%-]|\d/.test(behind) && behind !== '') ||
    (number === text && number !== found)
    ? number
    : undefined;
}

function daysMeant(found: string, isStretch: boolean): string | undefined {
  const judged = judgeWindow(found);
  if (!isWindowFault(judged) || judged.meant === undefined) return undefined;
  return isStretch || !judged.meant.includes('..') ? judged.meant : undefined;
}

/** `3张以上`, `至少3`, `≥3`, `2-3张`, `不超过12`: a count as people write it. */
function rangeMeant(found: string): string | undefined {
  const text = found.normalize('NFKC').trim();
  const [first, second, more] = text.match(/\d{1,6}/g) ?? [];
  if (first === undefined || more !== undefined) return undefined;
  if (second !== undefined) {
    return /^\d+\D{0,2}(?:-|–|—|~|至|到|to)\s*\d+\D{0,2}$/u.test(text)
      ? `${first}..${second}`
      : undefined;
  }
  if (/≥|>=|以上|至少|不少于|at least|or more|\+/i.test(text)) return `${first}..`;
  if (/≤|<=|以内|以下|不超过|至多|最多|at most|up to/i.test(text)) return `..${first}`;
  return /^\d+\s*[份张个篇次项幅]$/u.test(text) ? first : undefined;
}

function formOf({ schemaPath, keyword, params }: SchemaError): Form {
  const form = FORMS.find((name) => schemaPath.includes(`/definitions/${name}/`));
  if (form) return form;
  return keyword === 'minimum' || params['type'] === 'integer' ? 'whole-number' : 'other';
}

/** The last part of the pointer that is a key and no place in a list; empty for the file itself. */
function keyIn(pointer: string): string {
  return pointerParts(pointer).findLast((each) => !/^\d*$/.test(each)) ?? '';
}

function shapeAt(keys: SchemaKeys, pointer: string): Shape | undefined {
  let shape = keys.shapes[0];
  for (const part of pointerParts(pointer)) {
    if (!shape) return undefined;
    if (Object.hasOwn(shape.into, part)) shape = keys.shapes[shape.into[part] ?? -1];
    else if (shape.open) shape = keys.shapes[shape.each ?? -1];
    else if (!/^\d+$/.test(part)) return undefined;
  }
  return shape;
}

const ALWAYS = new Set([
  'code',
  'name',
  'format',
  'indicators',
  'rule',
  'at',
  'text',
  'take',
  'is',
]);

/** They say nothing that anything is reckoned by. */
const REMARKS = new Set(['note', 'standard', 'source', 'issuer', 'edition']);

/** Of a key with nothing after it: what is that worth? */
function emptyIn(pointer: string, keys: SchemaKeys): 'missing-key' | 'empty-key' | undefined {
  const key = keyIn(pointer);
  const isOwnName = shapeAt(keys, pointer.slice(0, pointer.lastIndexOf('/')))?.open === true;
  const isRequired = (ALWAYS.has(key) && !isOwnName) || pointer === '/title' || key === 'points';
  if (isRequired) return 'missing-key';
  return isOwnName || REMARKS.has(key) ? undefined : 'empty-key';
}
