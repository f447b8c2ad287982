/** Which files of a payload are read together, whoever reads them. */
import { isCompressible } from '../../../core/bundle/packing/kinds.js';
import { localHeaderBytes, type DosTime } from '../../../core/bundle/zip/records.js';
import { SLOT_BYTES } from './digest-slot.js';
import type { SourceFile } from '../../filing/source-file.js';
import type { ZipRun } from './zip-run.js';

/** A file that is opened and closed more slowly than it is read. */
const SMALL_BYTES = 16 * 1024;
/** Small files in a run: more would be a large part of all of them for one thread. */
const RUN_AT_MOST = 512;

/** Is it read with those beside it? */
export function isSmall(path: string, sizeBytes: number): boolean {
  return sizeBytes <= SMALL_BYTES && !isCompressible(path, sizeBytes);
}

/** Small files that together fit into a buffer; it has at least one. */
export class GrowingRun implements ZipRun {
  readonly number: number;
  readonly top: string;
  readonly time: DosTime;
  readonly paths: string[] = [];
  readonly sources: SourceFile[] = [];
  /** Of each, with its header. */
  readonly lengths: number[] = [];
  /** Their sum. */
  bytes = 0;
  readonly #topBytes: number;

  /** @param number - Of its first file. */
  constructor(number: number, top: string, time: DosTime) {
    this.number = number;
    this.top = top;
    this.time = time;
    this.#topBytes = Buffer.byteLength(`${top}/`);
  }

  /** @returns false when there is no room for the file. */
  add(path: string, source: SourceFile): boolean {
    const { sizeBytes } = source;
    const nameBytes = this.#topBytes + Buffer.byteLength(path);
    const length = localHeaderBytes(nameBytes, sizeBytes) + sizeBytes;
    if (this.paths.length === RUN_AT_MOST || this.bytes + length > SLOT_BYTES) return false;
    this.paths.push(path);
    this.sources.push(source);
    this.lengths.push(length);
    this.bytes += length;
    return true;
  }
}

/** The runs of a payload, each as soon as it is known where it ends. */
export function* runsOf(
  payload: {
    readonly count: number;
    pathAt(number: number): string;
    sourceAt(number: number): SourceFile;
  },
  top: string,
  time: DosTime,
): Generator<GrowingRun> {
  let run: GrowingRun | undefined;
  for (let number = 0; number < payload.count; number += 1) {
    const [path, source] = [payload.pathAt(number), payload.sourceAt(number)];
    const small = isSmall(path, source.sizeBytes);
    if (run && small && run.add(path, source)) continue;
    if (run) yield run;
    run = undefined;
    if (!small) continue;
    run = new GrowingRun(number, top, time);
    run.add(path, source);
  }
  if (run) yield run;
}
