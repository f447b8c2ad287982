/** Names of what comes into a folder, or why it cannot come. */
import { nameOf, type ArchivePath } from '../../core/archive/paths.js';
import type { Archive } from '../../core/archive/types.js';
import type { Destination } from '../../core/filing/destinations.js';
import { nameIncoming } from '../../core/filing/names.js';
import type { GivenTitle } from '../../core/filing/titles.js';
import { highestOrdinal } from '../../core/naming/format.js';
import { byteLength, FLAG, LONGEST_NAME, nameFlags } from '../../core/naming/portable.js';
import { DanganError } from '../../errors.js';
import type { Source } from './collect-sources.js';

/** @throws {DanganError} FOLDER_FULL */
export function namesFor(
  { path, there, incoming }: Destination<Source>,
  { settings: { naming } }: Archive,
  given: GivenTitle | undefined,
): readonly string[] {
  const taken = there.map(({ parts }) => parts);
  const { names, overflows } = nameIncoming(incoming, taken, naming, given);
  if (overflows) {
    const widest = { ...naming, digits: 3 } as const;
    throw new DanganError('FOLDER_FULL', {
      folder: path,
      highest: highestOrdinal(naming),
      count: incoming.length,
      isEverFull: nameIncoming(incoming, taken, widest, given).overflows,
    });
  }
  return names;
}

/** Judged for every system on every system; a title that was cut would say something else. */
export function refuseTooLong(
  path: ArchivePath,
  incoming: readonly Source[],
  names: readonly string[],
  { code, isOne, given }: { code: string; isOne: boolean; given: GivenTitle | undefined },
): void {
  const long = [nameOf(path), ...names].flatMap((name, at) =>
    (nameFlags(name) & (FLAG.bytes | FLAG.units)) === 0 ? [] : [{ name, of: incoming[at - 1] }],
  );
  const [first] = long;
  if (first === undefined) return;
  const { name, of } = first;
  // One title for all makes all of them long, and a folder's name is none of theirs.
  const alone = isOne || given || !of ? undefined : { path: of.shown, to: code };
  const data = { name, bytes: byteLength(name), longest: LONGEST_NAME, count: long.length, alone };
  throw new DanganError('FILED_NAME_TOO_LONG', data);
}
