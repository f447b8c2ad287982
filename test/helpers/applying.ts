/** Changes to be made on disk, and what became of them. */
import type { Change } from '../../src/core/change/types.js';
import { isDanganError } from '../../src/errors.js';

export function move(from: string, to: string): Change {
  return { do: 'move', of: 'file', from, to, why: [] };
}

/** `done`, or the code that it failed with. */
export function codeOf(promise: Promise<unknown>): Promise<string> {
  return promise.then(
    () => 'done',
    (error: unknown) => (isDanganError(error) ? error.code : String(error)),
  );
}
