import { Command } from 'commander';
import stringWidth from 'string-width';
import { COMMANDS } from './commands.js';
import type { Cli } from './context.js';

/** The command line as commander sees it, with one command or all of them. */
export async function buildProgram(cli: Cli, only: string | undefined): Promise<Command> {
  const { help } = cli.say.cli;
  const program = new Command('dangan')
    .description(cli.say.cli.description)
    .version(cli.version, '-V, --version', help.version)
    .helpOption('-h, --help', help.help)
    .helpCommand(false)
    .option('--lang <language>', help.language)
    .option('--no-color', help.noColor)
    .exitOverride()
    .configureOutput({ writeOut: (text) => cli.out(text), writeErr: () => undefined })
    .configureHelp({
      displayWidth: stringWidth,
      helpWidth: cli.columns,
      styleTitle: (title) => titles(cli)[title] ?? title,
      showGlobalOptions: true,
      optionDescription: (option) =>
        option.defaultValue === undefined || typeof option.defaultValue === 'boolean'
          ? option.description
          : `${option.description} ${help.default({ value: String(option.defaultValue) })}`,
    });
  const names = only === undefined ? Object.keys(COMMANDS) : [only];
  for (const name of names) (await COMMANDS[name]?.())?.(program, cli);
  return program;
}

/** Commander's own headings; the only English words it prints by itself. */
function titles(cli: Cli): Readonly<Record<string, string>> {
  const { help } = cli.say.cli;
  return {
    'Usage:': help.usage,
    'Arguments:': help.arguments,
    'Options:': help.options,
    'Global Options:': help.options,
    'Commands:': help.commands,
  };
}
