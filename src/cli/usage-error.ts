import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Command, CommanderError } from 'commander';
import { nearest } from '../core/text.js';
import { DanganError } from '../errors.js';
import { quoted } from '../messages/quoted.js';
import { valueTyped } from '../commands/value-typed.js';
import { COMMANDS } from './commands.js';
import type { Cli } from './context.js';
import { inWords } from './help.js';

export function isCommanderError(error: unknown): error is CommanderError {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('commander.');
}

/** Commander's complaint in our words, with the nearest command or option. */
export function usageError(
  error: CommanderError,
  cli: Cli,
  program: Command,
  name: string | undefined,
): DanganError {
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
      nearest: near && `${command} ${near}`,
      within: command,
    });
  }
  switch (error.code) {
    case 'commander.unknownCommand':
      return new DanganError('COMMAND_UNKNOWN', {
        command: word,
        nearest: calledSo(word, cli) ?? nearest(word, Object.keys(COMMANDS)),
      });
    case 'commander.unknownOption': {
      // `--write=yes`, `--formt=json`: what stands behind the sign is its value.
      const [option = ''] = word.split('=');
      const options = optionsOf(program, group, command);
      if (option !== word && options.includes(option))
        return usage(cli.say.cli.takesNoValue({ option }));
      return new DanganError('OPTION_UNKNOWN', {
        command,
        option,
        nearest: nearest(option, options),
      });
    }
    case 'commander.missingArgument':
      return usage(
        cli.say.cli.missingArgument({ argument: inWords(`<${word}>`, cli.say.cli.help), command }),
      );
    case 'commander.optionMissingArgument':
      return usage(cli.say.cli.missingValue({ option: inWords(word, cli.say.cli.help) }));
    case 'commander.missingMandatoryOptionValue':
      return usage(cli.say.cli.missingOption({ option: inWords(word, cli.say.cli.help), command }));
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
      throw new DanganError('OPTION_UNKNOWN', { command, option: word, nearest: option });
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
  return fact === undefined
    ? cli.say.cli.tooManyArguments({ command, surplus })
    : cli.say.cli.factAlone({ fact });
}

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
    nearest: choices && nearest(value.toLowerCase(), choices),
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
