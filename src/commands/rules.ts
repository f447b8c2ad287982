import { Option, type Command } from 'commander';
import type { Cli } from '../cli/context.js';
import { addExamples } from '../cli/help.js';
import { allRules } from '../core/rules/all-rules.js';
import { rulesJson, rulesText } from '../report/rules.js';

export function addRulesCommand(program: Command, cli: Cli): void {
  const { say } = cli;
  const command = program
    .command('rules')
    .description(say.rulesTable.description)
    .addOption(
      new Option('--format <format>', say.check.options.format)
        .choices(['text', 'json'])
        .default('text'),
    )
    .action(({ format }: { format: 'text' | 'json' }) => {
      const rules = allRules();
      cli.out(format === 'json' ? rulesJson(rules, say) : rulesText(rules, cli));
    });
  addExamples(command, cli, say.rulesTable.examples);
}
