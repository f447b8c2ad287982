import { Argument, type Command } from 'commander';
import type { Cli } from '../cli/context.js';
import { addExamples } from '../cli/help.js';
import { readCompletion, SHELLS, type Shell } from '../io/read-completion.js';

export function addCompletionCommand(program: Command, cli: Cli): void {
  const { completion: say } = cli.say;
  const command = program
    .command('completion')
    .description(say.description)
    .addArgument(new Argument('<shell>', say.shell).choices(SHELLS))
    .action((shell: Shell) => {
      cli.out(readCompletion(shell));
    });
  addExamples(command, cli, say.examples);
}
