/**
 * Whether a function is asked what it can be asked: one place for all of them. What a command judges itself once it is
 * given it (days, rules, states, sizes, codes) is left to the command.
 */
import { inspect } from 'node:util';
import { choiceMeant } from '../commands/options/choice-meant.js';
import { isObject } from '../core/is-object.js';
import { nearest } from '../core/text.js';
import { DanganError } from '../errors.js';
import { messagesIn } from '../messages/index.js';
import { LANGUAGES } from '../messages/language.js';
import type { Messages } from '../messages/index.js';
import type { DayOptions, OfficeOptions, Options } from './options.js';

/** What a value has to be; a list is that of its choices. */
export type Kind = keyof typeof IS | readonly (string | number)[];

/** Of each option of a function what it has to be: one that is new to the type does not compile without it. */
export type Kinds<Told> = { readonly [Key in keyof Told]-?: Kind };

export const OPTIONS: Kinds<Options> = {
  language: LANGUAGES,
  signal: 'signal',
  onNote: 'function',
  onProgress: 'function',
};
export const DAY_OPTIONS: Kinds<DayOptions> = { ...OPTIONS, today: 'text' };
export const OFFICE_OPTIONS: Kinds<OfficeOptions> = { ...OPTIONS, soffice: 'text' };

const isText = (value: unknown) => typeof value === 'string';
const isNamed = (value: unknown) => isText(value) && value !== '';
const isNames = (value: unknown) =>
  Array.isArray(value) && value.length > 0 && value.every(isNamed);

const IS = {
  text: isText,
  /** Not empty: an empty path would be the working folder. */
  name: isNamed,
  names: isNames,
  places: (value: unknown) => isNamed(value) || isNames(value),
  texts: (value: unknown) => Array.isArray(value) && value.every(isText),
  flag: (value: unknown) => typeof value === 'boolean',
  integer: Number.isSafeInteger,
  facts: (value: unknown) => isObject(value) && Object.values(value).every(isText),
  function: (value: unknown) => typeof value === 'function',
  signal: (value: unknown) =>
    isObject(value) && 'aborted' in value && 'reason' in value && 'addEventListener' in value,
} as const satisfies Readonly<Record<string, (value: unknown) => boolean>>;

/** What a function is called with. */
interface Call<Told> {
  /** That tells more of it, where there is one. */
  readonly command?: string;
  readonly kinds: Kinds<Told>;
  /** Options that may not be left out. */
  readonly needed?: readonly (keyof Told & string)[];
}

/** What stands before the options. */
type Argument = readonly [name: string, value: unknown, kind: 'name' | 'names' | 'places'];

/**
 * @param options - As the caller gave them, whatever the types say: many have no compiler.
 * @throws {DanganError} USAGE - with the nearest option, or the nearest value.
 */
export function refuseWrong<Told>(
  { command, kinds, needed = [] }: Call<Told>,
  options: Told,
  ...before: readonly Argument[]
): void {
  const say = messagesIn(languageOf(options));
  const refuse = (what: string) => new DanganError('USAGE', { what, command });
  for (const [argument, value, kind] of before) {
    if (!fits(value, kind)) throw refuse(wrongValue(argument, value, kind, say));
  }
  if (!isObject(options)) throw refuse(say.library.noOptions);
  const known = Object.keys(kinds);
  for (const [option, value] of Object.entries(options)) {
    if (!isKnown(option, kinds))
      throw refuse(say.library.unknownOption({ option, nearest: nearest(option, known), known }));
    const kind = kinds[option];
    if (value !== undefined && !fits(value, kind))
      throw refuse(wrongValue(option, value, kind, say));
  }
  const missing = needed.find((option) => options[option] === undefined);
  if (missing !== undefined) throw refuse(say.library.missingOption({ option: missing }));
}

function isKnown<Told>(option: string, kinds: Kinds<Told>): option is keyof Told & string {
  return Object.hasOwn(kinds, option);
}

function fits(value: unknown, kind: Kind): boolean {
  return typeof kind === 'string' ? IS[kind](value) : kind.some((each) => each === value);
}

function wrongValue(option: string, value: unknown, kind: Kind, say: Messages): string {
  const told = shown(value);
  if (typeof kind === 'string') return say.library.wrongKind({ option, value: told, kind });
  const choices = kind.map(String);
  const near = typeof value === 'string' ? choiceMeant(value, choices, say) : undefined;
  const allowed = choices.join(say.cli.listed);
  return say.cli.invalidValue({ option, value: told, allowed, nearest: near });
}

function shown(value: unknown): string {
  return typeof value === 'string' ? value : inspect(value, { depth: 0, breakLength: Infinity });
}

/** Of the words; they can be told in what is no language of ours, too. */
function languageOf(options: unknown) {
  const asked = isObject(options) ? options['language'] : undefined;
  return LANGUAGES.find((each) => each === asked) ?? 'zh-CN';
}
