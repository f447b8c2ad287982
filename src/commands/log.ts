import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { Cli } from '../cli/context.js';
import { addExamples } from '../cli/help.js';
import { touchedBy } from '../core/change/entry.js';
import { journalRoot } from '../io/archive/journal-root.js';
import { readChanges, readJournal } from '../io/change/journal.js';
import { logJson, logText, type LogEntry } from '../report/log-text.js';
import { formatOption } from './options/format.js';

export function addLogCommand(program: Command, cli: Cli): void {
  const { log: say } = cli.say.change;
  const command = program
    .command('log')
    .description(say.description)
    .argument('[archive]', say.options.archive, '.')
    .addOption(formatOption(say.options.format))
    .action((archive: string, { format }: { format: 'text' | 'json' }) =>
      log(archive, format, cli),
    );
  addExamples(command, cli, say.examples);
}

export function log(archive: string, format: 'text' | 'json', cli: Cli): void {
  const root = journalRoot(resolve(cli.cwd, archive));
  const entries = readJournal(root).map((entry): LogEntry => {
    return { ...entry, touched: touchedBy(readChanges(root, entry.id)) };
  });
  cli.out(format === 'json' ? logJson(entries) : logText(entries, cli));
}
