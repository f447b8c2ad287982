/** Stamps documents that are in memory, and looks into what came out. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { fromBuffer, type Entry, type ZipFile } from 'yauzl';
import type { Stamp, Stamped } from '../../../src/core/stamp/types.js';

export interface Result {
  readonly stamped: Stamped;
  /** What was written; the document itself when nothing was. */
  readonly bytes: Buffer;
}

export function stampBytes(stamp: Stamp, bytes: Buffer, text: string): Promise<Result> {
  return onDisk(bytes, async (from) => {
    const to = `${from}.stamped`;
    const stamped = await stamp(from, to, text);
    return { stamped, bytes: stamped.did === 'stamped' ? readFileSync(to) : bytes };
  });
}

/** The bytes as a file, as long as it is used. */
export async function onDisk<T>(bytes: Buffer, use: (path: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'dangan-stamp-'));
  try {
    const path = join(folder, 'file');
    writeFileSync(path, bytes);
    return await use(path);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** All parts by name, in the order of the zip, read by another program than the one that wrote them. */
export async function partsOf(zip: Buffer): Promise<Map<string, Buffer>> {
  const file = await new Promise<ZipFile>((resolve, reject) => {
    fromBuffer(zip, { lazyEntries: true, autoClose: false }, (error, opened) => {
      if (error) reject(error);
      else resolve(opened);
    });
  });
  const parts = new Map<string, Buffer>();
  for (let entry = await next(file); entry; entry = await next(file)) {
    parts.set(entry.fileName, await contents(file, entry));
  }
  return parts;
}

function next(file: ZipFile): Promise<Entry | undefined> {
  return new Promise((resolve, reject) => {
    file.once('entry', resolve).once('end', () => resolve(undefined));
    file.once('error', reject);
    file.readEntry();
  });
}

function contents(file: ZipFile, entry: Entry): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    file.openReadStream(entry, (error, stream) => {
      if (error) reject(error);
      else resolve(buffer(stream));
    });
  });
}

export async function partOf(zip: Buffer, name: string): Promise<string> {
  return String((await partsOf(zip)).get(name) ?? '');
}

/** Names of the parts that are not the same in both, sorted. */
export async function changedParts(before: Buffer, after: Buffer): Promise<string[]> {
  const [old, now] = [await partsOf(before), await partsOf(after)];
  const names = [...new Set([...old.keys(), ...now.keys()])].sort();
  return names.filter((name) => !(old.get(name) ?? EMPTY).equals(now.get(name) ?? EMPTY));
}

const EMPTY = Buffer.from('\0');
