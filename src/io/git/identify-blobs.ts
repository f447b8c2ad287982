/** What the files of a commit, or of the index, really are. Each content is looked at once, wherever it lies. */
import { lstatSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import type { ArchivePath } from '../../core/archive/paths.js';
import type { FileFacts } from '../../core/documents/types.js';
import { FileLooker } from '../facts/file-looker.js';
import type { IdentifyOptions } from '../store/types.js';
import { EMPTY } from './list-index.js';
import { lookingSink, type LookedBlob } from './blob-looker.js';
import type { BlobFiles } from './blob-files.js';
import { readLookedCache, saveLookedCache } from './looked-cache.js';

/** So many are asked for at once. */
const AT_ONCE = 64;

/** As `identifyFiles`, of files in git: what is in several places is looked at once. */
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
    else found.set(path, keptByLfs(path, blob, files, looker) ?? factsOf(blob, oid));
  }
  return found;
}

/** Nobody asked what it is. */
const UNSEEN = { format: undefined, marks: [], sizeBytes: 0, isUnseen: true } as const;

/** Of a file that Git LFS keeps what this clone has; where it has none, there is a pointer, as there is on the disk. */
function keptByLfs(
  path: ArchivePath,
  { pointer }: LookedBlob,
  { isLfs, objectOf }: BlobFiles,
  looker: FileLooker,
): FileFacts | undefined {
  if (!pointer || !isLfs(path)) return undefined;
  const object = objectOf(pointer);
  const stats = object === undefined ? undefined : lstatSync(object, { throwIfNoEntry: false });
  if (object === undefined || !stats) return undefined;
  const { format, marks } = looker.look(object, stats);
  return { format, marks, sizeBytes: pointer.sizeBytes, sha256: pointer.sha256 };
}

/** That two files hold the same is told by the ids of their contents. */
function factsOf({ format, marks, sizeBytes }: LookedBlob, oid: string): FileFacts {
  const isThere = !marks.some((mark) => NOT_THERE.has(mark));
  return { format, marks, sizeBytes, sha256: isThere ? oid : undefined };
}

/** What is empty, or elsewhere, is no copy of anything. */
const NOT_THERE: ReadonlySet<string> = new Set(['empty', 'pointer', 'placeholder']);
