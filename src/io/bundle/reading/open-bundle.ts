import { closeSync, existsSync, openSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isTarHeader, TAR_BLOCK } from '../../../core/bundle/tar/headers.js';
import type { ZipLimits } from '../../../core/bundle/zip/directory.js';
import { DanganError, diskError } from '../../../errors.js';
import { openFolder } from './folder-source.js';
import { readAt } from './read-at.js';
import { openZip } from './zip-source.js';
import type { BagSource, OpenOptions } from './source.js';

/** What it is, is told by how it begins, whatever its name is. */
export async function openBundle(
  path: string,
  limits: ZipLimits,
  options: OpenOptions,
): Promise<BagSource> {
  const begins = beginning(path);
  if (begins === undefined) return openFolder(path);
  if (begins[0] === 0x1f && begins[1] === 0x8b) {
    return (await import('./tar-gz-source.js')).openTarGz(path, limits, options);
  }
  if (isTarHeader(begins)) return (await import('./tar-source.js')).openTar(path, limits);
  return openZipOrTell(path, begins, limits);
}

/** What is no zip may be something else that is known by how it begins. */
function openZipOrTell(path: string, begins: Buffer, limits: ZipLimits): BagSource {
  try {
    return openZip(path, limits);
  } catch (error) {
    if (!(error instanceof DanganError) || error.code !== 'BUNDLE_NOT_A_ZIP') throw error;
    throw new DanganError('BUNDLE_NOT_A_ZIP', { path, looks: looksOf(path, begins) });
  }
}

/** What archives that are not read begin with. */
const OTHERS = {
  rar: Buffer.from('Rar!'),
  '7z': Buffer.from([0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c]),
  xz: Buffer.from([0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00]),
  bz2: Buffer.from('BZh'),
  zst: Buffer.from([0x28, 0xb5, 0x2f, 0xfd]),
};
type Other = keyof typeof OTHERS;
type Looks = 'empty' | 'blank' | Other | 'in-bag' | undefined;

function looksOf(path: string, begins: Buffer): Looks {
  if (begins.length === 0) return 'empty';
  if (begins.every((byte) => byte === 0)) return 'blank';
  const other = (Object.keys(OTHERS) as Other[]).find((kind) =>
    begins.subarray(0, OTHERS[kind].length).equals(OTHERS[kind]),
  );
  if (other !== undefined) return other;
  return existsSync(join(dirname(path), 'bagit.txt')) ? 'in-bag' : undefined;
}

/** @returns `undefined` of a folder. */
function beginning(path: string): Buffer | undefined {
  let file = -1;
  try {
    const stat = statSync(path);
    if (stat.isDirectory()) return undefined;
    // A pipe would keep who opens it waiting.
    if (!stat.isFile()) throw new DanganError('BUNDLE_NOT_A_ZIP', { path, looks: undefined });
    file = openSync(path, 'r');
    return readAt(file, 0, TAR_BLOCK);
  } catch (cause) {
    throw cause instanceof DanganError ? cause : diskError(path, cause);
  } finally {
    if (file >= 0) closeSync(file);
  }
}
