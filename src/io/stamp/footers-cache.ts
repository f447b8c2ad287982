/** What stood in the footers of documents that nobody has written to since. */
import type { ArchivePath } from '../../core/archive/paths.js';
import type { FooterFound } from '../../core/stamp/types.js';
import { readCache, saveCache } from '../cache-file.js';
import type { Identity } from '../identity.js';

const CACHE = { path: '.dangan/cache/footers', format: 'dangan/footers@2' };

export interface KnownFooters {
  readonly identity: Identity;
  readonly found: FooterFound;
}

/** `null`: it cannot be read. */
type Row = readonly [path: string, identity: Identity, found: NonNullable<FooterFound> | null];

export function readFootersCache(root: string): ReadonlyMap<ArchivePath, KnownFooters> {
  const rows = readCache(root, CACHE) as readonly Row[];
  return new Map(
    rows.map(([path, identity, found]) => [path, { identity, found: found ?? undefined }]),
  );
}

export function saveFootersCache(
  root: string,
  documents: ReadonlyMap<ArchivePath, KnownFooters>,
): void {
  const rows = [...documents].map(([path, { identity, found }]): Row => {
    return [path, identity, found ?? null];
  });
  saveCache(root, CACHE, rows);
}
