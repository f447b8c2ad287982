/**
 * What is known of files that were packed before. While size, time and inode of a file are the same, so are its bytes,
 * unless somebody has set the time back: who fears that reads everything again (`--paranoid`).
 *
 * It is kept as lines that each carry their own CRC-32: what a power cut tore is left out, and nothing is trusted half.
 */
import {
  closeSync,
  fdatasync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { promisify } from 'node:util';
import { crc32 } from 'node:zlib';
import type { DEFLATED, STORED } from '../../../core/bundle/zip/records.js';
import type { SourceFile } from '../../filing/source-file.js';
import { millisecondsOf, type Identity } from '../../identity.js';

/** How it lies in a zip. */
export interface PackedForm {
  readonly method: typeof STORED | typeof DEFLATED;
  readonly crc: number;
  readonly packedBytes: number;
}

export interface PackedFile extends Identity {
  /** In the bundle. */
  readonly path: string;
  /** In hex. */
  readonly sha256: string;
  /** `undefined` when it was packed into a folder. */
  readonly packed: PackedForm | undefined;
}

/** What stands before the lines. */
export interface PackedHead {
  /** Tells the files of one archive from those of another. */
  readonly archive: string;
  readonly form: 'zip' | 'folder';
  /** Bytes of the name of the one folder in the zip: where everything in it lies depends on them. */
  readonly nameBytes: number;
}

const FORMAT = 'dangan/packed-files@1';

const syncMeanwhile = promisify(fdatasync);

/** Is it still the file that was listed? */
export function isAsListed({ sizeBytes, mtimeNs }: Identity, source: SourceFile): boolean {
  return sizeBytes === source.sizeBytes && millisecondsOf(mtimeNs) === source.modifiedMs;
}

/** Lines that are added while a bundle is written. */
export class PackedLog {
  readonly #file: number;

  static begin(path: string, head: PackedHead): PackedLog {
    const log = new PackedLog(openSync(path, 'w'));
    log.#write(line([FORMAT, head]));
    return log;
  }

  /** One that is there, and whole. */
  static goOn(path: string): PackedLog {
    return new PackedLog(openSync(path, 'a'));
  }

  private constructor(file: number) {
    this.#file = file;
  }

  /** They are on the disk after this; what is packed goes on meanwhile. */
  async add(files: Iterable<PackedFile>): Promise<void> {
    let text = '';
    for (const file of files) text += line(valuesOf(file));
    this.#write(text);
    await syncMeanwhile(this.#file);
  }

  close(): void {
    closeSync(this.#file);
  }

  #write(text: string): void {
    const bytes = Buffer.from(text);
    for (let at = 0; at < bytes.length;) at += writeSync(this.#file, bytes, at);
  }
}

/** Write all of them at once, under a temporary name first. What cannot be written is done without. */
export async function savePackedFiles(
  path: string,
  head: PackedHead,
  files: Iterable<PackedFile>,
): Promise<void> {
  const draft = `${path}.${process.pid}`;
  try {
    mkdirSync(dirname(path), { recursive: true });
    const log = PackedLog.begin(draft, head);
    try {
      await log.add(files);
    } finally {
      log.close();
    }
    renameSync(draft, path);
  } catch {
    // The next packing reads the files again; this one is done.
  }
}

/** @returns `undefined` when there is none, or it is of another format; else what of it is whole. */
export function readPackedFiles(
  path: string,
): { readonly head: PackedHead; readonly files: readonly PackedFile[] } | undefined {
  const [first, ...rest] = wholeLines(path);
  if (!Array.isArray(first) || first[0] !== FORMAT) return undefined;
  return { head: first[1] as PackedHead, files: rest.map((values) => fileOf(values as Values)) };
}

function* wholeLines(path: string): Generator {
  for (const each of textOf(path).split('\n')) {
    const json = each.slice(9);
    if (each.length < 10 || each.slice(0, 9) !== `${checksum(json)} `) return;
    yield JSON.parse(json);
  }
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

function line(values: unknown): string {
  const json = JSON.stringify(values);
  return `${checksum(json)} ${json}\n`;
}

function checksum(text: string): string {
  return crc32(text).toString(16).padStart(8, '0');
}

type Values = readonly [string, number, string, string, string, PackedForm?];

function valuesOf({ path, sizeBytes, mtimeNs, inode, sha256, packed }: PackedFile): Values {
  return packed
    ? [path, sizeBytes, mtimeNs, inode, sha256, packed]
    : [path, sizeBytes, mtimeNs, inode, sha256];
}

function fileOf([path, sizeBytes, mtimeNs, inode, sha256, packed]: Values): PackedFile {
  return { path, sizeBytes, mtimeNs, inode, sha256, packed };
}
