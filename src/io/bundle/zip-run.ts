/** Small files, one after the other in a zip: read into memory with their headers, by whichever thread. */
import { hash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import {
  localHeaderBytes,
  STORED,
  writeLocalHeader,
  type DosTime,
} from '../../core/bundle/zip-records.js';
import { SourceReader, type SourceFile } from '../filing/source-file.js';

export interface RunFile {
  readonly number: number;
  /** In the bundle. */
  readonly path: string;
  readonly source: SourceFile;
}

/** As columns: a list of objects is slow to pass from thread to thread. */
export interface ZipRun {
  /** Name of the one folder that holds everything. */
  readonly top: string;
  readonly time: DosTime;
  readonly numbers: readonly number[];
  readonly paths: readonly string[];
  readonly sources: { readonly [Field in keyof SourceFile]: readonly SourceFile[Field][] };
}

export function runOf(top: string, time: DosTime, files: readonly RunFile[]): ZipRun {
  return {
    top,
    time,
    numbers: files.map(({ number }) => number),
    paths: files.map(({ path }) => path),
    sources: {
      path: files.map(({ source }) => source.path),
      shown: files.map(({ source }) => source.shown),
      sizeBytes: files.map(({ source }) => source.sizeBytes),
      modifiedMs: files.map(({ source }) => source.modifiedMs),
    },
  };
}

function* filesOf({ numbers, paths, sources }: ZipRun): Generator<RunFile> {
  for (const [at, number] of numbers.entries()) {
    const source = {
      path: sources.path[at] ?? '',
      shown: sources.shown[at] ?? '',
      sizeBytes: sources.sizeBytes[at] ?? 0,
      modifiedMs: sources.modifiedMs[at] ?? 0,
    };
    yield { number, path: paths[at] ?? '', source };
  }
}

/**
 * Read the files of a run to the start of `out`, where there is room for them.
 *
 * @param digests - 32 bytes for each file, by number.
 * @param crcs - By number.
 * @throws {DanganError} FILE_CHANGED
 */
export function fillRun(
  run: ZipRun,
  out: Buffer,
  { digests, crcs }: { readonly digests: Uint8Array; readonly crcs: Uint32Array },
): void {
  let at = 0;
  for (const { number, path, source } of filesOf(run)) {
    const { sizeBytes } = source;
    const name = Buffer.from(`${run.top}/${path}`);
    const start = at + localHeaderBytes(name.length, sizeBytes);
    readWhole(source, out, start);
    const bytes = out.subarray(start, start + sizeBytes);
    const crc = crc32(bytes);
    const entry = { method: STORED, crc, packedBytes: sizeBytes, sizeBytes } as const;
    writeLocalHeader(out, at, name, entry, run.time);
    digests.set(hash('sha256', bytes, 'buffer'), number * 32);
    crcs[number] = crc;
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
