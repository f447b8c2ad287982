/** What the files of a commit, or of the index, really are. Each content is looked at once, wherever it lies. */
import { setImmediate } from 'node:timers/promises';
import type { ArchivePath } from '../../core/archive/types.js';
import type { FileFacts } from '../../core/documents/types.js';
import type { Waiting } from '../store/types.js';
import { lookingSink, type LookedBlob } from './blob-looker.js';
import type { BlobFiles } from './blob-files.js';
import { readLookedCache, saveLookedCache } from './looked-cache.js';

/** So many are asked for at once. */
const AT_ONCE = 64;

export async function identifyBlobs(
  paths: readonly ArchivePath[],
  { blobs, oids, isLfs, cacheAt }: BlobFiles,
  { signal, onFile }: Waiting,
): Promise<ReadonlyMap<ArchivePath, FileFacts>> {
  const looked = new Map(cacheAt === undefined ? [] : readLookedCache(cacheAt));
  const asked = paths.flatMap((path) => oids.get(path) ?? []);
  const unseen = [...new Set(asked)].filter((oid) => !looked.has(oid));
  let done = 0;
  const look = async (oid: string) => {
    looked.set(oid, await blobs.read(oid, lookingSink()));
    done += 1;
    onFile?.(done, unseen.length);
  };
  try {
    for (let at = 0; at < unseen.length; at += AT_ONCE) {
      await Promise.all(unseen.slice(at, at + AT_ONCE).map(look));
      await setImmediate();
      signal?.throwIfAborted();
    }
  } finally {
    // After Ctrl-C, too: the next run goes on from there.
    if (cacheAt !== undefined && done > 0) saveLookedCache(cacheAt, looked, new Set(asked));
  }
  const found = new Map<ArchivePath, FileFacts>();
  for (const path of paths) {
    const oid = oids.get(path);
    const blob = oid === undefined ? undefined : looked.get(oid);
    if (oid !== undefined && blob) found.set(path, factsOf(blob, oid, isLfs(path)));
  }
  return found;
}

/** That two files hold the same is told by the ids of their contents. */
function factsOf({ pointer, ...blob }: LookedBlob, oid: string, isElsewhere: boolean): FileFacts {
  if (pointer && isElsewhere) {
    const { sha256, sizeBytes } = pointer;
    return { format: undefined, marks: [], sizeBytes, sha256, isUnseen: true };
  }
  return { ...blob, sha256: blob.marks.some((mark) => NOT_THERE.has(mark)) ? undefined : oid };
}

/** What is empty, or elsewhere, is no copy of anything. */
const NOT_THERE: ReadonlySet<string> = new Set(['empty', 'pointer', 'placeholder']);
