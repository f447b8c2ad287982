import type { Command } from 'commander';
import type { Cli } from '../cli/context.js';
import { addExamples } from '../cli/help.js';
import { allRules } from '../core/rules/all-rules.js';
import { RULE_IDS } from '../core/rules/ids.js';
import { nearestByParts } from '../core/text.js';
import { DanganError } from '../errors.js';
import { readRulePage } from '../io/read-rule-page.js';
import { pageParts, rulePageText } from '../report/rule-page.js';

export function addExplainCommand(program: Command, cli: Cli): void {
  const { explain: say } = cli.say;
  const command = program
    .command('explain')
    .description(say.description)
    .argument('<rule>', say.rule)
    .action((rule: string) => explain(rule, cli));
  addExamples(command, cli, say.examples);
}

/** Show what a rule asks for, why, and what to do. */
function explain(id: string, cli: Cli): void {
  const { say, columns, paint } = cli;
  const rule = allRules().find((each) => each.id === id.toLowerCase());
  if (!rule) {
    throw new DanganError('RULE_UNKNOWN', {
      rule: id,
      nearest: nearestByParts(id.toLowerCase(), RULE_IDS),
    });
  }
  const page = pageParts(readRulePage(rule.id), cli.language === 'en' ? 'English' : '中文');
  cli.out(rulePageText(rule, page, { say, columns, paint }));
}
