/**
 * What is known of the contents of files that have not been written to since: `.dangan/cache/facts`. Its first line has
 * the format and the CRC-32 of the rest. It may be removed at any time; one that is damaged, or of another version of
 * the program that reads files, is as good as none.
 */
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { crc32 } from 'node:zlib';
import type { ArchivePath } from '../../core/archive/types.js';
import type { ContentFacts } from '../../core/evidence/types.js';
import type { Identity } from '../identity.js';
import { removeLeftovers } from '../leftovers.js';
import { found } from './found.js';
import type { Wanted } from './read-task.js';

/** From the archive's folder. */
export const FACTS_CACHE = '.dangan/cache/facts';
/** The number goes up whenever a file is read in another way. */
const FORMAT = 'dangan/facts@4';

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
  try {
    const bytes = readFileSync(join(root, FACTS_CACHE));
    const end = bytes.indexOf('\n');
    if (bytes.toString('latin1', 0, end) !== headOf(bytes.subarray(end + 1))) return new Map();
    const rows = JSON.parse(bytes.toString('utf8', end + 1)) as readonly Row[];
    return new Map(rows.map((row) => [row[0], knownFile(row)]));
  } catch {
    return new Map();
  }
}

/** What cannot be written is done without: the files are read again the next time. */
export function saveFactsCache(root: string, files: ReadonlyMap<ArchivePath, KnownFile>): void {
  const path = join(root, FACTS_CACHE);
  const rows = [...files].map(([name, known]) => JSON.stringify(rowOf(name, known)));
  const body = Buffer.from(`[${rows.join(',\n')}]\n`);
  try {
    const folder = dirname(path);
    mkdirSync(folder, { recursive: true });
    removeLeftovers(folder, DRAFT);
    const draft = join(folder, `${DRAFT}${process.pid}`);
    writeFileSync(draft, Buffer.concat([Buffer.from(`${headOf(body)}\n`), body]));
    renameSync(draft, path);
  } catch {
    // A stick that is read-only, or full.
  }
}

const DRAFT = 'facts-';

function headOf(body: Buffer): string {
  return `${FORMAT} ${crc32(body).toString(16).padStart(8, '0')}`;
}

function rowOf(path: ArchivePath, { identity, facts, wanted }: KnownFile): Row {
  const { sizeBytes, mtimeNs, inode } = identity;
  return [path, sizeBytes, mtimeNs, inode, wanted, facts];
}

function knownFile([, sizeBytes, mtimeNs, inode, wanted, facts]: Row): KnownFile {
  return { identity: { sizeBytes, mtimeNs, inode }, wanted, facts: found(facts) };
}
