/** A folder that is there whole or not at all. */
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { DanganError, diskError, errorCode } from '../../errors.js';
import { isJunk } from '../../core/naming/junk.js';
import { realDisk } from '../disk.js';
import { removeLeftovers, temporaryPrefix } from '../leftovers.js';
import { makeFolders } from '../make-folders.js';

/**
 * Make `target` with what `fill` puts into it: filled under a temporary name, then renamed.
 *
 * A `target` that is there already is kept as it is (somebody may stand in it) and gets the entries one by one,
 * `last` at the end: until that one is there, it is not what it is to become.
 *
 * @param kept - Names that may be in `target` already, and stay as they are.
 * @throws {DanganError} NOT_A_FOLDER, FOLDER_NOT_EMPTY - nothing has been touched.
 */
export async function makeFolder<T>(
  target: string,
  last: string,
  kept: readonly string[],
  fill: (root: string) => Promise<T>,
): Promise<T> {
  const isThere = await isEmptyFolder(target, kept);
  const place = isThere ? target : dirname(target);
  const staging = join(place, `${PREFIX}${process.pid}`);
  try {
    makeFolders(place);
    removeLeftovers(place, PREFIX);
    await mkdir(staging).catch((error: unknown) => {
      throw diskError(target, error);
    });
    const result = await fill(staging);
    if (isThere) await moveEntries(staging, target, last, kept);
    else realDisk.rename(staging, target);
    return result;
  } catch (error) {
    throw diskErrorAt(target, error);
  } finally {
    await rm(staging, { recursive: true, force: true });
  }
}

const PREFIX = temporaryPrefix('making');

/**
 * Is there a folder, with nothing in it? Version control, what systems leave in every folder, and what a killed run
 * left do not count.
 *
 * @throws {DanganError} NOT_A_FOLDER, FOLDER_NOT_EMPTY
 */
export async function isEmptyFolder(
  target: string,
  kept: readonly string[] = [],
): Promise<boolean> {
  const facts = await stat(target).catch((cause: unknown) => {
    if (errorCode(cause) === 'ENOENT') return undefined;
    throw diskError(target, cause);
  });
  if (facts === undefined) return false;
  if (!facts.isDirectory()) throw new DanganError('NOT_A_FOLDER', { path: target });
  const names = await readdir(target).catch((cause: unknown) => {
    throw diskError(target, cause);
  });
  const own = names.filter(
    (name) => name !== '.git' && !isJunk(name) && !kept.includes(name) && !name.startsWith(PREFIX),
  );
  const [first] = own.sort();
  if (first === undefined) return true;
  throw new DanganError('FOLDER_NOT_EMPTY', { path: target, first, count: own.length });
}

async function moveEntries(
  from: string,
  to: string,
  last: string,
  kept: readonly string[],
): Promise<void> {
  const names = (await readdir(from)).filter((name) => !kept.includes(name));
  for (const name of [...names.filter((each) => each !== last), last]) {
    realDisk.rename(join(from, name), join(to, name));
  }
}

/** What a disk refuses inside is told of the folder that the user knows, not of the temporary one. */
function diskErrorAt(target: string, error: unknown): unknown {
  const code = errorCode(error) ?? '';
  return REFUSALS.has(code) ? diskError(target, error) : error;
}

const REFUSALS = new Set([
  'ENOSPC',
  'EFBIG',
  'EDQUOT',
  'EACCES',
  'EPERM',
  'EROFS',
  'ENOTDIR',
  'ENAMETOOLONG',
]);
