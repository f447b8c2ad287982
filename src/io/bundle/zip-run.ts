/** Small files, one after the other in a zip: read into memory with their headers, by whichever thread. */
import { hash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import {
  localHeaderBytes,
  STORED,
  writeLocalHeader,
  type DosTime,
} from '../../core/bundle/zip-records.js';
import { SourceReader, type SourceFile } from '../source-file.js';

export interface RunFile {
  readonly number: number;
  /** In the bundle. */
  readonly path: string;
  readonly source: SourceFile;
}

export interface ZipRun {
  /** Name of the one folder that holds everything. */
  readonly top: string;
  readonly time: DosTime;
  readonly files: readonly RunFile[];
}

/**
 * Read the files of a run to the start of `out`, where there is room for them.
 *
 * @param digests - 32 bytes for each file, by number.
 * @param crcs - By number.
 * @throws {DanganError} FILE_CHANGED
 */
export function fillRun(
  { top, time, files }: ZipRun,
  out: Buffer,
  { digests, crcs }: { readonly digests: Uint8Array; readonly crcs: Uint32Array },
): void {
  let at = 0;
  for (const { number, path, source } of files) {
    const { sizeBytes } = source;
    const name = Buffer.from(`${top}/${path}`);
    const start = at + localHeaderBytes(name.length, sizeBytes);
    readWhole(source, out, start);
    const bytes = out.subarray(start, start + sizeBytes);
    const crc = crc32(bytes);
    writeLocalHeader(
      out,
      at,
      { name, method: STORED, crc, packedBytes: sizeBytes, sizeBytes },
      time,
    );
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
