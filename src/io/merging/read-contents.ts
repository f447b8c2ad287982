/** The bytes of evidence in two copies of an archive, read where sizes leave it open whether they are the same. */
import { join } from 'node:path';
import type { ArchivePath } from '../../core/archive/paths.js';
import { diskError, isDanganError } from '../../errors.js';
import { metered } from '../change/copying.js';
import type { ApplyOptions } from '../change/options.js';
import { wasOf } from '../change/steps.js';
import { statOf } from '../disk.js';
import { readOrigins } from '../filing/origins.js';
import { digestInPieces } from '../pieces.js';

interface Asked {
  /** Absolute. */
  readonly root: string;
  readonly paths: readonly ArchivePath[];
}

/** By path: the digest of a file, and those of what it was before `stamp`. */
type Digests = ReadonlyMap<ArchivePath, readonly string[]>;

interface Sized {
  readonly path: ArchivePath;
  /** Absolute. */
  readonly file: string;
  readonly size: number;
}

/**
 * A file whose size none has in the other copy is not read: its contents are others. Times say nothing, since copying
 * gives files of one folder the same.
 *
 * @throws {DanganError} INTERRUPTED, or what the disk says
 */
export async function readContents(
  here: Asked,
  there: Asked,
  { reading: line, signal }: Pick<ApplyOptions, 'reading' | 'signal'>,
): Promise<{ readonly here: Digests; readonly there: Digests }> {
  const [own, other] = [withOrigins(here), there.paths.flatMap((path) => sized(there.root, path))];
  const sizesOf = (files: readonly Sized[]) => new Set(files.map(({ size }) => size));
  const [atHand, asked] = [sizesOf(own), sizesOf(other)];
  const toRead = {
    here: own.filter(({ size }) => asked.has(size)),
    there: other.filter(({ size }) => atHand.has(size)),
  };
  const totalBytes = [...toRead.here, ...toRead.there].reduce((sum, { size }) => sum + size, 0);
  return metered({ line, signal, totalBytes, work: totalBytes }, async (onPiece) => {
    const digest = async (files: readonly Sized[]) => {
      const digests = new Map<ArchivePath, string[]>();
      for (const { path, file } of files) {
        const found = await digestInPieces(file, onPiece).catch((error: unknown) => {
          throw isDanganError(error) ? error : diskError(file, error);
        });
        digests.set(path, [...(digests.get(path) ?? []), found]);
      }
      return digests;
    };
    return { here: await digest(toRead.here), there: await digest(toRead.there) };
  });
}

function withOrigins({ root, paths }: Asked): Sized[] {
  const origins = readOrigins(root);
  return paths.flatMap((path) => {
    const stats = statOf(join(root, path));
    const before = stats?.isFile() === true ? origins.of(path, wasOf(stats)) : [];
    const files = [path, ...before].flatMap((each) => sized(root, each));
    return files.map((each) => ({ ...each, path }));
  });
}

function sized(root: string, path: ArchivePath): Sized[] {
  const file = join(root, path);
  const stats = statOf(file);
  return stats?.isFile() === true ? [{ path, file, size: Number(stats.size) }] : [];
}
