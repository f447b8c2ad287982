import type { Command } from 'commander';
import type { Cli } from '../cli/context.js';
import { addLedgerExport } from './ledger-export.js';
import { addLedgerImport } from './ledger-import.js';

export function addLedgerCommand(program: Command, cli: Cli): void {
  const ledger = program.command('ledger').description(cli.say.ledgerSheet.description);
  addLedgerExport(ledger, cli);
  addLedgerImport(ledger, cli);
}
