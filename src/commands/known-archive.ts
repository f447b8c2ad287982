import type { Cli } from '../cli/context.js';
import type { Archive } from '../core/archive/types.js';
import type { Day } from '../core/system/types.js';
import { withKnown, type FilesAsked } from '../io/evidence/read-known.js';
import { progressLine } from './progress-line.js';

/** `withKnown`, telling a person who waits how far it is: the second run finds what the first has read. */
export async function knownArchive(
  root: string,
  archive: Archive,
  today: Day,
  cli: Cli,
  asked?: FilesAsked,
): Promise<Archive> {
  const { threads, signal } = cli;
  const progress = progressLine(cli, 500);
  const onFile = (done: number, all: number) => progress.show(cli.say.cli.reading({ done, all }));
  try {
    return await withKnown(root, archive, { today, threads, signal, onFile }, asked);
  } finally {
    progress.end();
  }
}
