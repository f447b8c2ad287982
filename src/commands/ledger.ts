import type { Command } from 'commander';
import type { Cli } from '../cli/context.js';
import { addExamples, helpAlone } from '../cli/help.js';
import { addLedgerExempt } from './ledger/exempt.js';
import { addLedgerExport } from './ledger/export.js';
import { addLedgerImport } from './ledger/import.js';
import { addLedgerSet } from './ledger/set.js';

export function addLedgerCommand(program: Command, cli: Cli): void {
  const say = cli.say.ledger;
  const ledger = program.command('ledger').description(say.description);
  helpAlone(ledger, cli);
  addExamples(ledger, cli, say.examples);
  addLedgerSet(ledger, cli);
  addLedgerExport(ledger, cli);
  addLedgerImport(ledger, cli);
  addLedgerExempt(ledger, cli);
}
