import { Command } from 'commander';
import { COMMANDS, HIDDEN_COMMANDS } from './commands.js';
import type { Cli, ProgramFor } from './context.js';
import { addExamples, configureHelp } from './help.js';
import { commandNamed } from './words.js';

export const programFor: ProgramFor = (words, cli) => buildProgram(cli, commandNamed(words));

/** With one command, or with all of them. */
export async function buildProgram(cli: Cli, only: string | undefined): Promise<Command> {
  const { help } = cli.say.cli;
  const program = new Command('dangan')
    .description(cli.say.cli.description)
    .version(cli.version, '-V, --version', help.version)
    .helpOption('-h, --help', help.help)
    .helpCommand(false)
    .option('--lang <language>', help.language)
    .option('--no-color', help.noColor)
    .showSuggestionAfterError(false)
    .exitOverride()
    .configureOutput({ writeOut: (text) => cli.out(text), writeErr: () => undefined });
  configureHelp(program, cli);
  addExamples(program, cli, cli.say.cli.examples);
  const names = only === undefined ? Object.keys(COMMANDS) : [only];
  for (const name of names) {
    (await (COMMANDS[name] ?? HIDDEN_COMMANDS[name])?.())?.(program, cli, programFor);
  }
  return program;
}
