/** Inflating an entry that is too large for memory. */
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createInflateRaw } from 'node:zlib';
import { errorCode } from '../../errors.js';
import type { Pause } from '../threads/pause.js';
import type { Ended } from '../../core/bundle/judge/facts.js';

/**
 * @param take - Gets each part; false when there is more than told, which ends it.
 * @returns how it ended when not well.
 */
export async function inflated(
  parts: Iterable<Buffer>,
  packedBytes: number,
  take: (part: Buffer) => boolean,
  pause: Pause,
): Promise<Ended | undefined> {
  const inflate = createInflateRaw({ chunkSize: 256 * 1024 });
  const state = { tooMuch: false };
  try {
    await pipeline(Readable.from(copies(parts)), inflate, async (source: AsyncIterable<Buffer>) => {
      for await (const part of source) {
        state.tooMuch = !take(part);
        if (state.tooMuch) return;
        await pause();
      }
    });
  } catch (error) {
    if (state.tooMuch) return 'size';
    if (isInflateError(error)) return 'damaged';
    throw error;
  }
  if (state.tooMuch) return 'size';
  return inflate.bytesWritten === packedBytes ? undefined : 'hidden';
}

/** The parts lie in a buffer that is used again; the stream holds on to what it is given. */
function* copies(parts: Iterable<Buffer>): Generator<Buffer> {
  for (const part of parts) yield Buffer.from(part);
}

function isInflateError(error: unknown): boolean {
  return errorCode(error)?.startsWith('Z_') === true;
}
