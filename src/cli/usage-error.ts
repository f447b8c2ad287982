import type { Command, CommanderError } from 'commander';
import { nearest } from '../core/text.js';
import { DanganError } from '../errors.js';
import { COMMANDS } from './commands.js';
import type { Cli } from './context.js';

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
  const command = name ?? '';
  const quoted = /'([^']*)'/.exec(error.message)?.[1] ?? '';
  const usage = (what: string) => new DanganError('USAGE', { what, command: name });
  switch (error.code) {
    case 'commander.unknownCommand':
      return new DanganError('COMMAND_UNKNOWN', {
        command: quoted,
        nearest: nearest(quoted, Object.keys(COMMANDS)),
      });
    case 'commander.unknownOption':
      return new DanganError('OPTION_UNKNOWN', {
        command,
        option: quoted,
        nearest: nearest(quoted, optionsOf(program, command)),
      });
    case 'commander.missingArgument':
      return usage(cli.say.cli.missingArgument({ argument: `<${quoted}>`, command }));
    case 'commander.optionMissingArgument':
      return usage(cli.say.cli.missingValue({ option: quoted }));
    case 'commander.missingMandatoryOptionValue':
      return usage(cli.say.cli.missingOption({ option: quoted, command }));
    case 'commander.excessArguments':
      return usage(cli.say.cli.tooManyArguments({ command }));
    case 'commander.invalidArgument':
      return usage(invalidValue(error.message, cli));
    default:
      return usage(error.message.replace(/^error: /, ''));
  }
}

/** Commander gives these facts as one English sentence only. */
function invalidValue(message: string, cli: Cli): string {
  const [, option = '', value = '', why = ''] =
    /(?:option|command-argument) '([^']*)'.*? '(.*)' is invalid\.\s*(.*)$/s.exec(
      message.replace('argument value for', ''),
    ) ??
    /option '([^']*)' argument '(.*)' is invalid\.\s*(.*)$/s.exec(message) ??
    [];
  const allowed = why.replace(/^Allowed choices are /, '').replace(/\.$/, '');
  return cli.say.cli.invalidValue({
    option: option.split(/[ ,]+/).at(-2) ?? option,
    value,
    allowed,
  });
}

function optionsOf(program: Command, name: string): string[] {
  const commands = [program, ...program.commands.filter((command) => command.name() === name)];
  return commands.flatMap((command) => [
    '--help',
    ...command.options.flatMap((option) => option.long ?? []),
  ]);
}
