import type { Command } from 'commander';
import type { Cli } from '../cli/context.js';
import { RULE_IDS } from '../core/rules/ids.js';

export function addRulesCommand(program: Command, cli: Cli): void {
  program
    .command('rules')
    .description(cli.say.cli.rules.description)
    .action(() => {
      for (const id of RULE_IDS) cli.out(`${id}  ${cli.say.rules[id]}\n`);
    });
}
