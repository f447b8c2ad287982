/** Values as YAML text, on one line. */
import { isPlainNumber } from './node.js';

/** A text as it is to be read again, a list, or values by key. */
export type YamlValue = string | readonly string[] | { readonly [key: string]: YamlValue };

export type ValuePlace = 'block' | 'brackets';

/** Keys whose values are numbers, and stand without quotes. */
const NUMERIC: ReadonlySet<string> = new Set([
  'bytes',
  'pages',
  'characters',
  'date',
  'submitted',
  'points',
  'times',
  'rule',
]);

/** Keys whose values are yes or no. */
const TRUTHS: ReadonlySet<string> = new Set(['met', 'occurred', 'lead']);

/** Words that YAML, or a reader of its older version, takes for a truth value or for nothing. */
const WORDS = /^(?:~|null|true|false|yes|no|on|off|y|n)$/i;

/** Letters, digits and the punctuation of names and titles; a sign with a meaning of its own is none of them. */
const PLAIN =
  /^[\p{L}\p{N}〔（《【/][\p{L}\p{M}\p{N} ：；，。、（）〔〕《》【】！？·—…．\-_./+~()=:]*$/u;

/** Where brackets are around it, signs that may be mistyped separators are no plain text. */
const IN_BRACKETS = /[：，、:]/;

/** @param key - Whose value it is. */
export function writeValue(value: YamlValue, place: ValuePlace, key = ''): string {
  if (typeof value === 'string' && isOwnForm(value, key)) return value;
  if (typeof value === 'string') return writeText(value, place, NUMERIC.has(key));
  if (isList(value)) return `[${value.map((each) => writeText(each, 'brackets')).join(', ')}]`;
  const entries = Object.entries(value).map(
    ([name, each]) => `${writeKey(name)}: ${writeValue(each, 'brackets', name)}`,
  );
  return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`;
}

function isOwnForm(value: string, key: string): boolean {
  if (TRUTHS.has(key)) return /^(?:true|false)$/.test(value);
  return NUMERIC.has(key) && /^-\d{1,15}(?:\.\d{1,15})?$/.test(value);
}

/** Keys of the format's own, such as `on`, are written as everybody writes them. */
export function writeKey(key: string): string {
  return /^[a-zA-Z]{2,}$/.test(key) && !/^(?:null|true|false)$/i.test(key)
    ? key
    : writeText(key, 'brackets');
}

/** Plain where nobody could take it for anything else, else in double quotes. */
function writeText(text: string, place: ValuePlace, isNumeric = false): string {
  const isPlain =
    PLAIN.test(text) &&
    !WORDS.test(text) &&
    !/: |:$| $/.test(text) &&
    (isNumeric || !isPlainNumber(text)) &&
    // Minutes and seconds, to an older YAML.
    !/^\d+(?::\d+)+$/.test(text) &&
    (place === 'block' || !IN_BRACKETS.test(text));
  return isPlain ? text : quoted(text);
}

/** What JSON leaves as it is and YAML allows nowhere, or an older YAML reads as the end of a line. */
const UNPRINTABLE = /[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]/g;

function quoted(text: string): string {
  return JSON.stringify(text).replace(
    UNPRINTABLE,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

function isList(value: YamlValue): value is readonly string[] {
  return Array.isArray(value);
}
