import type { DanganError } from '../errors.js';
import type { Messages } from '../messages/index.js';

/** @returns what happened, and what to do, in the user's language. */
export function errorText(error: DanganError, say: Messages): readonly [string, string] {
  const words = say.errors[error.code] as (data: object) => readonly [string, string];
  return words(error.data);
}
