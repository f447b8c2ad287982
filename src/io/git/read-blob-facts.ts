/** What the files of a commit, or of the index, say of themselves: threads are handed what they hold. */
import { posix } from 'node:path';
import type { ArchivePath } from '../../core/archive/paths.js';
import type { ContentFacts } from '../../core/evidence/types.js';
import { readCache, saveCache } from '../cache-file.js';
import { found } from '../facts/found.js';
import { readersFor, tells, UNREADABLE, upTo, type FactsOptions } from '../facts/read-facts.js';
import type { ReadTask, Wanted } from '../facts/read-task.js';
import { runAll } from '../threads/run-all.js';
import { sizesOf } from './blobs.js';
import type { BlobFiles } from './blob-files.js';

/** The number goes up whenever something is read in another way. */
const CACHE = { path: '.dangan/cache/blob-facts', format: 'dangan/blob-facts@2' };
/** A thread would need several times as much memory. */
const LONGEST_BYTES = 128 * 2 ** 20;
/** Besides those of the last run, so many are kept. */
const MOST_OTHERS = 20_000;

interface KnownFacts {
  readonly wanted: Wanted;
  readonly facts: ContentFacts;
}

/** The id of the contents with the extension, which tells how a text is read. */
type Key = string;
type Row = readonly [key: Key, wanted: Wanted, facts: Partial<ContentFacts>];

interface UnreadBlob {
  readonly key: Key;
  readonly oid: string;
  readonly path: ArchivePath;
  /** Of Git LFS, on this disk. */
  readonly object: string | undefined;
}

/**
 * As `readFacts`, of files in git.
 *
 * @returns Each of `paths`; what is too large for a thread, or is kept elsewhere, as unreadable.
 */
export async function readBlobFacts(
  paths: readonly ArchivePath[],
  { blobs, cwd, oids, pointerAt, objectOf, cacheAt }: BlobFiles,
  options: Omit<FactsOptions, 'cache'>,
): Promise<ReadonlyMap<ArchivePath, ContentFacts>> {
  const { wanted = 'text', today, signal, onFile } = options;
  const known = new Map(cacheAt === undefined ? [] : readKnown(cacheAt));
  const keys = new Map<ArchivePath, Key>();
  const unread = new Map<Key, UnreadBlob>();
  const sizes = await sizesOf(new Set(paths.flatMap((path) => oids.get(path) ?? [])), cwd);
  for (const path of paths) {
    const oid = oids.get(path);
    if (oid === undefined || (sizes.get(oid) ?? 0) > LONGEST_BYTES) continue;
    const pointer = await pointerAt(path, sizes.get(oid));
    const object = pointer && objectOf(pointer);
    // What is kept elsewhere, nobody can read here.
    if (pointer && object === undefined) continue;
    const key: Key = `${oid}${posix.extname(path).toLowerCase()}`;
    keys.set(path, key);
    const facts = known.get(key);
    if (!facts || !tells(facts, wanted)) unread.set(key, { key, oid, path, object });
  }
  const taskOf = async ({ oid, path, object }: UnreadBlob): Promise<ReadTask> =>
    object === undefined
      ? { path, wanted, bytes: await blobs.bytes(oid) }
      : { path: object, wanted };
  let done = 0;
  try {
    const threads = readersFor(unread.size, options);
    await runAll([...unread.values()], { threads, signal, taskOf }, ({ key }, answer) => {
      // One that takes too long, or a thread with it, may be read the next time.
      if (typeof answer === 'object') known.set(key, { wanted, facts: answer });
      done += 1;
      onFile?.(done, unread.size);
    });
  } finally {
    if (cacheAt !== undefined && done > 0) saveKnown(cacheAt, known, new Set(keys.values()));
  }
  return new Map(
    paths.map((path) => {
      const facts = known.get(keys.get(path) ?? '')?.facts ?? UNREADABLE;
      return [path, upTo(today, facts)] as const;
    }),
  );
}

function readKnown(root: string): [Key, KnownFacts][] {
  const rows = readCache(root, CACHE) as readonly Row[];
  return rows.map(([key, wanted, facts]) => [key, { wanted, facts: found(facts) }]);
}

function saveKnown(
  root: string,
  known: ReadonlyMap<Key, KnownFacts>,
  asked: ReadonlySet<Key>,
): void {
  const rowOf = ([key, { wanted, facts }]: readonly [Key, KnownFacts]): Row => [key, wanted, facts];
  const others = [...known].filter(([key]) => !asked.has(key)).slice(-MOST_OTHERS);
  const own = [...known].filter(([key]) => asked.has(key));
  saveCache(root, CACHE, [...others, ...own].map(rowOf));
}
