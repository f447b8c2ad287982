/** What a command does where an earlier change of the archive was interrupted. */
import type { Cli } from '../../cli/context.js';
import { errorText } from '../../cli/error-text.js';
import type { JournalEntry } from '../../core/change/entry.js';
import { DanganError, isDanganError } from '../../errors.js';
import { finishEarlier } from '../../io/change/apply.js';
import { unfinishedEntry } from '../../io/change/journal.js';
import { applyOptions } from './carry-out.js';

/**
 * What `fix --write` does first: a change that was interrupted is carried to its end, and the user is told.
 *
 * @returns the entry that was finished.
 */
export async function settleEarlier(root: string, cli: Cli): Promise<JournalEntry | undefined> {
  const entry = await finishEarlier(root, applyOptions(cli));
  if (entry) cli.note(`${cli.say.change.fix.earlierFinished(entry)}\n`);
  return entry;
}

/**
 * What every other writing command does first, and `pack`: nobody asked them to carry an earlier change on.
 *
 * @throws {DanganError} JOURNAL_UNFINISHED
 */
export function refuseEarlier(root: string): void {
  const entry = unfinishedEntry(root);
  if (entry) throw new DanganError('JOURNAL_UNFINISHED', entry);
}

/** What a command that does not write says instead. */
export function noteEarlier(root: string, cli: Cli): void {
  const told = earlierTold(root, cli);
  if (told !== undefined) cli.note(`${cli.notePaint.yellow(told)}\n`);
}

function earlierTold(root: string, { say }: Cli): string | undefined {
  try {
    const entry = unfinishedEntry(root);
    return entry && say.change.fix.earlierUnfinished(entry);
  } catch (error) {
    if (!isDanganError(error)) throw error;
    // Nothing is to be written: what is asked can be told without the journal.
    return errorText(error, say)[0];
  }
}
