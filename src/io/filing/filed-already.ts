/** What is in a folder already, byte for byte. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { diskError } from '../../errors.js';
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
 */
export async function splitRepeated(
  sources: readonly Source[],
  folder: string,
  names: readonly string[],
): Promise<{ readonly fresh: readonly Source[]; readonly repeated: readonly Repeated[] }> {
  const bySize = new Map<number, Known[]>();
  const wanted = new Set(sources.map(({ sizeBytes }) => sizeBytes));
  for (const name of names) {
    const path = join(folder, name);
    const { size } = await stat(path);
    if (wanted.has(size)) atSize(bySize, size).push({ path, shown: name, digest: undefined });
  }
  const fresh: Source[] = [];
  const repeated: Repeated[] = [];
  for (const source of sources) {
    const alike = atSize(bySize, source.sizeBytes);
    const own: Known = { path: source.path, shown: source.shown, digest: undefined };
    const twin = await twinOf(own, alike);
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

async function twinOf(own: Known, alike: readonly Known[]): Promise<Known | undefined> {
  for (const other of alike) {
    if ((await digestOf(own)) === (await digestOf(other))) return other;
  }
  return undefined;
}

async function digestOf(file: Known): Promise<string> {
  if (file.digest !== undefined) return file.digest;
  const hash = createHash('sha256');
  await pipeline(createReadStream(file.path), hash).catch((cause: unknown) => {
    throw diskError(file.path, cause);
  });
  return (file.digest = hash.digest('hex'));
}
