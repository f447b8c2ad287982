/** What is known of the contents of files that have not been written to since. */
import type { ArchivePath } from '../../core/archive/paths.js';
import type { ContentFacts } from '../../core/evidence/types.js';
import { readCache, saveCache } from '../cache-file.js';
import type { Identity } from '../identity.js';
import { found } from './found.js';
import type { Wanted } from './read-task.js';

/** From the archive's folder. */
export const FACTS_CACHE = '.dangan/cache/facts';
const CACHE = { path: FACTS_CACHE, format: 'dangan/facts@6' };

export interface KnownFile {
  readonly identity: Identity;
  readonly facts: ContentFacts;
  /** What it was read for. */
  readonly wanted: Wanted;
}

/** What is not known is left out of the facts. */
type Row = readonly [
  path: string,
  sizeBytes: number,
  mtimeNs: string,
  inode: string,
  wanted: Wanted,
  facts: Partial<ContentFacts>,
];

export function readFactsCache(root: string): ReadonlyMap<ArchivePath, KnownFile> {
  const rows = readCache(root, CACHE) as readonly Row[];
  return new Map(rows.map((row) => [row[0], knownFile(row)]));
}

export function saveFactsCache(root: string, files: ReadonlyMap<ArchivePath, KnownFile>): void {
  saveCache(
    root,
    CACHE,
    [...files].map(([path, known]) => rowOf(path, known)),
  );
}

function rowOf(path: ArchivePath, { identity, facts, wanted }: KnownFile): Row {
  const { sizeBytes, mtimeNs, inode } = identity;
  return [path, sizeBytes, mtimeNs, inode, wanted, facts];
}

function knownFile([, sizeBytes, mtimeNs, inode, wanted, facts]: Row): KnownFile {
  return { identity: { sizeBytes, mtimeNs, inode }, wanted, facts: found(facts) };
}
