import type { Cli } from '../../cli/context.js';
import type { Archive } from '../../core/archive/types.js';
import type { ArchivePath } from '../../core/archive/paths.js';
import { asksForFooters } from '../../core/rules/content-footer-name/index.js';
import { filesWanted } from '../../core/rules/content-rules.js';
import type { AnyRuleId } from '../../core/rules/ids.js';
import type { ArchiveRule } from '../../core/rules/types.js';
import type { Day } from '../../core/system/types.js';
import { withKnown, type FilesAsked } from '../../io/evidence/read-known.js';
import type { Store } from '../../io/store/types.js';
import { fileProgress } from '../telling/file-progress.js';

interface Asked extends Partial<FilesAsked> {
  /** That will judge it: the files are looked at where one of them asks what they are. */
  readonly rules?: readonly ArchiveRule<AnyRuleId>[];
  /** Only these are told of by rules that judge a file alone. */
  readonly among?: ((path: ArchivePath) => boolean) | undefined;
}

/** `withKnown`, telling a person who waits how far it is: the second run finds what the first has read. */
export async function knownArchive(
  store: Store,
  archive: Archive,
  today: Day,
  cli: Cli,
  { rules = [], among, ...asked }: Asked = {},
): Promise<Archive> {
  const { threads, signal } = cli;
  const looked = filesWanted(rules, archive.settings);
  return telling(cli, (onFile) =>
    withKnown(store, archive, { today, threads, signal, looked, among, onFile }, asked),
  );
}

/**
 * With what stands in the footers of its documents, where the settings want to know.
 *
 * @param asked - On the command line: whatever the settings say.
 */
export async function withFooters(
  store: Store,
  archive: Archive,
  asked: boolean,
  cli: Cli,
): Promise<Archive> {
  if (!archive.known || (!asked && !asksForFooters(archive))) return archive;
  const { threads, signal } = cli;
  const footers = await telling(cli, (onFile) =>
    store.readFooters(archive, { threads, signal, onFile }),
  );
  return { ...archive, known: { ...archive.known, footers } };
}

/** Work on files, one after another, that shows how far it is. */
async function telling<Result>(
  cli: Cli,
  work: (onFile: (done: number, all: number) => void) => Promise<Result>,
): Promise<Result> {
  const progress = fileProgress(cli, 500);
  try {
    return await work((done, all) => progress.show(cli.say.cli.reading({ done, all }), done, all));
  } finally {
    progress.end();
  }
}
