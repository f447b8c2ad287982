import { existsSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Command, CommanderError } from 'commander';
import { nearest } from '../core/text.js';
import { DanganError, errorCode } from '../errors.js';
import { quoted } from '../messages/quoted.js';
import { valueTyped } from '../commands/options/value-typed.js';
import { groupNamed } from './command-typed.js';
import { COMMANDS } from './commands.js';
import type { Cli } from './context.js';
import { inWords } from './help.js';
import { invalidValue, missing, severalBundles, tooMany } from './wrong-arguments.js';
import { strangeOption, unknownOption } from './wrong-option.js';

export function isCommanderError(error: unknown): error is CommanderError {
  return errorCode(error)?.startsWith('commander.') === true;
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
    // It is looked for, and one letter from `config get`.
    const isSetting = command === 'config' && typed === 'set';
    return isSetting ? usage(cli.say.cli.settingsByHand) : unknownBelow(group, command, typed);
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

/** `ledger sett`: a group has no such command. */
function unknownBelow(group: Command, command: string, typed: string): DanganError {
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

/** `config naming.digits`, `config list`. */
function settingMeant(command: string, typed: string): string | undefined {
  if (command !== 'config') return undefined;
  return typed.includes('.') ? `config get ${quoted(typed)}` : 'config show';
}
