/** Small files, one after the other in a zip: read into memory with their headers, by whichever thread. */
import { hash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import {
  localHeaderBytes,
  STORED,
  writeLocalHeader,
  type DosTime,
} from '../../../core/bundle/zip/records.js';
import { SourceReader, type SourceFile } from '../../filing/source-file.js';

/** Files that follow one another in the payload. */
export interface ZipRun {
  /** Of the first of them. */
  readonly number: number;
  /** Name of the one folder that holds everything. */
  readonly top: string;
  readonly time: DosTime;
  /** In the bundle. */
  readonly paths: readonly string[];
  readonly sources: readonly SourceFile[];
}

/** A run as it is passed to another thread: a list of objects takes longer than to read the files. */
export interface PackedRun extends Pick<ZipRun, 'number' | 'top' | 'time'> {
  readonly paths: string;
  /** Paths on disk. */
  readonly sources: string;
  readonly sizes: Float64Array;
  readonly times: Float64Array;
}

/** What no path has in it. */
export const SEPARATOR = '\0';

export function packRun({ number, top, time, paths, sources }: ZipRun): PackedRun {
  return {
    number,
    top,
    time,
    paths: paths.join(SEPARATOR),
    sources: sources.map(({ path }) => path).join(SEPARATOR),
    sizes: Float64Array.from(sources, ({ sizeBytes }) => sizeBytes),
    times: Float64Array.from(sources, ({ modifiedMs }) => modifiedMs),
  };
}

/** Without what only people are told. */
export function unpackRun({ number, top, time, paths, sources, sizes, times }: PackedRun): ZipRun {
  return {
    number,
    top,
    time,
    paths: paths.split(SEPARATOR),
    sources: sources.split(SEPARATOR).map((path, at) => {
      return { path, shown: '', sizeBytes: sizes[at] ?? 0, modifiedMs: times[at] ?? 0 };
    }),
  };
}

/** Where what is told of files goes, by number. */
export interface Told {
  /** 32 bytes for each file. */
  readonly digests: Uint8Array;
  readonly crcs: Uint32Array;
}

/**
 * Read the files of a run to the start of `out`, where there is room for them.
 *
 * @throws {DanganError} FILE_CHANGED
 */
export function fillRun({ number, top, time, paths, sources }: ZipRun, out: Buffer, told: Told) {
  const digests = Buffer.from(told.digests.buffer, told.digests.byteOffset);
  let at = 0;
  for (const [nth, source] of sources.entries()) {
    const name = `${top}/${paths[nth] ?? ''}`;
    const { sizeBytes } = source;
    const start = at + localHeaderBytes(Buffer.byteLength(name), sizeBytes);
    readWhole(source, out, start);
    const bytes = out.subarray(start, start + sizeBytes);
    const crc = crc32(bytes);
    const entry = { method: STORED, crc, packedBytes: sizeBytes, sizeBytes } as const;
    writeLocalHeader(out, at, name, entry, time);
    // As a text: a buffer of its own for each digest would take longer than the digest.
    digests.write(hash('sha256', bytes, 'binary'), (number + nth) * 32, 'latin1');
    told.crcs[number + nth] = crc;
    at = start + sizeBytes;
  }
}

function readWhole(source: SourceFile, out: Buffer, start: number): void {
  const reader = new SourceReader(source);
  try {
    while (reader.left > 0) reader.read(out, start + source.sizeBytes - reader.left, reader.left);
    reader.end();
  } finally {
    reader.close();
  }
}
