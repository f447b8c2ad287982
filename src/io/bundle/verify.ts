/** Judge a bundle where it lies. Reads, never writes. */
import {
  algorithmsOf,
  judgeBundle,
  refusedBundle,
  type VerifyReport,
} from '../../core/bundle/judge.js';
import { isTagText, parseBag, type Bag } from '../../core/bundle/bag.js';
import { parseIndex } from '../../core/bundle/parse-index.js';
import { DEFAULT_LIMITS } from '../../core/bundle/zip/directory.js';
import { DanganError } from '../../errors.js';
import { DigestTable } from '../digest/table.js';
import { breathing, type Threads } from '../threads.js';
import { findBag, openBundle, withListed, type BagSource, type FoundBag } from './source.js';

export interface VerifyOptions {
  readonly threads: Threads;
  readonly signal?: AbortSignal;
  readonly onProgress?: (doneBytes: number, totalBytes: number) => void;
}

/** A bundle that was read, still at hand to be unpacked. */
export interface Verified {
  readonly report: VerifyReport;
  readonly source: BagSource;
  readonly found: FoundBag | undefined;
  readonly table: DigestTable | undefined;
}

/** Longest tag file that is read: manifests of a million files are shorter. */
const TAG_BYTES = 256 * 2 ** 20;

/** @param path - Absolute; of a zip, or of a folder that is a bag or holds one. */
export async function verifyBundle(path: string, options: VerifyOptions): Promise<Verified> {
  const source = openBundle(path, DEFAULT_LIMITS);
  if (source.refusals.length > 0) {
    const report = refusedBundle(source.refusals);
    return { report, source, found: undefined, table: undefined };
  }
  const at = findBag(source);
  if (at === undefined) throw new DanganError('BUNDLE_NOT_A_BAG', { path });
  const bag = readBag(source, at);
  const listed = bag.manifests.flatMap(({ entries }) => entries.map((entry) => entry.path));
  const found = { ...at, files: withListed(at.files, listed) };
  // The index is in SHA-256 whatever the manifests are in.
  const isIndexed = found.files.rows.has('index.json');
  const algorithms = new Set([...algorithmsOf(bag), ...(isIndexed ? ['sha256' as const] : [])]);
  const table = DigestTable.of([...algorithms], source.listed.length);
  await digest(source, table, options);
  const index = isIndexed ? readIndex(source, found) : undefined;
  const facts = { bag, files: found.files, digests: table, index };
  return { report: judgeBundle(facts), source, found, table };
}

async function digest(
  source: BagSource,
  table: DigestTable,
  { threads, signal, onProgress }: VerifyOptions,
): Promise<void> {
  const pause = breathing(() => onProgress?.(table.doneBytes, source.totalBytes), signal);
  await source.digestAll(table, undefined, threads, pause);
}

function readBag(source: BagSource, found: FoundBag): Bag {
  const texts = new Map<string, Uint8Array>();
  for (const [path, row] of found.files.rows) {
    if (!isTagText(path)) continue;
    const bytes = source.readWhole(row, TAG_BYTES);
    // One that cannot be read is told when it is digested; here it is as good as empty.
    texts.set(path, bytes ?? new Uint8Array());
  }
  return parseBag(texts);
}

function readIndex(source: BagSource, found: FoundBag) {
  const row = found.files.rows.get('index.json');
  const bytes = row === undefined ? undefined : source.readWhole(row, TAG_BYTES);
  return bytes && parseIndex(bytes);
}
