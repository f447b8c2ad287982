/**
 * What may be looked up instead of being worked out again, in a file of `.dangan/cache`. Its first line has the format and
 * the CRC-32 of the rest, each of the others is a row. It may be removed at any time; one that is damaged, or of another
 * format, is as good as none.
 */
import { readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { removeLeftovers } from './leftovers.js';
import { makeCacheFolder } from './own-folder.js';

interface CacheFile {
  /** `.dangan/cache/facts` */
  readonly path: string;
  /** `dangan/facts@4`: the number goes up whenever something is worked out in another way. */
  readonly format: string;
}

/** @returns nothing when there is none that is any good. */
export function readCache(root: string, { path, format }: CacheFile): readonly unknown[] {
  try {
    const file = join(root, path);
    // A pipe would be waited for.
    if (!statSync(file).isFile()) return [];
    const bytes = readFileSync(file);
    const end = bytes.indexOf('\n');
    const body = bytes.subarray(end + 1);
    return bytes.toString('latin1', 0, end) === headOf(format, body) ? rowsIn(body) : [];
  } catch {
    return [];
  }
}

/** Line by line: a text of them all would be as long as the file, and only be in the way. */
function rowsIn(body: Buffer): readonly unknown[] {
  const rows: unknown[] = [];
  for (let at = 0; at < body.length;) {
    const end = body.indexOf('\n', at);
    rows.push(JSON.parse(body.toString('utf8', at, end)));
    at = end + 1;
  }
  return rows;
}

/** What cannot be written is done without: it is worked out again the next time. */
export function saveCache(
  root: string,
  { path, format }: CacheFile,
  rows: Iterable<unknown>,
): void {
  const file = join(root, path);
  const body = Buffer.concat([...rows].map((row) => Buffer.from(`${JSON.stringify(row)}\n`)));
  try {
    const folder = makeCacheFolder(root);
    const prefix = `${file.slice(folder.length + 1)}-`;
    removeLeftovers(folder, prefix);
    const draft = join(folder, `${prefix}${process.pid}`);
    writeFileSync(draft, Buffer.concat([Buffer.from(`${headOf(format, body)}\n`), body]));
    renameSync(draft, file);
  } catch {
    // A stick that is read-only, or full.
  }
}

function headOf(format: string, body: Buffer): string {
  return `${format} ${crc32(body).toString(16).padStart(8, '0')}`;
}
