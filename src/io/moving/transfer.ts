/** Evidence filed under another indicator, numbered and named as if it were filed there from the first. */
import { join } from 'node:path';
import { joinPath, parentOf, type ArchivePath } from '../../core/archive/paths.js';
import type { Archive } from '../../core/archive/types.js';
import { yearTold } from '../../core/filing/by-year.js';
import type { Destination } from '../../core/filing/destinations.js';
import { tells } from '../../core/filing/handed-in.js';
import { groupsOf } from '../../core/moving/retitle.js';
import type { Chosen, Rename } from '../../core/moving/types.js';
import { isEvidence } from '../../core/naming/junk.js';
import type { Indicator } from '../../core/system/types.js';
import type { ApplyOptions } from '../change/options.js';
import { statOf } from '../disk.js';
import type { Source } from '../filing/collect-sources.js';
import { splitRepeated } from '../filing/filed-already.js';
import { namesFor, refuseTooLong } from '../filing/names-for.js';
import { placeAsked } from '../filing/place-asked.js';

/** Evidence whose bytes are where it would go. */
export interface Repeats {
  readonly path: ArchivePath;
  readonly as: ArchivePath;
}

interface Wanted {
  /** An indicator, or a folder in one. */
  readonly to: string;
  readonly year: number | undefined;
  readonly title: string | undefined;
}

interface Place {
  readonly root: string;
  readonly archive: Archive;
  readonly cwd: string;
  readonly reading: Pick<ApplyOptions, 'reading' | 'signal'>;
}

interface Transferred {
  readonly renames: readonly Rename[];
  readonly repeated: readonly Repeats[];
  readonly target: { readonly indicator: Indicator | undefined };
}

interface Incoming extends Source {
  readonly chosen: Chosen;
  /** Of the year folder that it lies in. */
  readonly year: number | undefined;
}

/** @throws {DanganError} TARGET_UNKNOWN, TARGET_AMBIGUOUS, YEAR_UNKNOWN, YEAR_NOT_TOLD, FOLDER_FULL, FILED_NAME_TOO_LONG */
export async function transferred(
  all: readonly Chosen[],
  { title, ...wanted }: Wanted,
  { root, archive, cwd, reading }: Place,
): Promise<Transferred> {
  const chosen = all.filter(({ file }) => isEvidence(file.name));
  const { indicator, isInside, destinedFor } = placeAsked(archive, wanted, { root, cwd });
  const destinations = destinedFor(
    chosen.map((each) => incomingFrom(each, root, isInside)),
    ({ name, folders, year }) => year ?? yearTold({ name, folders }, []),
  )
    .flatMap((each) => each.destinations)
    .map((each) => withoutThere(each))
    .filter(({ incoming }) => incoming.length > 0);
  const rooms = destinations.map(({ path, there, incoming }) => ({
    folder: path,
    within: path,
    names: there.map(({ name }) => name),
    incoming,
  }));
  const told = await splitRepeated(rooms, { root, others: [] }, reading);
  const given = title === undefined ? undefined : { title, isForOne: chosen.length === 1 };
  const renames = destinations.flatMap((destination, at) => {
    const incoming = told[at]?.fresh ?? [];
    const names = namesFor({ ...destination, incoming }, archive, given);
    refuseTooLong(destination.path, incoming, names, { code: '', isOne: true, given });
    return incoming.map(({ chosen: { file } }, nth) => ({
      from: file.path,
      to: joinPath(destination.path, names[nth] ?? file.name),
    }));
  });
  const repeated = told.flatMap((each) =>
    each.repeated.map(({ source, as }) => ({ path: source.chosen.file.path, as })),
  );
  return { renames, repeated, target: { indicator } };
}

/** What lies where it is to go stays as it is. */
function withoutThere(destination: Destination<Incoming>): Destination<Incoming> {
  const { path, incoming } = destination;
  return {
    ...destination,
    incoming: incoming.filter(({ chosen: { file } }) => parentOf(file.path) !== path),
  };
}

/** @param isPlain - The folders that it comes from are not to be told of. */
function incomingFrom(chosen: Chosen, root: string, isPlain: boolean): Incoming {
  const { file, folder, match, year } = chosen;
  const path = join(root, file.path);
  const folders = match && !isPlain ? groupsOf(folder.path, match.folder.path).filter(tells) : [];
  const sizeBytes = Number(statOf(path)?.size ?? 0);
  return { path, shown: file.path, name: file.name, sizeBytes, folders, year, chosen };
}
