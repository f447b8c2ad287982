import type { Command } from 'commander';
import type { Cli } from '../cli/context.js';
import { addExamples } from '../cli/help.js';
import { allRules } from '../core/rules/all-rules.js';
import { RULE_IDS } from '../core/rules/ids.js';
import { rulesNamed } from '../core/rules/named.js';
import { ownRule } from '../core/own-rules/own-rule.js';
import { nearestByParts } from '../core/text.js';
import { DanganError } from '../errors.js';
import { readRulePage } from '../io/read-rule-page.js';
import { ownRulesHere } from './reading/own-rules-here.js';
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
async function explain(word: string, cli: Cli): Promise<void> {
  const { say, columns, paint } = cli;
  const id = word.toLowerCase();
  const style = { say, columns, paint };
  const rule = allRules().find((each) => each.id === id);
  if (rule) {
    const page = pageParts(readRulePage(rule.id), cli.language === 'en' ? 'English' : '中文');
    cli.out(rulePageText(rule, page, style));
    return;
  }
  const rules = await ownRulesHere(cli);
  const own = rules.find((each) => each.id === id.normalize('NFC'));
  if (!own) {
    const ids = [...RULE_IDS, ...rules.map((each) => each.id)];
    const area = rulesNamed(id, RULE_IDS);
    throw new DanganError('RULE_UNKNOWN', {
      rule: word,
      nearest: area.length > 0 ? undefined : nearestByParts(id, ids),
      area,
    });
  }
  const { ownRulePage } = await import('../report/own-rule-page.js');
  cli.out(rulePageText(ownRule(own), ownRulePage(own, say), style));
}
