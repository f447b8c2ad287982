/** Evidence filed under another indicator, numbered and named as if it were filed there from the first. */
import { join } from 'node:path';
import { placeInTree } from '../../core/archive/match.js';
import { joinPath, parentOf, type ArchivePath } from '../../core/archive/paths.js';
import type { Archive } from '../../core/archive/types.js';
import { yearTold } from '../../core/filing/by-year.js';
import { destinationsOf, type Destination } from '../../core/filing/destinations.js';
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
import { sharesFor } from '../filing/shares-for.js';
import { targetsIn } from '../filing/target-in.js';
import { folderInside } from './named-evidence.js';

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
  const { indicator, destinationsFor } = targetOf(wanted, { root, archive, cwd });
  const destinations = destinationsFor(chosen.map((each) => incomingFrom(each, root)))
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

function incomingFrom(chosen: Chosen, root: string): Incoming {
  const { file, folder, match, year } = chosen;
  const path = join(root, file.path);
  const folders = match ? groupsOf(folder.path, match.folder.path).filter(tells) : [];
  const sizeBytes = Number(statOf(path)?.size ?? 0);
  return { path, shown: file.path, name: file.name, sizeBytes, folders, year, chosen };
}

interface Target {
  readonly indicator: Indicator | undefined;
  readonly destinationsFor: (files: readonly Incoming[]) => readonly Destination<Incoming>[];
}

/** A folder of an activity takes what comes as it is; an indicator keeps its activities apart. */
function targetOf(
  { to, year }: Omit<Wanted, 'title'>,
  { root, archive, cwd }: Omit<Place, 'reading'>,
): Target {
  const inside = folderInside(archive, to, { root, cwd });
  if (inside) {
    const { folder, match } = inside;
    const there = folder.files.filter(({ name }) => isEvidence(name));
    return {
      indicator: match.expected.indicator,
      destinationsFor: (files) => [
        {
          path: folder.path,
          there,
          incoming: files.map((each) => ({ ...each, folders: [], isKept: true })),
        },
      ],
    };
  }
  const targets = targetsIn(archive, { to, year });
  const { indicator } = targets[0].folder;
  const yearOf = (file: Incoming) => file.year ?? yearTold(file, []);
  return {
    indicator,
    destinationsFor: (files) =>
      sharesFor(files, targets, { to, yearOf }).flatMap((share) =>
        destinationsOf(share.files, placeInTree(share.target.folder, archive), indicator, archive),
      ),
  };
}
