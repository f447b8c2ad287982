import type { Cli } from '../cli/context.js';
import type { Archive } from '../core/archive/types.js';
import type { Day } from '../core/system/types.js';
import { withKnown, type FilesAsked } from '../io/evidence/read-known.js';

/** `withKnown`, telling a person who waits how far it is: the second run finds what the first has read. */
export async function knownArchive(
  root: string,
  archive: Archive,
  today: Day,
  cli: Cli,
  asked?: FilesAsked,
): Promise<Archive> {
  const { threads, signal } = cli;
  const progress = readingProgress(cli);
  try {
    return await withKnown(root, archive, { today, threads, signal, onFile: progress.show }, asked);
  } finally {
    progress.end();
  }
}

/** One line on stderr that is written over; for people only, and only when it takes a while. */
function readingProgress(cli: Cli): { show: (done: number, all: number) => void; end: () => void } {
  const start = performance.now();
  let shown = false;
  return {
    show: (done, all) => {
      if (!cli.interactive || performance.now() - start < 500) return;
      shown = true;
      cli.note(`\r\u001b[K${cli.say.cli.reading({ done, all })}`);
    },
    end: () => {
      if (shown) cli.note('\r\u001b[K');
    },
  };
}
