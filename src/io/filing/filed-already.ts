/** What is in folders already, byte for byte. */
import { join } from 'node:path';
import { joinPath, type ArchivePath } from '../../core/archive/paths.js';
import type { Origins } from '../../core/change/replaced.js';
import { listIn } from '../../core/group.js';
import type { ApplyOptions } from '../change/options.js';
import { metered } from '../change/copying.js';
import { wasOf } from '../change/steps.js';
import { statOf } from '../disk.js';
import { digestOf, type OnPiece } from '../pieces.js';
import type { Source } from './collect-sources.js';
import { readOrigins } from './origins.js';

/** A file that is not filed, since the folder holds its bytes already, or will. */
export interface Repeated<File extends Source = Source> {
  readonly source: File;
  /** The evidence with the same bytes, or the source that is filed instead. */
  readonly as: string;
}

/** A file that is filed, while another indicator has the same bytes already. */
interface Elsewhere {
  readonly source: Source;
  readonly as: ArchivePath;
}

/** A folder with the names of its evidence, and what is to be filed in it. */
interface Room<File extends Source> {
  /** Need not be there when `names` is empty. */
  readonly folder: ArchivePath;
  /** The same folder below that of the indicator, for people; `''` for that one. */
  readonly within: string;
  readonly names: readonly string[];
  readonly incoming: readonly File[];
}

/** What the archive holds: what is looked at besides the rooms. */
interface Holding {
  /** Absolute. */
  readonly root: string;
  /** Evidence of other indicators. */
  readonly others: readonly ArchivePath[];
}

/**
 * Tell new files from those whose bytes their folder holds already; also among themselves, where the first one stays.
 * What `stamp` has put a footer into is known by the original, which the journal keeps. Two activities may have the
 * same form: what is in another folder does not count; what another indicator has is told.
 *
 * Only files of equal size are read.
 *
 * @returns For each room its own.
 * @throws {DanganError} INTERRUPTED
 */
export async function splitRepeated<File extends Source>(
  rooms: readonly Room<File>[],
  { root, others }: Holding,
  { reading: line, signal }: Pick<ApplyOptions, 'reading' | 'signal'>,
): Promise<readonly Told<File>[]> {
  const sizes = new Set(rooms.flatMap(({ incoming }) => incoming.map((each) => each.sizeBytes)));
  const origins = readOrigins(root);
  const known = (paths: readonly (readonly [ArchivePath, string])[]) =>
    knownAmong(paths, { root, sizes, origins });
  const asked = rooms.map(({ folder, within, names, incoming }) => {
    const paths = names.map((name) => [joinPath(folder, name), joinPath(within, name)] as const);
    return { incoming, bySize: known(paths) };
  });
  const elsewhere = known(others.map((path) => [path, path]));
  const totalBytes = asked.reduce(
    (sum, { incoming, bySize }) => sum + bytesAlike(incoming, [bySize, elsewhere]),
    0,
  );
  return metered({ line, signal, totalBytes, work: totalBytes }, async (onPiece) => {
    const told: Told<File>[] = [];
    for (const { incoming, bySize } of asked)
      told.push(await tell(incoming, bySize, elsewhere, onPiece));
    return told;
  });
}

/** By size, what is there of the sizes that are asked about; also as it was before it was replaced. */
function knownAmong(
  paths: readonly (readonly [path: ArchivePath, shown: string])[],
  { root, sizes, origins }: { root: string; sizes: ReadonlySet<number>; origins: Origins },
): Map<number, Known[]> {
  const bySize = new Map<number, Known[]>();
  const take = (place: ArchivePath, shown: string) => {
    const path = join(root, place);
    const stats = statOf(path);
    if (!stats?.isFile()) return undefined;
    const { size = 0, mtimeMs } = wasOf(stats);
    if (sizes.has(size)) listIn(bySize, size).push({ path, shown, digest: undefined });
    return { size, mtimeMs };
  };
  for (const [place, shown] of paths) {
    const mark = take(place, shown);
    if (!mark) continue;
    for (const original of origins.of(place, mark)) take(original, shown);
  }
  return bySize;
}

interface Told<File extends Source> {
  readonly fresh: readonly File[];
  readonly repeated: readonly Repeated<File>[];
  /** Of the fresh ones. */
  readonly elsewhere: readonly Elsewhere[];
}

/** What has to be read when no two files of one size are the same. */
function bytesAlike(
  sources: readonly Source[],
  there: readonly ReadonlyMap<number, readonly Known[]>[],
): number {
  const counts = new Map<number, number>();
  for (const [size, known] of there.flatMap((bySize) => [...bySize]))
    counts.set(size, (counts.get(size) ?? 0) + known.length);
  for (const { sizeBytes } of sources) counts.set(sizeBytes, (counts.get(sizeBytes) ?? 0) + 1);
  return [...counts].reduce((sum, [size, count]) => sum + (count > 1 ? size * count : 0), 0);
}

async function tell<File extends Source>(
  sources: readonly File[],
  bySize: Map<number, Known[]>,
  others: ReadonlyMap<number, readonly Known[]>,
  onPiece: OnPiece,
): Promise<Told<File>> {
  const fresh: File[] = [];
  const repeated: Repeated<File>[] = [];
  const elsewhere: Elsewhere[] = [];
  for (const source of sources) {
    const alike = listIn(bySize, source.sizeBytes);
    const own: Known = { path: source.path, shown: source.shown, digest: undefined };
    const twin = await twinOf(own, alike, onPiece);
    if (twin) repeated.push({ source, as: twin.shown });
    else {
      fresh.push(source);
      alike.push(own);
      const same = (others.get(source.sizeBytes) ?? []).filter(({ path }) => path !== source.path);
      const other = await twinOf(own, same, onPiece);
      if (other) elsewhere.push({ source, as: other.shown });
    }
  }
  return { fresh, repeated, elsewhere };
}

interface Known {
  readonly path: string;
  readonly shown: string;
  digest: string | undefined;
}

async function twinOf(
  own: Known,
  alike: readonly Known[],
  onPiece: OnPiece,
): Promise<Known | undefined> {
  for (const other of alike) {
    if ((await digestKnown(own, onPiece)) === (await digestKnown(other, onPiece))) return other;
  }
  return undefined;
}

async function digestKnown(file: Known, onPiece: OnPiece): Promise<string> {
  return (file.digest ??= await digestOf(file.path, onPiece));
}
