import type { Command } from 'commander';
import type { Cli } from '../cli/context.js';
import { addExamples } from '../cli/help.js';
import { allRules } from '../core/rules/all-rules.js';
import type { OwnRule } from '../core/own-rules/types.js';
import { ownRule } from '../core/own-rules/own-rule.js';
import { ownRulesHere } from './reading/own-rules-here.js';
import { saying } from './telling/saying.js';
import { rulesJson, rulesText } from '../report/rules.js';
import { formatOption } from './options/format.js';

export function addRulesCommand(program: Command, cli: Cli): void {
  const { say } = cli;
  const command = program
    .command('rules')
    .description(say.rulesTable.description)
    .addOption(formatOption(say.check.options.format))
    .action(async ({ format }: { format: 'text' | 'json' }) => {
      listRules(await ownRulesHere(cli), format, cli);
    });
  addExamples(command, cli, say.rulesTable.examples);
}

/** Ours, and then those of a unit's own. */
export function listRules(own: readonly OwnRule[], format: 'text' | 'json', cli: Cli): void {
  const rules = [...allRules(), ...own.map(ownRule)];
  const told = saying(own, cli);
  cli.out(format === 'json' ? rulesJson(rules, told.say) : rulesText(rules, told));
}
