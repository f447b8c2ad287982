/** What the files of a commit, or of the index, really are. Each content is looked at once, wherever it lies. */
import { lstatSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import type { ArchivePath } from '../../core/archive/paths.js';
import type { FileFacts } from '../../core/documents/types.js';
import type { LfsPointer } from '../../core/git/lfs-pointer.js';
import { FileLooker } from '../facts/file-looker.js';
import type { IdentifyOptions } from '../store/types.js';
import { EMPTY } from './list-index.js';
import { lookingSink, type LookedBlob } from './blob-looker.js';
import type { BlobFiles } from './blob-files.js';
import { readLookedCache, saveLookedCache } from './looked-cache.js';

/** So many are asked for at once. */
const AT_ONCE = 64;

export async function identifyBlobs(
  paths: readonly ArchivePath[],
  files: BlobFiles,
  { signal, onFile, among = () => true }: Omit<IdentifyOptions, 'digests'>,
): Promise<ReadonlyMap<ArchivePath, FileFacts>> {
  const { blobs, oids, cacheAt } = files;
  const looked = new Map(cacheAt === undefined ? [] : readLookedCache(cacheAt));
  const asked = paths.flatMap((path) => (among(path) ? (oids.get(path) ?? []) : []));
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
  const looker = new FileLooker();
  for (const path of paths) {
    const oid = oids.get(path);
    if (oid === undefined) continue;
    const blob = looked.get(oid);
    if (!blob) found.set(path, { ...UNSEEN, sha256: EMPTY.has(oid) ? undefined : oid });
    else if (blob.pointer && files.isLfs(path)) {
      found.set(path, keptByLfs(blob.pointer, files.objectOf(blob.pointer), looker));
    } else found.set(path, factsOf(blob, oid));
  }
  return found;
}

/** Nobody asked what it is. */
const UNSEEN = { format: undefined, marks: [], sizeBytes: 0, isUnseen: true } as const;

/** Told by the pointer; what it is, too, where this clone has it. */
function keptByLfs(
  { sha256, sizeBytes }: LfsPointer,
  object: string | undefined,
  looker: FileLooker,
): FileFacts {
  const stats = object === undefined ? undefined : lstatSync(object, { throwIfNoEntry: false });
  if (object === undefined || !stats) return { ...UNSEEN, sizeBytes, sha256 };
  const { format, marks } = looker.look(object, stats);
  return { format, marks, sizeBytes, sha256 };
}

/** That two files hold the same is told by the ids of their contents. */
function factsOf({ format, marks, sizeBytes }: LookedBlob, oid: string): FileFacts {
  const isThere = !marks.some((mark) => NOT_THERE.has(mark));
  return { format, marks, sizeBytes, sha256: isThere ? oid : undefined };
}

/** What is empty, or elsewhere, is no copy of anything. */
const NOT_THERE: ReadonlySet<string> = new Set(['empty', 'pointer', 'placeholder']);
