import type { Cli } from '../cli/context.js';
import type { Archive } from '../core/archive/types.js';
import { asksForFooters } from '../core/rules/content-footer-name/index.js';
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

/**
 * With what stands in the footers of its documents, where the settings want to know.
 *
 * @param asked - On the command line: whatever the settings say.
 */
export async function withFooters(
  root: string,
  archive: Archive,
  asked: boolean,
  cli: Cli,
): Promise<Archive> {
  if (!archive.known || (!asked && !asksForFooters(archive))) return archive;
  const { readFooters } = await import('../io/stamp/read-footers.js');
  const { threads, signal } = cli;
  const progress = progressLine(cli, 500);
  const onFile = (done: number, all: number) => progress.show(cli.say.cli.reading({ done, all }));
  try {
    const footers = await readFooters(root, archive, { threads, signal, onFile });
    return { ...archive, known: { ...archive.known, footers } };
  } finally {
    progress.end();
  }
}
