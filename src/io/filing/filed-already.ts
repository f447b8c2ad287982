/** What is in a folder already, byte for byte. */
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
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

/**
 * Tell new files from those whose bytes `folder` holds already; also among themselves, where the first one stays.
 *
 * Only files of equal size are read.
 *
 * @param folder - Absolute; need not be there when `names` is empty.
 * @throws {DanganError} INTERRUPTED
 */
export async function splitRepeated(
  sources: readonly Source[],
  folder: string,
  names: readonly string[],
  { reading: line, signal }: Pick<ApplyOptions, 'reading' | 'signal'>,
): Promise<Told> {
  const bySize = new Map<number, Known[]>();
  const wanted = new Set(sources.map(({ sizeBytes }) => sizeBytes));
  for (const name of names) {
    const path = join(folder, name);
    const { size } = await stat(path);
    if (wanted.has(size)) atSize(bySize, size).push({ path, shown: name, digest: undefined });
  }
  const totalBytes = bytesAlike(sources, bySize);
  return metered({ line, signal, totalBytes, work: totalBytes }, (onPiece) =>
    tell(sources, bySize, onPiece),
  );
}

interface Told {
  readonly fresh: readonly Source[];
  readonly repeated: readonly Repeated[];
}

/** What has to be read when no two files of one size are the same. */
function bytesAlike(sources: readonly Source[], there: ReadonlyMap<number, Known[]>): number {
  const counts = new Map([...there].map(([size, known]) => [size, known.length]));
  for (const { sizeBytes } of sources) counts.set(sizeBytes, (counts.get(sizeBytes) ?? 0) + 1);
  return [...counts].reduce((sum, [size, count]) => sum + (count > 1 ? size * count : 0), 0);
}

async function tell(
  sources: readonly Source[],
  bySize: Map<number, Known[]>,
  onPiece: OnPiece,
): Promise<Told> {
  const fresh: Source[] = [];
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
