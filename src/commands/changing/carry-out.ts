import type { Cli } from '../../cli/context.js';
import type { JournalEntry } from '../../core/change/entry.js';
import type { Change } from '../../core/change/types.js';
import { applyPlan } from '../../io/change/apply.js';
import type { ApplyOptions } from '../../io/change/options.js';
import { byteProgress } from '../telling/byte-progress.js';

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
