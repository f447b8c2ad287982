/** What an archive is judged with besides its tree. */
import type { Archive } from '../../core/archive/types.js';
import type { ArchivePath } from '../../core/archive/paths.js';
import { factsWanted } from '../../core/evidence/facts-wanted.js';
import type { ContentFacts, Known } from '../../core/evidence/types.js';
import type { FilesWanted } from '../../core/rules/content-rules.js';
import { judgedPaths } from '../../core/rules/contents.js';
import type { FactsOptions } from '../facts/read-facts.js';
import type { Wanted } from '../facts/read-task.js';
import { readLedgers } from '../ledger/read-ledgers.js';
import { readScores } from '../scoring/read-scores.js';
import type { Store } from '../store/types.js';

/** `today`: the day that it is judged on. */
type KnownOptions = Omit<FactsOptions, 'cache' | 'limits' | 'wanted'> & {
  /** What the rules have to know of the files themselves; nothing when left out. */
  readonly looked?: FilesWanted;
  /** Of all but these is only asked whether they are the same as others. */
  readonly among?: ((path: ArchivePath) => boolean) | undefined;
};

/** Which files are opened, given an archive with its ledgers; and for what. */
export interface FilesAsked {
  readonly files: (archive: Archive) => readonly ArchivePath[];
  readonly wanted: Wanted;
}

/**
 * The archive with its ledgers and scores, and with what is in those of its files that have to be opened: nothing is
 * where names and ledgers tell all that decides.
 */
export async function withKnown(
  store: Store,
  archive: Archive,
  options: KnownOptions,
  { files: filesToOpen = factsWanted, wanted = 'text' }: Partial<FilesAsked> = {},
): Promise<Archive> {
  const { today } = options;
  const { ledgers } = await readLedgers(store, archive);
  const scores = await readScores(store, archive.system);
  const files = options.looked?.any ? await lookedAt(store, archive, options) : undefined;
  const known: Known = { today, ledgers, facts: NO_FACTS, scores, ...(files && { files }) };
  const named: Archive = { ...archive, known };
  const paths = filesToOpen(named);
  if (paths.length === 0) return named;
  const facts = await store.readFacts(paths, { ...options, wanted });
  return { ...archive, known: { ...known, facts } };
}

/** What the files of the tree really are; those that nobody wrote to since the last time are not opened. */
export function lookedAt(
  store: Store,
  archive: Archive,
  { looked, among, signal, onFile }: Pick<KnownOptions, 'looked' | 'among' | 'signal' | 'onFile'>,
): Promise<NonNullable<Known['files']>> {
  const digests = looked?.digests === true;
  return store.identify(judgedPaths(archive), { digests, among, signal, onFile });
}

const NO_FACTS: ReadonlyMap<string, ContentFacts> = new Map();
