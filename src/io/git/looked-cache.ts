/** What contents are, by their ids: what has been looked at once need not be again, in whatever commit it is. */
import { readCache, saveCache } from '../cache-file.js';
import type { LookedBlob } from './blob-looker.js';

/** The number goes up also when files are identified in another way. */
const CACHE = { path: '.dangan/cache/blobs', format: 'dangan/blobs@2' };
/** Besides those of the last run, so many are kept. */
const MOST_OTHERS = 50_000;

type Row = readonly [oid: string, looked: LookedBlob];

export function readLookedCache(root: string): readonly Row[] {
  return readCache(root, CACHE) as readonly Row[];
}

/** @param asked - Those of this run. */
export function saveLookedCache(
  root: string,
  looked: ReadonlyMap<string, LookedBlob>,
  asked: ReadonlySet<string>,
): void {
  const others = [...looked].filter(([oid]) => !asked.has(oid)).slice(-MOST_OTHERS);
  saveCache(root, CACHE, [...others, ...[...looked].filter(([oid]) => asked.has(oid))]);
}
