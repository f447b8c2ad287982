import type { DanganError } from '../errors.js';
import type { Messages } from '../messages/index.js';
import { printable, printableLines } from '../report/printable.js';

/** @returns what happened, and what to do, in the user's language, as a terminal can show it. */
export function errorText(error: DanganError, say: Messages): readonly [string, string] {
  const words = say.errors[error.code] as (data: object) => readonly [string, string];
  return words(shown(error.data));
}

/** Data of several lines: sentences, what another program said, and titles that the messages take apart. */
const OF_LINES: ReadonlySet<string> = new Set(['what', 'said', 'title', 'others']);

/** Names come from disks, and from people who may mean harm: none of them acts on the terminal. */
function shown<T>(data: T, isLined = false): T {
  if (typeof data === 'string') return (isLined ? printableLines(data) : printable(data)) as T;
  if (Array.isArray(data)) return data.map((each: unknown) => shown(each, isLined)) as T;
  if (typeof data !== 'object' || data === null) return data;
  const entries = Object.entries(data).map(([key, value]: [string, unknown]) => {
    return [key, shown(value, isLined || OF_LINES.has(key))] as const;
  });
  return Object.fromEntries(entries) as T;
}
