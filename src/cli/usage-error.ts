import { existsSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Command, CommanderError } from 'commander';
import { nearest } from '../core/text.js';
import { DanganError } from '../errors.js';
import { quoted } from '../messages/quoted.js';
import { choiceMeant } from '../commands/choice-meant.js';
import { valueTyped } from '../commands/value-typed.js';
import { COMMANDS } from './commands.js';
import type { Cli } from './context.js';
import { inWords } from './help.js';

export function isCommanderError(error: unknown): error is CommanderError {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('commander.');
}

/** Commander's complaint in our words, with the nearest command or option. */
export async function usageError(
  error: CommanderError,
  cli: Cli,
  program: Command,
  words: readonly string[],
  name: string | undefined,
): Promise<DanganError> {
  const group = groupNamed(program, name);
  const [typed = ''] = group?.args ?? [];
  const isOwn = group?.commands.some((each) => each.name() === typed) === true;
  const command = isOwn ? `${name ?? ''} ${typed}` : (name ?? '');
  const word = /'([^']*)'/.exec(error.message)?.[1] ?? '';
  const usage = (what: string) => {
    return new DanganError('USAGE', { what, command: name === undefined ? undefined : command });
  };
  const said = command.startsWith('score') ? valueTyped(group?.args ?? []) : undefined;
  if (said && /(?:excess|missing)Argument/.test(error.code)) {
    return new DanganError('SCORE_ONLY_RECKONS', said);
  }
  if (group && !isOwn && error.code === 'commander.excessArguments') {
    // `config set` is looked for, and one letter from `config get`.
    if (command === 'config' && typed === 'set') return usage(cli.say.cli.settingsByHand);
    const near = nearest(
      typed,
      group.commands.map((each) => each.name()),
    );
    return new DanganError('COMMAND_UNKNOWN', {
      command: `${command} ${typed}`,
      nearest: near === undefined ? settingMeant(command, typed) : `${command} ${near}`,
      within: command,
    });
  }
  switch (error.code) {
    case 'commander.unknownCommand':
      return new DanganError('COMMAND_UNKNOWN', {
        command: word,
        nearest:
          calledSo(word, cli) ??
          nearest(word, Object.keys(COMMANDS)) ??
          turnedRound(program.args, cli),
      });
    case 'commander.unknownOption':
      return unknownOption(word, program, group, command, cli);
    case 'commander.missingArgument':
      return usage(missing(program, command, cli));
    case 'commander.optionMissingArgument':
      return usage(cli.say.cli.missingValue({ option: inWords(word, cli.say.cli.help) }));
    case 'commander.missingMandatoryOptionValue': {
      // Commander asks for it before it looks at `--到 1.1` and `-o`, which stand for it.
      const strange = strangeOption(words, program, group, command);
      if (strange !== undefined) return unknownOption(strange, program, group, command, cli);
      return usage(missing(program, command, cli));
    }
    case 'commander.excessArguments':
      return severalBundles(program, command) ?? usage(tooMany(program, command, cli));
    case 'commander.invalidArgument':
      return usage(invalidValue(error.message, cli));
    default:
      return usage(error.message.replace(/^error: /, ''));
  }
}

/** The command that people mean by a word of their language. */
function calledSo(word: string, { say }: Cli): string | undefined {
  return Object.hasOwn(say.cli.commandWords, word) ? say.cli.commandWords[word] : undefined;
}

/** Of words in another order, or without a command: `创建档案 check`, `dangan check`, `迎检包.zip`. */
function turnedRound(words: readonly string[], { cwd }: Cli): string | undefined {
  const [first = '', ...others] = words;
  const [command = '', ...rest] = first.split(' ');
  if (Object.hasOwn(COMMANDS, command)) return [command, ...rest].join(' ');
  const isCommand = (word: string) => Object.hasOwn(COMMANDS, word);
  const second = others.find(isCommand);
  if (first === 'dangan') return second;
  const path = resolve(cwd, first);
  if (!existsSync(path)) return second && `${second} ${quoted(first)}`;
  if (second !== undefined) return `${second} ${quoted(first)}`;
  if (/\.(zip|tar|gz|tgz)$/i.test(first)) return `verify ${quoted(first)}`;
  if (/\.ya?ml$/i.test(first)) return `validate ${quoted(first)}`;
  return statSync(path).isDirectory() ? `check ${quoted(first)}` : undefined;
}

/** `config naming.digits`, `config list`. */
function settingMeant(command: string, typed: string): string | undefined {
  if (command !== 'config') return undefined;
  return typed.includes('.') ? `config get ${quoted(typed)}` : 'config show';
}

