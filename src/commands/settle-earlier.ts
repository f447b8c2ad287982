import type { Cli } from '../cli/context.js';
import { errorText } from '../cli/error-text.js';
import type { JournalEntry } from '../core/change/entry.js';
import type { Change } from '../core/change/types.js';
import { DanganError, isDanganError } from '../errors.js';
import { applyPlan, finishEarlier } from '../io/change/apply.js';
import { unfinishedEntry } from '../io/change/journal.js';
import type { ApplyOptions } from '../io/change/options.js';
import { byteProgress } from './telling/byte-progress.js';

/** How a command applies a plan: with the day, Ctrl-C, and progress where a person is looking. */
export function applyOptions(cli: Cli): ApplyOptions {
  const { today, signal, interactive, say } = cli;
  if (!interactive) return { today, signal };
  let last = 0;
  return {
    today,
    signal,
    reading: byteProgress(cli, say.change.fix.reading),
    copying: byteProgress(cli, say.change.fix.copying),
    onProgress(done, total) {
      const share = Math.floor((done * 100) / total);
      if (total < 200 || share === last) return;
      last = share;
      cli.note(`\r${say.change.fix.progress({ done, total })}${done === total ? '\n' : ''}`);
    },
  };
}

/** Change an archive, as a command does it. @returns the entry; `undefined` when there is nothing to do. */
export function carryOut(
  root: string,
  changes: readonly Change[],
  verb: string,
  cli: Cli,
): Promise<JournalEntry | undefined> {
  return applyPlan(root, { changes }, { ...applyOptions(cli), verb });
}

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
