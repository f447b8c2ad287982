/**
 * What stood in the footers of documents that nobody has written to since: `.dangan/cache/footers`. Its first line has the
 * format and the CRC-32 of the rest. It may be removed at any time; one that is damaged is as good as none.
 */
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { crc32 } from 'node:zlib';
import type { ArchivePath } from '../../core/archive/types.js';
import type { FooterFound } from '../../core/stamp/types.js';
import type { Identity } from '../identity.js';
import { removeLeftovers } from '../leftovers.js';

const PLACE = '.dangan/cache/footers';
/** The number goes up whenever footers are read in another way. */
const FORMAT = 'dangan/footers@1';
const DRAFT = 'footers-';

export interface KnownFooters {
  readonly identity: Identity;
  readonly found: FooterFound;
}

/** `null`: it cannot be read. */
type Row = readonly [path: string, identity: Identity, found: NonNullable<FooterFound> | null];

export function readFootersCache(root: string): ReadonlyMap<ArchivePath, KnownFooters> {
  try {
    const text = readFileSync(join(root, PLACE), 'utf8');
    const end = text.indexOf('\n');
    const body = text.slice(end + 1);
    if (text.slice(0, end) !== headOf(body)) return new Map();
    const rows = JSON.parse(body) as readonly Row[];
    return new Map(
      rows.map(([path, identity, found]) => [path, { identity, found: found ?? undefined }]),
    );
  } catch {
    return new Map();
  }
}

/** What cannot be written is done without: the documents are opened again the next time. */
export function saveFootersCache(
  root: string,
  documents: ReadonlyMap<ArchivePath, KnownFooters>,
): void {
  const rows = [...documents].map(([path, { identity, found }]): Row => {
    return [path, identity, found ?? null];
  });
  const body = `[${rows.map((row) => JSON.stringify(row)).join(',\n')}]\n`;
  const path = join(root, PLACE);
  try {
    const folder = dirname(path);
    mkdirSync(folder, { recursive: true });
    removeLeftovers(folder, DRAFT);
    const draft = join(folder, `${DRAFT}${process.pid}`);
    writeFileSync(draft, `${headOf(body)}\n${body}`);
    renameSync(draft, path);
  } catch {
    // A stick that is read-only, or full.
  }
}

function headOf(body: string): string {
  return `${FORMAT} ${crc32(body).toString(16).padStart(8, '0')}`;
}
