/** How far the copying of files is, which may take minutes for a single one. */
import type { Step } from '../../core/change/steps.js';
import { DanganError } from '../../errors.js';
import type { OnPiece } from '../pieces.js';
import { breathing } from '../threads/pause.js';

/** A line that is written over. */
export interface ByteLine {
  readonly show: (doneBytes: number, totalBytes: number) => void;
  readonly end: () => void;
}

interface Metered {
  readonly line: ByteLine | undefined;
  readonly signal: AbortSignal | undefined;
  /** What the files come to. */
  readonly totalBytes: number;
  /** How many bytes are gone through for them, since a copy is read again. */
  readonly work: number;
}

/** Do what goes through files, with its line. @throws {DanganError} INTERRUPTED, between two pieces. */
export async function metered<Result>(
  { line, signal, totalBytes, work }: Metered,
  run: (onPiece: OnPiece) => Promise<Result>,
): Promise<Result> {
  let done = 0;
  const pause = breathing(() => line?.show((done / work) * totalBytes, totalBytes));
  try {
    return await run((bytes) => {
      if (signal?.aborted) throw new DanganError('INTERRUPTED', {});
      done += bytes;
      return pause();
    });
  } finally {
    line?.end();
  }
}

/** What steps copy, and go through: a copy is read to check it, and once more before its original is removed. */
export function bytesOfSteps(steps: readonly Step[]): Pick<Metered, 'totalBytes' | 'work'> {
  let totalBytes = 0;
  let work = 0;
  for (const step of steps) {
    const size = 'was' in step ? (step.was.size ?? 0) : 0;
    if (step.do === 'put') totalBytes += size;
    work += step.do === 'put' ? 2 * size : step.do === 'drop' ? size : 0;
  }
  return { totalBytes, work };
}
