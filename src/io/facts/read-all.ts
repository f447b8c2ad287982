import type { ContentFacts } from '../../core/evidence/types.js';
import { newReader, type Reader, type Reading, type ReadLimits } from './reader.js';

export type { ReadLimits };

interface ReadOptions {
  /** Of the threads. */
  readonly program: URL;
  readonly count: number;
  readonly limits: ReadLimits;
  readonly signal: AbortSignal | undefined;
}

/**
 * Read files on some threads, of which each takes the next one off the list. When one ended, its file is read once more
 * while no other is: it may have been another's memory.
 *
 * @param tell - `undefined` when the disk could not read it, or it was too much for a thread.
 * @throws the reason of the signal, as soon as it is given.
 */
export async function readAll<F extends { readonly file: string }>(
  files: readonly F[],
  { program, count, limits, signal }: ReadOptions,
  tell: (file: F, facts: ContentFacts | undefined) => void,
): Promise<void> {
  const readers = Array.from({ length: count }, () => newReader(program, limits));
  const end = () => Promise.all(readers.map((reader) => reader.end()));
  const onAbort = () => void end();
  signal?.addEventListener('abort', onAbort);
  const crashed: F[] = [];
  const each = async (
    reader: Reader,
    list: Iterable<F>,
    use: (file: F, reading: Reading) => void,
  ) => {
    for (const file of list) {
      const reading = await reader.read(file.file);
      signal?.throwIfAborted();
      use(file, reading);
    }
  };
  const told = (file: F, reading: Reading) => {
    tell(file, typeof reading === 'object' ? reading : undefined);
  };
  const first = (file: F, reading: Reading) => {
    if (reading === 'crash') crashed.push(file);
    else told(file, reading);
  };
  try {
    const rest = files.values();
    await Promise.all(readers.map((reader) => each(reader, rest, first)));
    for (const reader of readers.slice(0, 1)) await each(reader, crashed, told);
  } finally {
    signal?.removeEventListener('abort', onAbort);
    await end();
  }
}