/** `--write=yes`, `--formt=json`, `--to：1.1`: what stands behind the sign is its value. */
async function unknownOption(
  word: string,
  program: Command,
  group: Command | undefined,
  command: string,
  cli: Cli,
): Promise<DanganError> {
  const [, option = word, value = ''] = /^([^=＝:：]+)[=＝:：](.*)$/su.exec(word) ?? [];
  const options = optionsOf(program, group, command);
  const isOwn = options.includes(option);
  if (option !== word && isOwn && word[option.length] === '=') {
    const what = cli.say.cli.takesNoValue({ option });
    return new DanganError('USAGE', { what, command });
  }
  const instead = Object.hasOwn(cli.say.cli.instead, `${command} ${option}`)
    ? cli.say.cli.instead[`${command} ${option}`]
    : undefined;
  const near = isOwn ? `${option} ${value}` : nearest(option, options);
  const isCommand = command === '' && Object.hasOwn(COMMANDS, option.slice(2));
  return new DanganError('OPTION_UNKNOWN', {
    command,
    option: isOwn ? word : option,
    nearest: instead ? undefined : isCommand ? `dangan ${option.slice(2)}` : near,
    instead,
    owners: instead || near || isCommand ? [] : await optionOwners(option, cli),
  });
}

/** Of other commands: the option was right, and the command was not. */
async function optionOwners(option: string, cli: Cli): Promise<readonly string[]> {
  const { programFor } = await import('./program.js');
  const { commands } = await programFor([], cli);
  const has = ({ options }: Command) => options.some(({ long }) => long === option);
  const owners = commands.flatMap((each) => [
    ...(has(each) ? [each.name()] : []),
    ...each.commands.filter(has).map((below) => `${each.name()} ${below.name()}`),
  ]);
  return owners.length <= MOST_OWNERS ? owners : [];
}

const MOST_OWNERS = 4;

/** The first word that looks like an option and is none. */
function strangeOption(
  words: readonly string[],
  program: Command,
  group: Command | undefined,
  command: string,
): string | undefined {
  const known = [...optionsOf(program, group, command), ...shortsOf(program, command), '-h', '-V'];
  const values = new Set(commandOf(program, command)?.options.map((each) => String(valueOf(each))));
  return words.find(
    (word) =>
      /^-+[^\d\s-]/.test(word) && !known.includes(word.split('=')[0] ?? '') && !values.has(word),
  );

  function valueOf({ long }: { readonly long?: string | undefined }): string | undefined {
    return words[words.indexOf(long ?? '') + 1];
  }
}

/** All that is still to be written, at once. */
function missing(program: Command, command: string, cli: Cli): string {
  const { missing: say, help } = cli.say.cli;
  const own = commandOf(program, command);
  const given = own?.args.length ?? 0;
  const absent = [
    ...(own?.registeredArguments.slice(given) ?? [])
      .filter((each) => each.required)
      .map((each) => inWords(`<${each.name()}${each.variadic ? '...' : ''}>`, help)),
    ...(own?.options ?? [])
      .filter((each) => each.mandatory && own?.getOptionValue(each.attributeName()) === undefined)
      .map((each) => inWords(each.flags, help)),
  ];
  return say({ absent, command });
}

/** Signs that a Chinese keyboard, or an editor, writes for a hyphen. */
const WIDE_DASH = /^[-‐-―−－﹣﹘⸺⸻ー]*[‐-―−－﹣﹘⸺⸻ー][-‐-―−－﹣﹘⸺⸻ー]*/u;

/**
 * `——write`, `—write`, `－－write`: meant for an option, and taken for a file by everybody else.
 *
 * @throws {DanganError} OPTION_UNKNOWN, with the option as it is typed.
 */
export function refuseWideDashes(
  words: readonly string[],
  program: Command,
  name: string | undefined,
  cli: Cli,
): void {
  const end = words.indexOf('--');
  for (const word of end < 0 ? words : words.slice(0, end)) {
    if (!WIDE_DASH.test(word) || existsSync(resolve(cli.cwd, word))) continue;
    const [typed = ''] = word.replace(WIDE_DASH, '').normalize('NFKC').split('=');
    const group = groupNamed(program, name);
    const sub = group?.commands.find((each) => words.includes(each.name()))?.name();
    const command = sub === undefined ? (name ?? '') : `${name ?? ''} ${sub}`;
    const options = [...optionsOf(program, group, command), ...shortsOf(program, command)];
    const near = nearest(`--${typed}`, options);
    const option = options.find((each) => each === `-${typed}`) ?? near;
    if (typed !== '' && option !== undefined) {
      throw new DanganError('OPTION_UNKNOWN', {
        command,
        option: word,
        nearest: option,
        owners: [],
      });
    }
  }
}

