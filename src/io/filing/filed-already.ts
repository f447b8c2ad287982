/** What is in folders already, byte for byte. */
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { joinPath } from '../../core/archive/paths.js';
import { diskError, isDanganError } from '../../errors.js';
import type { ApplyOptions } from '../change/options.js';
import { metered } from '../change/copying.js';
import { digestInPieces, type OnPiece } from '../pieces.js';
import type { Source } from './collect-sources.js';

/** A file that is not filed, since the folder holds its bytes already, or will. */
export interface Repeated {
  readonly source: Source;
  /** The evidence with the same bytes, or the source that is filed instead. */
  readonly as: string;
}

/** A folder with the names of its evidence, and what is to be filed in it. */
export interface Room<File extends Source> {
  /** Absolute; need not be there when `names` is empty. */
  readonly folder: string;
  /** The same folder below that of the indicator, for people; `''` for that one. */
  readonly within: string;
  readonly names: readonly string[];
  readonly incoming: readonly File[];
}

/**
 * Tell new files from those whose bytes their folder holds already; also among themselves, where the first one stays.
 * Two activities may have the same form: what is in another folder does not count.
 *
 * Only files of equal size are read.
 *
 * @returns For each room its own.
 * @throws {DanganError} INTERRUPTED
 */
export async function splitRepeated<File extends Source>(
  rooms: readonly Room<File>[],
  { reading: line, signal }: Pick<ApplyOptions, 'reading' | 'signal'>,
): Promise<readonly Told<File>[]> {
  const asked: { readonly incoming: readonly File[]; readonly bySize: Map<number, Known[]> }[] = [];
  for (const room of rooms) asked.push({ incoming: room.incoming, bySize: await knownIn(room) });
  const totalBytes = asked.reduce((sum, each) => sum + bytesAlike(each.incoming, each.bySize), 0);
  return metered({ line, signal, totalBytes, work: totalBytes }, async (onPiece) => {
    const told: Told<File>[] = [];
    for (const { incoming, bySize } of asked) told.push(await tell(incoming, bySize, onPiece));
    return told;
  });
}

/** By size, what is there of the sizes that are asked about. */
async function knownIn({
  folder,
  within,
  names,
  incoming,
}: Room<Source>): Promise<Map<number, Known[]>> {
  const bySize = new Map<number, Known[]>();
  const wanted = new Set(incoming.map(({ sizeBytes }) => sizeBytes));
  for (const name of names) {
    const path = join(folder, name);
    const { size } = await stat(path);
    if (wanted.has(size))
      atSize(bySize, size).push({ path, shown: joinPath(within, name), digest: undefined });
  }
  return bySize;
}

interface Told<File extends Source> {
  readonly fresh: readonly File[];
  readonly repeated: readonly Repeated[];
}

/** What has to be read when no two files of one size are the same. */
function bytesAlike(sources: readonly Source[], there: ReadonlyMap<number, Known[]>): number {
  const counts = new Map([...there].map(([size, known]) => [size, known.length]));
  for (const { sizeBytes } of sources) counts.set(sizeBytes, (counts.get(sizeBytes) ?? 0) + 1);
  return [...counts].reduce((sum, [size, count]) => sum + (count > 1 ? size * count : 0), 0);
}

async function tell<File extends Source>(
  sources: readonly File[],
  bySize: Map<number, Known[]>,
  onPiece: OnPiece,
): Promise<Told<File>> {
  const fresh: File[] = [];
  const repeated: Repeated[] = [];
  for (const source of sources) {
    const alike = atSize(bySize, source.sizeBytes);
    const own: Known = { path: source.path, shown: source.shown, digest: undefined };
    const twin = await twinOf(own, alike, onPiece);
    if (twin) repeated.push({ source, as: twin.shown });
    else {
      fresh.push(source);
      alike.push(own);
    }
  }
  return { fresh, repeated };
}

interface Known {
  readonly path: string;
  readonly shown: string;
  digest: string | undefined;
}

function atSize(bySize: Map<number, Known[]>, size: number): Known[] {
  const known = bySize.get(size) ?? [];
  bySize.set(size, known);
  return known;
}

async function twinOf(
  own: Known,
  alike: readonly Known[],
  onPiece: OnPiece,
): Promise<Known | undefined> {
  for (const other of alike) {
    if ((await digestOf(own, onPiece)) === (await digestOf(other, onPiece))) return other;
  }
  return undefined;
}

async function digestOf(file: Known, onPiece: OnPiece): Promise<string> {
  try {
    return (file.digest ??= await digestInPieces(file.path, onPiece));
  } catch (error) {
    throw isDanganError(error) ? error : diskError(file.path, error);
  }
}
