import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { Cli } from '../cli/context.js';
import { addExamples } from '../cli/help.js';
import type { JournalEntry } from '../core/change/entry.js';
import { DanganError } from '../errors.js';
import { journalRoot } from '../io/archive/journal-root.js';
import { entryNamed, readChanges } from '../io/change/journal.js';
import { leave, undo, type Blocked } from '../io/change/undo.js';
import { logJson } from '../report/log-text.js';
import { printable } from '../report/printable.js';
import { undoText, type TookBack } from '../report/undo-text.js';
import { formatOption } from './options/format.js';
import { applyOptions } from './changing/carry-out.js';

interface UndoOptions {
  readonly format: 'text' | 'json';
  readonly leave?: boolean;
  readonly skip?: boolean;
  readonly edited?: boolean;
  readonly all?: boolean;
}

/** Whole, or only the day, or the number in it. */
const ID = /^(?:\d{4}-\d\d-\d\d(?:-\d+)?|\d+)$/;

const isWord = (text: string) => /^[\w-]+$/.test(text);

export function addUndoCommand(program: Command, cli: Cli): void {
  const { undo: say } = cli.say.change;
  const command = program
    .command('undo')
    .description(say.description)
    .argument('[id]', say.options.id)
    .argument('[archive]', say.options.archive)
    .option('--skip', say.options.skip)
    .option('--edited', say.options.edited)
    .option('--leave', say.options.leave)
    .option('--all', say.options.all)
    .addOption(formatOption(say.options.format))
    .action((first: string | undefined, second: string | undefined, options: UndoOptions) => {
      const named = first !== undefined && ID.test(first) && !existsSync(resolve(cli.cwd, first));
      // A word that is neither would be told as a folder that is missing.
      if (!named && first !== undefined && isWord(first) && !existsSync(resolve(cli.cwd, first)))
        throw new DanganError('ENTRY_NOT_FOUND', { id: first });
      const [id, archive] = named ? [first, second] : [undefined, first];
      return takeBack(id, archive ?? '.', options, cli);
    });
  addExamples(command, cli, say.examples);
}

export async function takeBack(
  id: string | undefined,
  archive: string,
  options: UndoOptions,
  cli: Cli,
): Promise<void> {
  const root = journalRoot(resolve(cli.cwd, archive));
  const most = options.all === true ? Infinity : 5;
  const entry = options.leave
    ? await leave(root, id, applyOptions(cli))
    : await undo(root, id, {
        ...applyOptions(cli),
        skip: options.skip,
        edited: options.edited,
        most,
        onSkipped: (blocked) => cli.note(skippedText(blocked, most, cli)),
      });
  const { left, inLedger } = cli.say.change.undo;
  if (options.format === 'json') cli.out(logJson([entry]));
  else if (options.leave) cli.out(`${left({ id: entry.id })}\n`);
  else cli.out(undoText(tookBack(root, entry), options.all === true, cli));
  if (options.leave === true) return;
  const { leftAfter } = await import('./undo/ledgers.js');
  for (const { path, count, by } of leftAfter(root, entry)) {
    cli.note(`${inLedger({ path: printable(path), count, by, id: entry.id })}\n`);
  }
}

/** The undo with what it took back. */
function tookBack(root: string, entry: JournalEntry): TookBack {
  const { undoes = '' } = entry;
  return { entry, was: entryNamed(root, undoes), changes: readChanges(root, undoes) };
}

function skippedText(blocked: readonly Blocked[], most: number, cli: Cli): string {
  const { skippedHead, skipped, skippedMore } = cli.say.change.undo;
  const rest = blocked.length - most;
  return [
    skippedHead({ count: blocked.length }),
    ...blocked.slice(0, most).map(({ because, path }) => `  ${skipped[because]({ path })}`),
    ...(rest > 0 ? [`  ${skippedMore({ count: rest })}`] : []),
    '',
  ].join('\n');
}