function shortsOf(program: Command, name: string): string[] {
  const own = program.commands.filter((command) => command.name() === name);
  return own.flatMap(({ options }) => options.flatMap(({ short }) => short ?? []));
}

/** Commands that are about one bundle, for which `*.zip` is soon typed. */
const OF_ONE_BUNDLE = ['verify', 'unpack', 'receipt'];

function severalBundles(program: Command, command: string): DanganError | undefined {
  if (!OF_ONE_BUNDLE.includes(command)) return undefined;
  const paths = program.commands.find((each) => each.name() === command)?.args ?? [];
  // The form is no bundle: `receipt 迎检包.zip 登记表.html`.
  if (command === 'receipt' && /\.(html?|docx|pdf)$/i.test(paths[1] ?? '')) return undefined;
  const rest = command === 'unpack' ? ' --to …' : '';
  const typed = (path: string) => `dangan ${command} ${quoted(path)}${rest}`;
  return new DanganError('BUNDLE_ONE_AT_A_TIME', {
    command,
    count: paths.length,
    each: paths.slice(0, 3).map(typed),
    // The shell has taken a path with blanks apart, unless its first part has an ending already.
    whole: /\.(zip|tar|gz|tgz)$/i.test(paths[0] ?? '') ? undefined : typed(paths.join(' ')),
  });
}

/** A fact after a fact, as in `--profile a=1 b=2`: each wants its option. */
function tooMany(program: Command, command: string, cli: Cli): string {
  const own = commandOf(program, command);
  const given = own?.args ?? [];
  const [surplus = ''] = given.slice(own?.registeredArguments.length ?? 0);
  const fact = command === 'init' ? given.find((word) => /^[^=]+=/.test(word)) : undefined;
  if (fact !== undefined) return cli.say.cli.factAlone({ fact });
  const whole = given.join(' ');
  const option = isOptionLost(command, surplus, cli) ? OPTION_FOR[command] : undefined;
  const isThere = existsSync(resolve(cli.cwd, whole));
  const typed = isThere ? quoted(whole) : option && `${option} ${quoted(surplus)}`;
  return cli.say.cli.tooManyArguments({
    command,
    surplus,
    meant: typed === undefined ? undefined : `dangan ${command} ${isThere ? '' : '… '}${typed}`,
  });
}

/** May a word too many be meant for the option in question? */
function isOptionLost(command: string, word: string, { cwd }: Cli): boolean {
  if (command === 'init') return /\.ya?ml$/i.test(word);
  return OPTION_FOR[command] !== '--indicator' || !existsSync(resolve(cwd, word));
}

/** The option for which one word too many may be meant. */
const OPTION_FOR: Readonly<Record<string, string>> = {
  waive: '--indicator',
  status: '--indicator',
  bind: '--indicator',
  catalogue: '--indicator',
  notice: '--owner',
  init: '--system',
  demo: '--keep',
  keygen: '-o',
  receipt: '-o',
};

/** Commander gives these facts as one English sentence only. */
function invalidValue(message: string, cli: Cli): string {
  const ofArgument =
    /command-argument value '(?<value>.*)' is invalid for argument '(?<name>[^']*)'\.\s*(?<why>.*)$/s;
  const ofOption = /option '(?<name>[^']*)' argument '(?<value>.*)' is invalid\.\s*(?<why>.*)$/s;
  const told = ofArgument.exec(message) ?? ofOption.exec(message);
  const { name = '', value = '', why = '' } = told?.groups ?? {};
  const choices = /^Allowed choices are (.*)\.$/s.exec(why)?.[1]?.split(', ');
  return cli.say.cli.invalidValue({
    option: name.split(/[ ,]+/).at(-2) ?? inWords(`<${name}>`, cli.say.cli.help),
    value,
    allowed: choices?.join(cli.say.cli.listed) ?? why.replace(/\.$/, ''),
    nearest: choices && choiceMeant(value, choices, cli.say),
  });
}

/** `pack`, `ledger set`. */
function commandOf(program: Command, name: string): Command | undefined {
  let found: Command | undefined = program;
  for (const word of name.split(' ')) found = found?.commands.find((each) => each.name() === word);
  return found;
}

/** A command with commands of its own. */
function groupNamed(program: Command, name: string | undefined): Command | undefined {
  return program.commands.find((each) => each.name() === name && each.commands.length > 0);
}

function optionsOf(program: Command, group: Command | undefined, name: string): string[] {
  const below = group?.commands.filter((each) => `${group.name()} ${each.name()}` === name) ?? [];
  // A group may be a command itself: `score`, and `score set`.
  const own = program.commands.filter((command) => command.name() === name);
  return [program, ...own, ...below].flatMap((command) => [
    '--help',
    ...command.options.flatMap((option) => option.long ?? []),
  ]);
}
